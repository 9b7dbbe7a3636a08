import Domain

extension Layout {
  /// kolbook's own columns: what an export of creators writes, and the plainest list to type.
  ///
  /// One row per creator, or per creator and note kind. An engagement rate without its base is one of
  /// followers, as agencies reckon it. A rater's columns carry the rater's name: `rating:王敏`.
  static let canonical = Layout(
    name: "kolbook", title: "kolbook's own columns", source: "list",
    marks: [
      [
        "creator_id", "user_id", "red_id", "profile_url", "达人id", "博主id", "用户id", "小红书号",
        "主页链接", "小红书链接", "小红书主页",
      ]
    ],
    isOurOwn: true,
    columns: who + facts + quotes + opinions)

  private static let who: [Column] = [
    .init("creator_id", "达人id", "博主id", means: .ownID),
    .init("user_id", "用户id", means: .userID),
    .init("red_id", "小红书号", means: .redID),
    .init("profile_url", "主页链接", "小红书链接", "小红书主页", means: .link),
    .init("nickname", "昵称", "达人昵称", "博主昵称", means: .nickname),
    .init("category", "categories", "类目", "类别", "内容类型", means: .category),
    .init("agency", "mcn", "机构", "所属机构", means: .agency),
    .init("city", "城市", "地区", means: .city),
    .init("gender", "性别", means: .gender),
    .init("health_level", "健康等级", means: .healthLevel),
    .init("tags", "标签", means: .tags),
    .init("wechat", "微信", means: .contact("wechat")),
    .init("phone", "手机", means: .contact("phone")),
    .init("email", "邮箱", means: .contact("email")),
  ]

  private static let facts: [Column] = [
    .init("followers", "粉丝数", means: .followers(power: 0)),
    .init("粉丝数(万)", "粉丝数(w)", means: .followers(power: 4)),
    .init("followers_on", means: .day(.followers)),
    .init("followers_source", means: .source(.followers)),
    .init("engagement_rate", "互动率", means: .engagementPercent),
    .init("engagement_bp", means: .engagementBasisPoints),
    .init("engagement_base", "互动率口径", means: .engagementBase),
    .init("engagement_on", means: .day(.engagement)),
    .init("engagement_source", means: .source(.engagement)),
    .init("source", "来源", means: .source(.row)),
    .init("seen_on", "as_of", means: .day(.row)),
  ]

  private static let quotes: [Column] = [
    .init("fee", "报价", means: .fee),
    .init("fee_fen", means: .feeFen),
    .init("format", "笔记形式", "形式", means: .format),
    .init("image_fee", "图文报价", means: .quote(.image)),
    .init("video_fee", "视频报价", means: .quote(.video)),
    .init("quoted_on", "报价日期", means: .day(.quote)),
    .init("valid_until", "报价有效期", "保价至", means: .validUntil),
    .init("quote_source", means: .source(.quote)),
  ]

  private static let opinions: [Column] = [
    .init("rating", "评分", means: .stars(rater: nil)),
    .init("verdict", "结论", means: .verdict(rater: nil)),
    .init("comment", "评语", means: .comment(rater: nil)),
    .init("rated_on", means: .ratedOn(rater: nil)),
    .init("rating:*", means: .stars(rater: "")),
    .init("verdict:*", means: .verdict(rater: "")),
    .init("comment:*", means: .comment(rater: "")),
    .init("rated_on:*", means: .ratedOn(rater: "")),
    .init("note", "notes", "备注", means: .note(.remark)),
    .init(
      "rating_average", "raters", "tier", "band", "cost", "cost_fen", "service_fee",
      "service_fee_fen", means: .ignored("kolbook works it out")),
  ]
}
