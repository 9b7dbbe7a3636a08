public import Domain
import Interchange
import Store

/// A book that somebody works in: the file, the person and the time.
///
/// Each thing that a person does is an extension of this type in a file of its own. The clock, the
/// name and random bytes are handed in by the face.
public struct OpenBook {
  let book: Book
  /// When the work is done.
  public let now: Moment
  /// Who does it: the rater, the one who books.
  public let actor: String

  /// Opens a book, upgrading an older one after a verified backup.
  ///
  /// - Throws: ``Failure`` when there is no book at the path, or not one that can be used.
  public init(path: String, now: Moment, actor: String) throws {
    self.init(book: try Book.open(at: path), now: now, actor: actor)
  }

  init(book: Book, now: Moment, actor: String) {
    (self.book, self.now, self.actor) = (book, now, actor)
  }

  /// Where the file is.
  public var path: String { book.path }

  /// The Shanghai day of the work.
  public var today: Day { now.day }

  /// The day that a fact is of: the one that was said, else today.
  ///
  /// - Throws: ``Failure`` of kind `usage` when it is yet to come.
  func factDay(_ said: Day?, _ option: String) throws -> Day {
    guard let said else { return today }
    guard said <= today else {
      throw Failure(.usage, "\(option): wanted a day up to today, \(today), found \(said)")
    }
    return said
  }

  /// Asks `check` during long work; when it says `true`, the work fails as interrupted and changes nothing.
  public func interrupt(when check: @escaping () -> Bool) {
    book.interrupt(when: check)
  }
}
