import Domain

extension Layout {
  /// The export of creators as Pugongying writes it: a workbook whose header has three rows.
  ///
  /// Medians stand there three times under one name, told apart by the groups above: everyday (日常) and
  /// sponsored (合作) notes by 按规模, of which the file says no window, and 核心指标 under the choice
  /// that was made for the export (`近90天、合作笔记、图文+视频、全部流量`). They are kept apart. The
  /// engagement rate is everyday interactions ÷ everyday reads.
  static let pugongyingExport = Layout(
    name: "pugongying-export", title: "Pugongying creator export", source: "pugongying",
    marks: [["图文笔记一口价", "视频笔记一口价"], ["博主ID", "小红书号", "小红书主页"]],
    rate: (interactions: "interactions.everyday", reads: "reads.everyday"),
    columns: people + scenes + choices + [
      .init("健康等级", means: .healthLevel),
      .init("博主人设", means: .tags),
      .init("备注", means: .note(.remark)),
      .init("图文笔记接单状态", "视频笔记接单状态", means: .ignored("a closed format has no price")),
      .init("添加人", "添加时间", "审核状态", means: .ignored("about the list")),
      .init(
        "下月健康等级", "外溢进店中位数", "发布笔记", "千赞笔记比例", "百赞笔记比例", "视频完播率",
        "图文3秒阅读率", "粉丝增量", "粉丝量变化幅度", means: .ignored("not kept")),
      .init("互动率", "预估*", means: .ignored("follows from the medians")),
      .init("中位*", means: .ignored("part of 互动中位数")),
      .init("*粉丝占比", means: .ignored("about followers, not kept")),
    ])

  private static let people: [Column] = [
    .init("博主ID", means: .userID),
    .init("小红书号", means: .redID),
    .init("小红书主页", "蒲公英主页", means: .link),
    .init("昵称", means: .nickname),
    .init("性别", means: .gender),
    .init("所属机构", means: .agency),
    .init("粉丝数(万)", means: .followers(power: 4)),
    .init("粉丝数", means: .followers(power: 0)),
    .init("赞藏数(万)", means: .total("likes_collects.total", power: 4)),
    .init("赞藏数", means: .total("likes_collects.total", power: 0)),
    .init("内容类型", means: .category),
    .init("地理位置", means: .city),
    .init("图文笔记一口价", means: .quote(.image)),
    .init("视频笔记一口价", means: .quote(.video)),
    .init("图文笔记一口价(含平台服务费)", means: .quoteWithFee(.image)),
    .init("视频笔记一口价(含平台服务费)", means: .quoteWithFee(.video)),
  ]

  /// Medians under their header, and the word that they are kept by.
  private static let medians = [
    ("曝光中位数", "impressions"), ("阅读中位数", "reads"), ("互动中位数", "interactions"),
  ]

  private static let scenes: [Column] = [("日常", "everyday"), ("合作", "sponsored")].flatMap { scene in
    medians.map { median in
      .init("*按规模-\(scene.0)笔记/\(median.0)", means: .median("\(median.1).\(scene.1)"))
    }
  }

  /// 核心指标 under each choice that can be made for an export.
  private static let choices: [Column] = {
    var columns: [Column] = []
    for window in ["30", "90"] {
      for scene in [("日常", "everyday"), ("合作", "sponsored")] {
        for kind in [("图文+视频", ""), ("图文", ".image"), ("视频", ".video")] {
          for traffic in [("全部流量", ""), ("自然流量", ".organic")] {
            for median in medians {
              columns.append(
                .init(
                  "近\(window)天、\(scene.0)笔记、\(kind.0)、\(traffic.0)/核心指标/\(median.0)",
                  means: .median("\(median.1).\(scene.1).\(window)d\(kind.1)\(traffic.1)")))
            }
          }
        }
      }
    }
    return columns
  }()

  /// Pugongying's batch of notes: a workbook with a title above its header, one row a note.
  ///
  /// What it says about creators is read; orders and fees are for the fee books.
  static let pugongyingNotes = Layout(
    name: "pugongying-notes", title: "Pugongying note batch", source: "pugongying",
    marks: [["笔记id", "笔记链接"], ["博主主页链接"], ["订单id", "服务费金额"]],
    columns: [
      .init("数据更新日期", means: .day(.row)),
      .init("博主昵称", means: .nickname),
      .init("博主主页链接", means: .link),
      .init("博主粉丝量", means: .followers(power: 0)),
      .init("博主健康等级", means: .ignored("may be older than what is known")),
      .init("内容标签", means: .category),
      .init(
        "订单id", "合作名称", "报备品牌", "下单账号", "博主报价", "服务费金额", "是否为优效模式",
        "spu名称", "任务ID", means: .ignored("about an order")),
      .init("笔记*", "曝光量", "阅读量", "阅读UV", "互动量", "互动率", means: .ignored("about one note")),
      .init("点赞量", "收藏量", "评论量", "分享量", "关注量", means: .ignored("about one note")),
      .init("自然*", "推广*", "加热*", means: .ignored("about one note")),
    ])
}
