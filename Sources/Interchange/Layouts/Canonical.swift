import Domain

extension Layout {
  /// kolbook's own columns: what an export of creators writes, and the plainest list to type.
  ///
  /// One row per creator, or per creator and note kind; a workbook's headers may be English, Chinese or both. An engagement rate without its base is one of
  /// followers, as agencies reckon it. A rater's columns carry the rater's name: `rating:王敏`.
  static let canonical = Layout(
    name: "kolbook", title: "kolbook's own columns", source: "list",
    marks: [
      [OwnColumn.creatorID, .userID, .redID, .profileURL].flatMap { $0.spellings() }
        + ["博主id", "小红书链接", "小红书主页"]
    ],
    isOurOwn: true,
    columns: who + facts + quotes + opinions + others)

  private static let who: [Column] = [
    .init(.creatorID, "博主id", means: .ownID), .init(.userID, means: .userID),
    .init(.redID, means: .redID),
    .init(.profileURL, "小红书链接", "小红书主页", means: .link),
    .init(.nickname, "达人昵称", "博主昵称", means: .nickname),
    .init(.category, "categories", "类别", "内容类型", means: .category),
    .init(.agency, "mcn", "所属机构", means: .agency), .init(.city, "地区", means: .city),
    .init(.gender, means: .gender), .init(.healthLevel, means: .healthLevel),
    .init(.tags, means: .tags),
    .init("wechat", "微信", means: .contact("wechat")),
    .init("phone", "手机", means: .contact("phone")),
    .init("email", "邮箱", means: .contact("email")),
  ]

  private static let facts: [Column] = [
    .init(.followers, means: .followers(power: 0)),
    .init("粉丝数(万)", "粉丝数(w)", means: .followers(power: 4)),
    .init(.followersOn, means: .day(.followers)),
    .init(.followersSource, means: .source(.followers)),
    .init(.engagement, means: .engagementPercent),
    .init("engagement_bp", means: .engagementBasisPoints),
    .init(.engagementBase, means: .engagementBase),
    .init(.engagementOn, means: .day(.engagement)),
    .init(.engagementSource, means: .source(.engagement)),
    .init("source", "来源", means: .source(.row)),
    .init("seen_on", "as_of", means: .day(.row)),
  ]

  private static let quotes: [Column] = [
    .init(.quote, means: .fee), .init("fee_fen", means: .feeFen),
    .init(.format, "形式", means: .format),
    .init("image_fee", "图文报价", means: .quote(.image)),
    .init("video_fee", "视频报价", means: .quote(.video)),
    .init(.quotedOn, means: .day(.quote)), .init(.validUntil, "保价至", means: .validUntil),
    .init(.quoteSource, means: .source(.quote)),
  ]

  private static let opinions: [Column] = [
    .init(.rating, means: .stars(rater: nil)), .init(.verdict, means: .verdict(rater: nil)),
    .init(.comment, means: .comment(rater: nil)), .init(.ratedOn, means: .ratedOn(rater: nil)),
    .init(.rating, ofAnyRater: true, means: .stars(rater: "")),
    .init(.verdict, ofAnyRater: true, means: .verdict(rater: "")),
    .init(.comment, ofAnyRater: true, means: .comment(rater: "")),
    .init(.ratedOn, ofAnyRater: true, means: .ratedOn(rater: "")),
  ]

  private static let others: [Column] = [
    .init("note", "notes", "备注", means: .note(.remark)),
    .init(
      "rating_average", "raters", "tier", "band", "cost", "cost_fen", "service_fee",
      "service_fee_fen", means: .ignored("kolbook works it out")),
  ]
}

extension Layout {
  /// The list of a shortlist's workbook: what was decided is only shown, what somebody fills in is read.
  static let shortlist = Layout(
    name: "shortlist", title: "kolbook's shortlist", source: "list",
    marks: [
      OwnColumn.creatorID.spellings(),
      [OwnColumn.serviceFee, .cost, .value, .newQuote].flatMap { $0.spellings() },
    ],
    isOurOwn: true,
    columns: [
      .init(.creatorID, means: .ownID), .init(.format, means: .format),
      .init(.newQuote, means: .fee),
    ] + decided + opinions + [.init("note", "notes", "备注", means: .note(.remark))])

  private static let decided: [Column] = [
    OwnColumn.nickname, .profileURL, .tier, .band, .followers, .engagement, .average, .raters,
    .quote, .quotedOn, .serviceFee, .cost, .value, .agency, .category, .why,
  ].map { Column($0, means: .ignored("says what was decided")) }
}
