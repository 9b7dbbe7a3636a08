import Domain

extension Layout {
  /// A hand-kept KOC sheet with Xinhong (新红) columns.
  ///
  /// 图文报价有对号 = 1 says that the price is the creator's own on Pugongying; without the tick it is
  /// Xinhong's estimate for somebody who may not even be there, and is kept as a note only.
  static let xinhong = Layout(
    name: "xinhong", title: "Xinhong 新红 hand sheet", source: "xinhong",
    marks: [["图文报价有对号", "红人健康等级"], ["user_id", "url"]],
    columns: [
      .init("Name", "昵称", means: .nickname),
      .init("URL", means: .link),
      .init("user_id", means: .userID),
      .init("Sex", means: .gender),
      .init("fans count", means: .followers(power: 0)),
      .init("liked n collected", means: .total("likes_collects.total", power: 0)),
      .init("ip_location", means: .city),
      .init("tags(text)", means: .tags),
      .init("图文报价(RMB)", means: .quote(.image)),
      .init("视频报价(RMB)", means: .quote(.video)),
      .init("图文报价有对号", means: .quoteTick(.image)),
      .init("视频报价有对号", means: .quoteTick(.video)),
      .init("红人健康等级", means: .healthLevel),
      .init("", means: .note(.remark)),
      .init("备注", means: .note(.remark)),
      .init("Scraped by", "Bio(text)", "星座", "following count", means: .ignored("not kept")),
      .init("平台等级", "活跃粉丝占比*", "粉丝女性比例", "粉丝年龄*", means: .ignored("not kept")),
      .init("粉丝兴趣标签", "粉丝地域分布", means: .ignored("about followers, not kept")),
    ])
}
