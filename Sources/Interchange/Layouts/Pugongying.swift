import Domain

extension Layout {
  /// Columns of Pugongying's creator list, by their JSON names or as its pages show them.
  ///
  /// Everyday (日常) and sponsored (合作) medians are kept apart. The engagement rate is everyday
  /// interactions ÷ everyday reads; a median of 0 says that there is no sample.
  static let pugongyingList = Layout(
    name: "pugongying-list", title: "Pugongying creator list", source: "pugongying",
    marks: [
      [
        "readMidNor30", "interMidNor30", "readMidCoop30", "interMidCoop30",
        "accumCommonImpMedinNum30d", "picturePrice", "videoPrice", "阅读中位数(日常)",
        "互动中位数(日常)", "曝光中位数(日常)", "阅读中位数(合作)", "互动中位数(合作)",
      ],
      ["userId", "redId", "博主ID", "小红书号", "博主主页链接"],
    ],
    rate: (interactions: "interactions.everyday.30d", reads: "reads.everyday.30d"),
    columns: people + [
      .init("readMidNor30", "阅读中位数(日常)", means: .median("reads.everyday.30d")),
      .init("interMidNor30", "互动中位数(日常)", means: .median("interactions.everyday.30d")),
      .init("readMidCoop30", "阅读中位数(合作)", means: .median("reads.sponsored.30d")),
      .init(
        "interMidCoop30", "互动中位数(合作)", means: .median("interactions.sponsored.30d")),
      .init(
        "accumCommonImpMedinNum30d", "曝光中位数(日常)",
        means: .median("impressions.everyday.30d")),
      .init(
        "accumCoopImpMedinNum30d", "曝光中位数(合作)",
        means: .median("impressions.sponsored.30d")),
      .init(
        "estimatePictureCpm", "estimateVideoCpm", means: .ignored("an estimate of Pugongying's")),
      .init(
        "fansActiveIn28dLv", "inviteReply48hNumRatio", "videoFinishRate", "活跃粉丝占比",
        "邀约48小时回复率", "视频完播率", means: .ignored("not kept")),
    ])

  /// One creator a file: the JSON of a Pugongying profile, `result.data`.
  ///
  /// Prices in yuan: 0 is no quote, null is not on Pugongying. Medians: 0 is no sample. The scene and
  /// window of its medians are not said, so they stay apart from the list's. Of its two
  /// medians of interactions, `interMidNum` makes the rate; the larger `mEngagementNum` is kept beside it.
  static let pugongyingProfile = Layout(
    name: "pugongying", title: "Pugongying creator profile", source: "pugongying",
    marks: [["clickMidNum", "interMidNum"], ["userId"]],
    rate: (interactions: "interactions.all", reads: "reads.all"),
    columns: people + [
      .init("clickMidNum", means: .median("reads.all")),
      .init("interMidNum", means: .median("interactions.all")),
      .init("mEngagementNum", means: .median("engagements.all")),
      .init("readMidCoop30", means: .median("reads.sponsored.30d")),
      .init("interMidCoop30", means: .median("interactions.sponsored.30d")),
      .init("readMidNor30", means: .median("reads.everyday.30d")),
      .init("interMidNor30", means: .median("interactions.everyday.30d")),
      .init("accumCommonImpMedinNum30d", means: .median("impressions.everyday.30d")),
      .init("accumCoopImpMedinNum30d", means: .median("impressions.sponsored.30d")),
      .init("featureTags", means: .tags),
      .init("nextPicturePrice", "nextVideoPrice", means: .note(.unclearPrice)),
    ])

  private static let people: [Column] = [
    .init("userId", "博主ID", means: .userID),
    .init("redId", "小红书号", means: .redID),
    .init("博主主页链接", "小红书主页", "蒲公英主页", means: .link),
    .init("name", "昵称", "博主昵称", means: .nickname),
    .init("fansNum", "粉丝数", means: .followers(power: 0)),
    .init("粉丝数(万)", means: .followers(power: 4)),
    .init("likeCollectCountInfo", "赞藏数", means: .total("likes_collects.total", power: 0)),
    .init("picturePrice", "图文报价", "图文笔记一口价", means: .quote(.image)),
    .init("videoPrice", "视频报价", "视频笔记一口价", means: .quote(.video)),
    .init("图文笔记一口价(含平台服务费)", means: .quoteWithFee(.image)),
    .init("视频笔记一口价(含平台服务费)", means: .quoteWithFee(.video)),
    .init("noteSign", "所属机构", "机构", means: .agency),
    .init("location", "地区", "地域", means: .city),
    .init("gender", "性别", means: .gender),
    .init("currentLevel", means: .healthCode),
    .init("健康等级", means: .healthLevel),
    .init("contentTags", "内容类型", "内容类目", means: .category),
  ]
}
