import Domain

extension Layout {
  /// The form that brands send to agencies.
  ///
  /// 裸价 is before the brand-side fee and goes before a plain 报价; 执行价 has the fee in it, and gives a
  /// quote only where there is no other and the fee comes out exactly.
  static let intakeForm = Layout(
    name: "intake", title: "Brand intake form", source: "intake",
    marks: [
      ["返点", "合作档期", "排竞", "排竞时长", "没选中的原因", "图文报备裸价", "图文执行价(含平台服务费)"],
      ["小红书ID", "小红书号", "小红书链接", "小红书主页", "博主主页链接"],
    ],
    columns: [
      .init("小红书ID", "小红书号", means: .redOrUserID),
      .init("小红书链接", "小红书主页", "博主主页链接", "蒲公英链接", "蒲公英主页", means: .link),
      .init("博主名称", "博主昵称", "达人昵称", "昵称", means: .nickname),
      .init("粉丝数", "粉丝量", means: .followers(power: 0)),
      .init("粉丝数(w)", "粉丝数(万)", "粉丝量(w)", "粉丝量(万)", means: .followers(power: 4)),
      .init("图文报价", means: .quote(.image)),
      .init("视频报价", means: .quote(.video)),
      .init("图文报备裸价", "图文裸价", means: .bareQuote(.image)),
      .init("视频报备裸价", "视频裸价", means: .bareQuote(.video)),
      .init("图文执行价(含平台服务费)", "图文执行价", means: .quoteWithFee(.image)),
      .init("视频执行价(含平台服务费)", "视频执行价", means: .quoteWithFee(.video)),
      .init("图文非报备", means: .offPlatformPrice(.image)),
      .init("视频非报备", means: .offPlatformPrice(.video)),
      .init("合作价格", means: .note(.unclearPrice)),
      .init("类型", "博主类型", "达人类型", "内容类型", "方向", means: .category),
      .init("所属机构", "机构", "MCN", means: .agency),
      .init("城市", "地区", "所在地", means: .city),
      .init("微信", "微信号", means: .contact("wechat")),
      .init("手机", "手机号", "电话", "联系电话", means: .contact("phone")),
      .init("返点", "合作形式", "合作档期", "排竞", "排竞时长", means: .note(.remark)),
      .init("本月下单是否保价次月执行", "笔记默认保留时长", "没选中的原因", "备注", means: .note(.remark)),
      .init("序号", means: .ignored("a row number")),
    ])
}
