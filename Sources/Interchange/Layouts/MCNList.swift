import Domain

extension Layout {
  /// An agency's list of candidates, with one column for each reviewer.
  ///
  /// 非报备 prices are past Pugongying: notes, never quotes to book.
  static let mcnList = Layout(
    name: "mcn", title: "MCN candidate list", source: "mcn",
    marks: [["图文非报备", "视频非报备", "是否选中", "审核一反馈"], ["小红书链接", "蒲公英链接"]],
    columns: [
      .init("达人昵称", "博主昵称", "昵称", means: .nickname),
      .init("方向", "达人创作方向", means: .category),
      .init("小红书链接", "小红书主页", means: .link),
      .init("蒲公英链接", "蒲公英主页", means: .link),
      .init("小红书号", means: .redID),
      .init("粉丝数(w)", "粉丝数(万)", "粉丝量(w)", "粉丝量(万)", means: .followers(power: 4)),
      .init("粉丝数", "粉丝量", means: .followers(power: 0)),
      .init("赞藏评(w)", "赞藏评(万)", means: .total("likes_collects_comments.total", power: 4)),
      .init("图文非报备", means: .offPlatformPrice(.image)),
      .init("视频非报备", means: .offPlatformPrice(.video)),
      .init("图文报备", "图文报价", "图文笔记报价", means: .quote(.image)),
      .init("视频报备", "视频报价", "视频笔记报价", means: .quote(.video)),
      .init("图文报备裸价", means: .bareQuote(.image)),
      .init("视频报备裸价", means: .bareQuote(.video)),
      .init("所属机构", "机构", means: .agency),
      .init("城市", "地区", "所在地", means: .city),
      .init("微信", "微信号", means: .contact("wechat")),
      .init("是否选中", "备注", means: .note(.remark)),
      .init("*反馈", "*意见", "审核*", means: .review(rater: "")),
      .init("序号", means: .ignored("a row number")),
    ])
}
