/// What a note has reached through a day, as a source states it; `nil` where it doesn't say.
public struct NoteFigures: Hashable, Sendable {
  /// 曝光量.
  public var impressions: Int64?
  /// 阅读量: reads of an image note, plays of a video.
  public var reads: Int64?
  /// 互动量.
  public var interactions: Int64?
  /// 点赞量.
  public var likes: Int64?
  /// 收藏量.
  public var collects: Int64?
  /// 评论量.
  public var comments: Int64?
  /// 分享量.
  public var shares: Int64?
  /// 关注量.
  public var follows: Int64?
  /// 推广曝光量: bought as ads.
  public var promotedImpressions: Int64?
  /// 加热曝光量: bought as heating.
  public var heatedImpressions: Int64?
  /// 自然曝光量 as the source states it.
  public var naturalImpressions: Int64?
  /// 推广阅读量.
  public var promotedReads: Int64?
  /// 加热阅读量.
  public var heatedReads: Int64?
  /// 自然阅读量 as the source states it.
  public var naturalReads: Int64?
  /// 视频完播率 in basis points.
  public var completionBasisPoints: Int64?
  /// The creator's followers.
  public var followers: Int64?

  /// Nothing said.
  public init() {}

  /// Impressions that nobody paid for: all less promoted and heated ones, never below 0; what the source
  /// states where it doesn't tell paid ones apart.
  public var organicImpressions: Int64? {
    Self.organic(impressions, promotedImpressions, heatedImpressions, stated: naturalImpressions)
  }

  /// Reads that nobody paid for, likewise.
  public var organicReads: Int64? {
    Self.organic(reads, promotedReads, heatedReads, stated: naturalReads)
  }

  /// What nobody paid for of a count.
  ///
  /// - Parameter stated: what the source says of it.
  public static func organic(
    _ all: Int64?, _ promoted: Int64?, _ heated: Int64?, stated: Int64?
  ) -> Int64? {
    guard promoted != nil || heated != nil else { return stated }
    return all.map { max(0, $0 - (promoted ?? 0) - (heated ?? 0)) }
  }

  /// What looks wrong in them, in the order of ``ResultFlag``.
  public var flags: [ResultFlag] {
    ResultFlag.allCases.filter { flag in
      switch flag {
      case .paidAboveAll:
        Self.exceeds(impressions, promotedImpressions, heatedImpressions)
          || Self.exceeds(reads, promotedReads, heatedReads)
      case .naturalDiffers:
        Self.differ(naturalImpressions, organicImpressions)
          || Self.differ(naturalReads, organicReads)
      case .readsAboveImpressions: Self.isAbove(reads, impressions)
      case .interactionsAboveReads: Self.isAbove(interactions, reads)
      case .partsDiffer: Self.differ(interactions, sumOfParts)
      default: false
      }
    }
  }

  /// Likes, collects, comments, shares and follows together; `nil` unless the first three are known.
  private var sumOfParts: Int64? {
    guard let likes, let collects, let comments else { return nil }
    return likes + collects + comments + (shares ?? 0) + (follows ?? 0)
  }

  private static func exceeds(_ all: Int64?, _ promoted: Int64?, _ heated: Int64?) -> Bool {
    isAbove((promoted ?? 0) + (heated ?? 0), all)
  }

  private static func isAbove(_ part: Int64?, _ whole: Int64?) -> Bool {
    guard let part, let whole else { return false }
    return part > whole
  }

  private static func differ(_ one: Int64?, _ other: Int64?) -> Bool {
    guard let one, let other else { return false }
    return one != other
  }

  /// Whether all that these say is said by others too.
  public func isPart(of others: NoteFigures) -> Bool {
    zip(values, others.values).allSatisfy { mine, theirs in mine == nil || mine == theirs }
  }

  /// All of them in the order of the properties.
  public var values: [Int64?] {
    [
      impressions, reads, interactions, likes, collects, comments, shares, follows,
      promotedImpressions, heatedImpressions, naturalImpressions, promotedReads, heatedReads,
      naturalReads, completionBasisPoints, followers,
    ]
  }

  /// From ``values``.
  ///
  /// - Precondition: there are 16.
  public init(_ values: [Int64?]) {
    precondition(values.count == 16, "a note has 16 figures")
    (impressions, reads, interactions, likes) = (values[0], values[1], values[2], values[3])
    (collects, comments, shares, follows) = (values[4], values[5], values[6], values[7])
    (promotedImpressions, heatedImpressions) = (values[8], values[9])
    (naturalImpressions, promotedReads) = (values[10], values[11])
    (heatedReads, naturalReads) = (values[12], values[13])
    (completionBasisPoints, followers) = (values[14], values[15])
  }
}
