/// What advice needs of a note: its newest figures and whose it is. A class, because a book's many notes are
/// sorted and compared often.
public final class NoteBrief: Sendable {
  /// Whose a note is.
  public enum Owner: Hashable, Sendable {
    /// A creator of the book, by key.
    case creator(Int64)
    /// Somebody else, by the user id that files give.
    case user(String)
  }

  /// A place in the book.
  public let number: Int64
  /// 笔记id.
  public let noteID: String
  /// Whose it is, if anything says so.
  public let owner: Owner?
  /// The day it was published.
  public let publishedOn: Day?
  /// The day its order was booked.
  public let bookedOn: Day?
  /// The day of its newest figures.
  public let asOf: Day?
  /// Image or video.
  public let format: NoteFormat?
  /// The creator's followers then.
  public let followers: Int64?
  /// Its newest figures.
  public let figures: NoteFigures
  /// What the brand pays for it.
  public let cost: Money?

  /// A note.
  public init(
    number: Int64, noteID: String, owner: Owner?, publishedOn: Day?, bookedOn: Day?, asOf: Day?,
    format: NoteFormat?, followers: Int64?, figures: NoteFigures, cost: Money?
  ) {
    (self.number, self.noteID, self.owner) = (number, noteID, owner)
    (self.publishedOn, self.bookedOn, self.asOf) = (publishedOn, bookedOn, asOf)
    (self.format, self.followers, self.figures, self.cost) = (format, followers, figures, cost)
  }

  /// The same with another cost.
  public func with(cost: Money?) -> NoteBrief {
    NoteBrief(
      number: number, noteID: noteID, owner: owner, publishedOn: publishedOn, bookedOn: bookedOn,
      asOf: asOf, format: format, followers: followers, figures: figures, cost: cost)
  }

  /// Days from publication (or booking, where that is all that is known) to its newest figures.
  public var age: Int32? {
    guard let first = publishedOn ?? bookedOn, let asOf else { return nil }
    return asOf.number - first.number
  }

  /// Whether ads or heating are known to have carried it.
  var isPaid: Bool {
    let figures = figures
    return [
      figures.promotedImpressions, figures.heatedImpressions, figures.promotedReads,
      figures.heatedReads,
    ].contains { ($0 ?? 0) > 0 }
  }
}
