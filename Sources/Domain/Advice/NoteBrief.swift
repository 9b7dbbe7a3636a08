/// What advice needs of a note: its newest figures and whose it is.
public struct NoteBrief: Sendable {
  /// Whose a note is.
  public enum Owner: Hashable, Sendable {
    /// A creator of the book, by key.
    case creator(Int64)
    /// Somebody else, by the user id that files give.
    case user(String)
  }

  /// A place in the book.
  public let number: Int64
  /// Whose it is, if anything says so.
  public let owner: Owner?
  /// Days from publication (or booking, where that is all that is known) to its newest figures.
  public let age: Int32?
  /// The creator's followers then.
  public let followers: Int64?
  /// Its newest figures.
  public let figures: NoteFigures
  /// What the brand pays for it.
  public let cost: Money?

  /// A note.
  public init(
    number: Int64, owner: Owner?, age: Int32?, followers: Int64?, figures: NoteFigures, cost: Money?
  ) {
    (self.number, self.owner, self.age) = (number, owner, age)
    (self.followers, self.figures, self.cost) = (followers, figures, cost)
  }

  /// The same of a result; `nil` for the notes of an order that nothing tells apart.
  public init?(_ note: NoteResult) {
    guard note.noteID != nil else { return nil }
    let owner = note.creator.map(Owner.creator) ?? note.statedCreator.userID.map(Owner.user)
    self.init(
      number: note.number, owner: owner,
      age: Self.age(from: note.publishedOn ?? note.bookedOn, to: note.asOf),
      followers: note.followers, figures: note.figures, cost: note.cost)
  }

  /// Days between two; `nil` unless both are known.
  public static func age(from first: Day?, to last: Day?) -> Int32? {
    guard let first, let last else { return nil }
    return last.number - first.number
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
