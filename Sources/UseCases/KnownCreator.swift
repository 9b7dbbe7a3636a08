import Domain
import Store

/// A creator of notes. A class, because it is looked up for each of them.
final class KnownCreator: Sendable {
  let id: CreatorID
  let nickname: String
  let history: CreatorHistory

  init(_ id: CreatorID, _ nickname: String, _ history: CreatorHistory) {
    (self.id, self.nickname, self.history) = (id, nickname, history)
  }

  init(_ book: Book, _ key: CreatorKey) throws {
    (id, nickname) = try book.creators.name(key)
    history = try book.facts.history(of: key)
  }

  /// The followers on the day of a note's figures; the first count known after it, if none was.
  func followers(of note: NoteResult) -> Int64? {
    note.asOf.flatMap { history.followers(on: $0) } ?? history.followers.first?.value
  }

  /// What was to be expected of a note on the day it was booked, else published.
  func expected(booked: Day?, published: Day?) -> ExpectedResult? {
    (booked ?? published).flatMap { history.expected(on: $0) }
  }
}

/// The creators of notes, each looked up once.
struct NoteCreators {
  private let book: Book
  private var known: [CreatorKey: KnownCreator] = [:]

  init(_ book: Book) { self.book = book }

  /// Of so many notes: where they are more than the book has creators, all of these are read at once.
  init(_ book: Book, of notes: Int64) throws {
    self.book = book
    guard try book.creators.newest() <= notes else { return }
    var histories = try book.facts.histories()
    try book.creators.names { key, id, nickname in
      known[key] = KnownCreator(id, nickname, histories.removeValue(forKey: key) ?? .init())
    }
  }

  /// A creator of the book.
  subscript(_ key: CreatorKey) -> KnownCreator {
    mutating get throws {
      if let one = known[key] { return one }
      let one = try KnownCreator(book, key)
      known[key] = one
      return one
    }
  }

  /// Whose a note is, if the book has the creator.
  subscript(_ note: NoteBrief) -> KnownCreator? {
    mutating get throws {
      guard let key = book.results.creator(of: note) else { return nil }
      return try self[key]
    }
  }
}
