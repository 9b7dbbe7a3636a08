public import Domain

/// A column of our own lists: its key in CSV and JSON, and what stands above it in a workbook. All of
/// them are read back.
public struct OwnColumn: Sendable {
  /// `creator_id`.
  public let key: String
  let english: String
  let chinese: String

  /// Whose word it is; `nil` for a column of no one rater.
  private var rater: String?

  init(_ key: String, _ english: String, _ chinese: String) {
    (self.key, self.english, self.chinese) = (key, english, chinese)
  }

  /// What stands above it.
  public func header(_ language: HeaderLanguage) -> String {
    language.name(english, chinese) + (rater.map { ":\($0)" } ?? "")
  }

  /// What stands above it in CSV.
  var name: String { key + (rater.map { ":\($0)" } ?? "") }

  /// The same column of one rater.
  func of(_ rater: String) -> OwnColumn {
    var column = self
    column.rater = rater
    return column
  }

  /// Everything that it may be called, folded.
  func spellings(ofAnyRater: Bool = false) -> [String] {
    let end = ofAnyRater ? ":*" : ""
    return [key, english, chinese, english + chinese].map { HeaderText.folded($0 + end) }
  }
}

extension OwnColumn {
  /// The key that stays what it is: whom a row is about.
  public static let creatorID = OwnColumn("creator_id", "Creator ID", "达人ID")
  /// The name as shown.
  public static let nickname = OwnColumn("nickname", "Nickname", "昵称")
  /// The profile page.
  public static let profileURL = OwnColumn("profile_url", "Profile link", "主页链接")
  /// Which kind of note.
  public static let format = OwnColumn("format", "Format", "笔记形式")
  /// The creator's price before the fee.
  public static let quote = OwnColumn("fee", "Quote", "报价")
  /// The day of it.
  public static let quotedOn = OwnColumn("quoted_on", "Quoted on", "报价日期")
  /// What is a creator's field.
  public static let category = OwnColumn("category", "Category", "类目")
  /// The MCN.
  public static let agency = OwnColumn("agency", "MCN", "机构")
  /// How many follow.
  public static let followers = OwnColumn("followers", "Followers", "粉丝数")
  /// Interactions per note as a part of a base.
  public static let engagement = OwnColumn("engagement_rate", "Engagement", "互动率")
  /// Stars by the person who imports, 1 through 5.
  public static let rating = OwnColumn("rating", "Rating", "评分")
  /// Whether to book, by the person who imports.
  public static let verdict = OwnColumn("verdict", "Verdict", "结论")
  /// What the person who imports says.
  public static let comment = OwnColumn("comment", "Comment", "评语")

  static let userID = OwnColumn("user_id", "XHS user ID", "用户ID")
  static let redID = OwnColumn("red_id", "RED ID", "小红书号")
  static let followersOn = OwnColumn("followers_on", "Followers on", "粉丝数日期")
  static let followersSource = OwnColumn("followers_source", "Followers from", "粉丝数来源")
  static let engagementBase = OwnColumn("engagement_base", "Engagement of", "互动率口径")
  static let engagementOn = OwnColumn("engagement_on", "Engagement on", "互动率日期")
  static let engagementSource = OwnColumn(
    "engagement_source", "Engagement from", "互动率来源")
  static let validUntil = OwnColumn("valid_until", "Quote holds until", "报价有效期")
  static let quoteSource = OwnColumn("quote_source", "Quote from", "报价来源")
  static let city = OwnColumn("city", "City", "城市")
  static let gender = OwnColumn("gender", "Gender", "性别")
  static let healthLevel = OwnColumn("health_level", "Health level", "健康等级")
  static let tags = OwnColumn("tags", "Tags", "标签")
  static let ratedOn = OwnColumn("rated_on", "Rated on", "评价日期")
}

// The other columns of a shortlist.
extension OwnColumn {
  /// The tier as of planning.
  public static let tier = OwnColumn("tier", "Tier", "量级")
  /// The band of the pyramid.
  public static let band = OwnColumn("band", "Band", "层级")
  /// The average of the raters' stars.
  public static let average = OwnColumn("rating_average", "Average rating", "平均评分")
  /// How many raters gave stars.
  public static let raters = OwnColumn("raters", "Raters", "评分人数")
  /// A price that somebody fills in.
  public static let newQuote = OwnColumn("new_quote", "New quote", "新报价")
  /// What the platform adds to the quote.
  public static let serviceFee = OwnColumn("service_fee", "Service fee", "平台服务费")
  /// The quote with the service fee.
  public static let cost = OwnColumn("cost", "Cost with fee", "含服务费总价")
  /// What the planner counted.
  public static let value = OwnColumn("value", "Value", "价值")
  /// Why it is on the list.
  public static let why = OwnColumn("why", "Why", "入选理由")
}
