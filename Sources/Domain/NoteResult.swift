/// A note as it stands: its newest figures, what it cost, and what ads on it did.
public struct NoteResult: Sendable {
  /// A place in the book.
  public let number: Int64
  /// 笔记id; `nil` for all notes of an order of which only an order report tells.
  public let noteID: String?
  /// 订单id.
  public let order: String?
  /// The creator's key in the book; `nil` for one who isn't in it.
  public let creator: Int64?
  /// The user id and nickname that files give.
  public let statedCreator: (userID: String?, nickname: String?)
  /// The campaign, the order's before the import's.
  public let campaign: String?
  /// 笔记标题.
  public let title: String?
  /// 笔记链接.
  public let link: String?
  /// Image or video.
  public let format: NoteFormat?
  /// The day it was published.
  public let publishedOn: Day?
  /// The day its order was booked.
  public let bookedOn: Day?
  /// The day of the figures; `nil` when only ads are known.
  public let asOf: Day?
  /// The newest figures, whole from one snapshot.
  public let figures: NoteFigures
  /// The creator's followers: the snapshot's, else the newest that the book has.
  public var followers: Int64?
  /// What the brand pays for it: quote and service fee, after refunds.
  public private(set) var cost: Money?
  /// Where the cost is from: `books`, or the file's kind.
  public let costSource: String?
  /// What ads on it came to; `nil` without ads.
  public private(set) var ads: AdSums?
  /// What was to be expected when it was booked.
  public var expected: ExpectedResult?

  /// A note; see the properties.
  public init(
    number: Int64, noteID: String?, order: String?, creator: Int64?,
    statedCreator: (userID: String?, nickname: String?), campaign: String?, title: String?,
    link: String?, format: NoteFormat?, publishedOn: Day?, bookedOn: Day?, asOf: Day?,
    figures: NoteFigures,
    cost: Money?, costSource: String?, ads: AdSums?
  ) {
    (self.number, self.noteID, self.order, self.creator) = (number, noteID, order, creator)
    (self.statedCreator, self.campaign) = (statedCreator, campaign)
    (self.title, self.link) = (title, link)
    (self.format, self.publishedOn, self.bookedOn) = (format, publishedOn, bookedOn)
    (self.asOf, self.figures, self.followers) = (asOf, figures, figures.followers)
    (self.cost, self.costSource, self.ads) = (cost, costSource, ads)
  }

  /// The same with another cost, and other ads.
  public func with(cost: Money?, ads: AdSums?) -> NoteResult {
    var other = self
    (other.cost, other.ads) = (cost, ads)
    return other
  }

  /// What it is called: its id, else its order's.
  public var name: String { noteID ?? order.map { "order \($0)" } ?? "-" }

  /// Interactions as a part of followers in basis points, if the note was published in the window of a
  /// measured rate before a day; booking or the day of the figures stands for an unknown publication.
  public func measuredRate(on today: Day) -> Int64? {
    guard noteID != nil, let day = publishedOn ?? bookedOn ?? asOf, day <= today,
      day.number > today.number - MeasuredEngagement.window,
      let interactions = figures.interactions, let followers
    else { return nil }
    return Percent.basisPoints(interactions, of: followers)
  }
}
