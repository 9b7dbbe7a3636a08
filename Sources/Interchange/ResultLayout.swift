/// A layout of results as people have it: which header, or which name in JSON, means what. Data, not code.
struct ResultLayout {
  /// What its rows are of.
  enum Rows: Equatable {
    case notes, ads, conversions, searches
  }

  /// The source that its facts are kept under: `pugongying-notes`.
  let name: String
  /// What people call it.
  let title: String
  let rows: Rows
  /// Of each group, one field must be there.
  let needs: [[ResultField]]
  /// Whether its amounts are in fen.
  var isInFen = false
  /// Whether its fees are cut to whole yuan.
  var hasCutFees = false
  let spellings: [(spelling: String, field: ResultField)]

  init(
    _ name: String, _ title: String, _ rows: Rows, needs: [[ResultField]], isInFen: Bool = false,
    hasCutFees: Bool = false, _ columns: KeyValuePairs<ResultField, String>
  ) {
    (self.name, self.title, self.rows, self.needs) = (name, title, rows, needs)
    (self.isInFen, self.hasCutFees) = (isInFen, hasCutFees)
    spellings = columns.flatMap { field, spellings in
      spellings.split(separator: "|").map { (HeaderText.folded(String($0)), field) }
    }
  }

  /// What each column of a header means here.
  ///
  /// Of several that could say where ads were shown, the one counts whose name says it most plainly: others,
  /// such as 推广类型, may say something else.
  func fields(of header: [String]) -> [ResultField?] {
    let known = header.map { name in
      let folded = HeaderText.folded(name)
      return spellings.firstIndex { $0.spelling == folded }
    }
    let placement = known.compactMap(\.self).filter { spellings[$0].field == .format }.min()
    return known.map { place in
      place.map { spellings[$0].field }.flatMap { $0 == .format && place != placement ? nil : $0 }
    }
  }

  /// How many columns it knows of a header; `nil` when a needed one is missing.
  func score(of header: [String]) -> Int? {
    let found = fields(of: header).compactMap(\.self)
    let has = Set(found)
    return needs.allSatisfy({ $0.contains(where: has.contains) }) ? found.count : nil
  }

  /// The layout that knows most of a header, the first of equals.
  static func best(for header: [String]) -> ResultLayout? {
    let scored = all.compactMap { layout in layout.score(of: header).map { (layout, $0) } }
    let most = scored.map(\.1).max()
    return scored.first { $0.1 == most }?.0
  }
}

// Names are those of Pugongying's and Juguang's own exports and pages (FORMATS).
extension ResultLayout {
  static let all = [noteBatch, orderReport, noteList, openAPI, juguang, own, conversions, searches]

  private static let noteBatch = ResultLayout(
    "pugongying-notes", "Pugongying note batch", .notes, needs: [[.note], [.impressions, .reads]],
    hasCutFees: true,
    [
      .day: "数据更新日期", .nickname: "博主昵称", .profile: "博主主页链接", .followers: "博主粉丝量",
      .title: "笔记标题", .link: "笔记链接", .format: "笔记类型", .published: "笔记发布日期",
      .note: "笔记id", .order: "订单id", .campaign: "合作名称", .quote: "博主报价",
      .fee: "服务费金额", .impressions: "曝光量", .reads: "阅读量", .interactions: "互动量",
      .likes: "点赞量", .collects: "收藏量", .comments: "评论量", .shares: "分享量",
      .follows: "关注量", .naturalImpressions: "自然曝光量", .naturalReads: "自然阅读量",
      .promotedImpressions: "推广曝光量", .promotedReads: "推广阅读量",
      .heatedImpressions: "加热曝光量", .heatedReads: "加热阅读量", .completion: "视频完播率|完播率",
    ])

  private static let orderReport = ResultLayout(
    "pugongying-orders", "Pugongying order report", .notes,
    needs: [[.order], [.impressions, .reads]],
    [
      .day: "数据更新日期", .order: "订单id", .campaign: "合作名称", .noteCount: "笔记数",
      .quote: "博主报价", .fee: "服务费金额", .impressions: "总曝光量", .reads: "总阅读量",
      .interactions: "总互动量", .likes: "总点赞量", .collects: "总收藏量", .comments: "总评论量",
      .shares: "总分享量", .follows: "总关注量", .naturalImpressions: "总自然曝光量",
      .naturalReads: "总自然阅读量", .promotedImpressions: "总推广曝光量",
      .promotedReads: "总推广阅读量", .heatedImpressions: "总加热曝光量",
      .heatedReads: "总加热阅读量", .completion: "视频完播率",
    ])

