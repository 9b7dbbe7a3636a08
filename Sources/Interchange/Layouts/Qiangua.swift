import Domain

extension Layout {
  /// The creator export of Qiangua (千瓜), a CSV in GB18030.
  ///
  /// 平均互动 is per note and Qiangua's own rate is of followers, so the rate is 平均互动 ÷ 粉丝数. Its CPE
  /// and CPM are per thousand *reads* (FORMATS section 3) and follow from the quote: not kept.
  static let qiangua = Layout(
    name: "qiangua", title: "Qiangua 千瓜 creator export", source: "qiangua",
    marks: [["千瓜指数", "实时报价-图文", "实时报价-视频"], ["小红书主页", "蒲公英主页", "小红书号"]],
    columns: [
      .init("博主昵称", "达人昵称", means: .nickname),
      .init("达人类型", "博主类型", means: .category),
      .init("粉丝数", means: .followers(power: 0)),
      .init("赞藏总数", means: .total("likes_collects.total", power: 0)),
      .init("平均互动", means: .averageInteractions),
      .init("小红书主页", "小红书链接", means: .link),
      .init("蒲公英主页", "蒲公英链接", means: .link),
      .init("小红书号", means: .redID),
      .init("实时报价-图文", means: .quote(.image)),
      .init("实时报价-视频", means: .quote(.video)),
      .init("所属机构", "机构", means: .agency),
      .init("地域", "地区", means: .city),
      .init("性别", means: .gender),
      .init("实时报价-图文CPE", "实时报价-视频CPE", means: .ignored("follows from the quote")),
      .init("平均点赞", "平均收藏", "平均评论", means: .ignored("part of 平均互动")),
      .init(
        "千瓜指数", "笔记数", "关注数", "冠薯", "达人等级", "标签占比", "标签指数", "简介",
        means: .ignored("not kept")),
    ])
}
