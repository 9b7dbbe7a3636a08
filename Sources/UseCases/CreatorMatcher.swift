import Domain
import Interchange
import Store

/// Finds the creator that a record is about, by what proves it: user id, 小红书号, own id. A nickname
/// proves nothing. Ids that belong to two creators are refused, never merged.
struct CreatorMatcher {
  enum Match {
    /// The book has no such creator.
    case nobody
    case creator(CreatorKey)
    case refused(RowRefusal)
  }

  private let book: Book
  /// The ids of the book in memory, for a large list.
  private let plain: PlainFiling?
  /// Own ids of the lists for creators that the book keeps under another key.
  private var aliases: [String: CreatorKey] = [:]

  init(book: Book, plain: PlainFiling?) { (self.book, self.plain) = (book, plain) }

  private func key(userID id: String) throws -> CreatorKey? {
    if let plain, plain.isComplete { return try plain.key(.user, id) }
    return try book.creators.key(userID: id)
  }

  private func key(redID id: String) throws -> CreatorKey? {
    if let plain, plain.isComplete { return try plain.key(.red, id) }
    return try book.creators.key(redID: id)
  }

  private func key(id: String) throws -> CreatorKey? {
    if let plain, plain.isComplete { return try plain.key(.own, id) }
    return try book.creators.key(id: CreatorID(id))
  }

  /// Whom a record is about.
  func owner(of record: CreatorRecord) throws -> Match {
    var owners: [(by: String, key: CreatorKey)] = []
    if let id = record.userID {
      let key = try key(userID: id) ?? key(id: id)
      if let key { owners.append(("user id \(id)", key)) }
    }
    if let id = record.redID, let key = try key(redID: id) {
      owners.append(("小红书号 \(id)", key))
    }
    if let id = record.ownID {
      let key = try aliases[id] ?? key(id: id)
      if let key { owners.append(("id \(id)", key)) }
    }
    guard let first = owners.first else { return .nobody }
    if let other = owners.first(where: { $0.key != first.key }) {
      let found = try [first, other].map { owner in
        "\(owner.by) of \(try name(owner.key))"
      }
      return .refused(
        RowRefusal(
          found: found.joined(separator: " and "),
          wanted: "ids of one creator" + (try advice(first.key, other.key))))
    }
    return try contradiction(record, first.key).map(Match.refused) ?? .creator(first.key)
  }

  /// Keeps what an own id of the lists stands for, unless the book says the same.
  mutating func remember(_ record: CreatorRecord, is key: CreatorKey) throws {
    guard let id = record.ownID, aliases[id] == nil, try self.key(id: id) != key else { return }
    aliases[id] = key
    plain?.learn(alias: id, key)
  }

  /// What the record says of a creator that can't be true of the one it was found to be.
  ///
  /// A 小红书号 can be changed by its owner; a user id can't, and an own id is the user's word.
  private func contradiction(_ record: CreatorRecord, _ key: CreatorKey) throws -> RowRefusal? {
    guard record.userID != nil || record.ownID != nil else { return nil }
    let known = try book.creators.creator(key)
    if let new = record.userID, let old = known.userID, new != old {
      return RowRefusal(
        found: "the user id \(new)", wanted: "the user id \(old), which \(try name(key)) has")
    }
    let isOwn = ![known.userID, known.redID.map { "red-\($0)" }].contains(known.id.text)
    if let new = record.ownID, isOwn, new != known.id.text, aliases[new] == nil,
      try self.key(id: new) != key
    {
      return RowRefusal(
        column: "creator_id", found: ImportProblem.quoted(new),
        wanted: "\(known.id), under which the book has \(known.nickname)")
    }
    return nil
  }

  /// How two creators are made one; two user ids are two accounts.
  private func advice(_ one: CreatorKey, _ other: CreatorKey) throws -> String {
    let (one, other) = (try book.creators.creator(one), try book.creators.creator(other))
    guard one.userID == nil || other.userID == nil else { return "" }
    return "; if these two are one: "
      + CommandText.line("creator", "merge", one.id.text, other.id.text)
  }

  private func name(_ key: CreatorKey) throws -> String {
    let creator = try book.creators.creator(key)
    return "\(creator.nickname) (\(creator.id))"
  }
}