  private static let noteList = ResultLayout(
    "pugongying-note-list", "Pugongying note list", .notes,
    needs: [[.note], [.impressions, .reads]],
    [
      .day: "dateKey", .note: "noteId", .order: "bizId", .user: "kolId", .nickname: "kolNickName",
      .followers: "kolFanNum", .title: "noteTitle", .link: "noteLink", .format: "noteType",
      .published: "notePublishTime", .campaign: "bizTitle", .quote: "kolPrice",
      .fee: "totalPlatformPrice", .cost: "actualConsume", .consumed: "totalConsume",
      .refunded: "refundAmount", .impressions: "impNum", .reads: "readNum",
      .interactions: "engageNum", .likes: "likeNum", .collects: "favNum", .comments: "cmtNum",
      .shares: "shareNum", .follows: "followCnt|followNum", .naturalImpressions: "originImpNum",
      .naturalReads: "originReadNum", .promotedImpressions: "promotionImpNum",
      .promotedReads: "promotionReadNum", .heatedImpressions: "heatImpNum",
      .heatedReads: "heatReadNum", .completion: "finishRate|videoFinishRate",
    ])

  private static let openAPI = ResultLayout(
    "pugongying-open-api", "Pugongying open API", .notes,
    needs: [[.note], [.impressions, .reads]],
    isInFen: true,
    [
      .day: "date_key", .note: "note_id", .order: "order_id", .user: "kol_id",
      .nickname: "kol_nick_name", .followers: "kol_fan_num", .title: "note_title",
      .link: "note_link", .format: "note_type", .published: "note_publish_time",
      .campaign: "biz_title", .quote: "kol_price", .fee: "total_platform_price",
      .impressions: "imp_num", .reads: "read_num", .interactions: "engage_num",
      .likes: "like_num", .collects: "fav_num", .comments: "cmt_num", .shares: "share_num",
      .follows: "follow_num", .naturalImpressions: "origin_imp_num",
      .naturalReads: "origin_read_num", .promotedImpressions: "promotion_imp_num",
      .promotedReads: "promotion_read_num", .heatedImpressions: "heat_imp_num",
      .heatedReads: "heat_read_num", .completion: "finish_rate",
    ])

  private static let juguang = ResultLayout(
    "juguang", "Juguang ad results", .ads, needs: [[.note], [.spend]],
    [
      .day: "day|date|time|日期|时间", .note: "noteId|note_id|笔记id", .spend: "fee|消费|消耗",
      .impressions: "impression|展现量|曝光量", .clicks: "click|点击量",
      .interactions: "interaction|互动量", .clickPrice: "acp|cpc|平均点击成本",
      .thousandPrice: "cpm|平均千次展现费用|平均千次曝光成本",
      .format: "placement|format|广告位|资源位|投放位置|投放范围|广告类型|投放类型|推广类型|渠道|投放渠道|channel",
    ])

  /// kolbook's own names, for sheets kept by hand.
  private static let own = ResultLayout(
    "list", "list of note results", .notes, needs: [[.note, .order], [.impressions, .reads]],
    [
      .day: "day", .note: "note_id", .order: "order_id", .user: "user_id", .nickname: "nickname",
      .profile: "profile_url", .followers: "followers", .title: "title", .link: "link",
      .format: "format", .published: "published_on", .campaign: "campaign", .quote: "quote",
      .fee: "fee", .cost: "cost", .impressions: "impressions", .reads: "reads",
      .interactions: "interactions", .likes: "likes", .collects: "collects",
      .comments: "comments", .shares: "shares", .follows: "follows",
      .naturalImpressions: "natural_impressions", .naturalReads: "natural_reads",
      .promotedImpressions: "promoted_impressions", .promotedReads: "promoted_reads",
      .heatedImpressions: "heated_impressions", .heatedReads: "heated_reads",
      .completion: "completion",
    ])

  private static let conversions = ResultLayout(
    "conversions", "conversions and revenue", .conversions,
    needs: [[.day], [.channel], [.orders], [.revenue]],
    [
      .day: "date|day|日期", .channel: "channel|渠道", .note: "note|note_id|笔记id",
      .creator: "creator|达人|博主", .campaign: "campaign|合作名称", .orders: "orders|订单数|成交订单数",
      .revenue: "revenue|gmv|成交金额|收入",
    ])

  private static let searches = ResultLayout(
    "searches", "searches", .searches, needs: [[.day], [.searches]],
    [
      .day: "date|day|日期", .keyword: "keyword|关键词|搜索词", .campaign: "campaign|合作名称",
      .searches: "searches|brand_searches|搜索量|搜索次数",
    ])
}
