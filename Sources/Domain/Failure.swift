/// What went wrong, in one sentence for a person, and what to do next.
///
/// Errors that a person can act on leave the rooms as this; the face adds the exit code of the kind.
public struct Failure: Error, Equatable, Sendable {
  /// What kind of thing went wrong; each has its exit code.
  public enum Kind: Sendable {
    /// Something else: exit 1.
    case failed
    /// The words of the command don't fit together: exit 64.
    case usage
    /// The input can't be used: exit 65.
    case badInput
    /// A file can't be created: exit 73.
    case cannotCreate
    /// Reading or writing failed, or the disk is full: exit 74.
    case inputOutput
    /// Another program has the book: exit 75.
    case busy
    /// Not a book, or a book of a newer kolbook: exit 76.
    case foreign
    /// Stopped by the user: exit 130.
    case interrupted
  }

  /// What kind of thing went wrong.
  public let kind: Kind
  /// One sentence, no full stop at the end: "no creator matches 小红薯".
  public let sentence: String
  /// More lines, each standing alone: the problems of a file, the candidates of a name.
  public let details: [String]
  /// What to type or do next, if there is something.
  public let next: String?

  /// A failure in words.
  public init(_ kind: Kind, _ sentence: String, details: [String] = [], next: String? = nil) {
    self.kind = kind
    self.sentence = sentence
    self.details = details
    self.next = next
  }
}
