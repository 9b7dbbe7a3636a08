import Domain
import Interchange
import Store

/// Files records under the creators they are about, and counts what that changes.
struct CreatorImporter {
  private let book: Book
  private let now: Moment
  private var owners: CreatorMatcher
  private var said = SaidFacts()
  private let filing: RecordFiling

  /// What became of a creator so far.
  private enum Change { case added, updated, unchanged }
  private var changes: [CreatorKey: Change] = [:]
  /// Creators as they were before this import touched who they are.
  private var originals: [CreatorKey: Creator] = [:]

  /// What could not be filed.
  private(set) var problems = ProblemList()

  /// - Parameter asOf: the day of rows that name none.
  init(book: Book, now: Moment, actor: String, asOf: Day) throws {
    (self.book, self.now) = (book, now)
    owners = CreatorMatcher(book: book)
    filing = RecordFiling(
      book: book, actor: actor, asOf: asOf,
      words: CategoryWords(codes: try book.reference.categoryWords()))
  }

  /// Creators added, changed, and met without a change.
  mutating func counts() throws -> (added: Int, updated: Int, unchanged: Int) {
    for (key, original) in originals where try book.creators.creator(key) != original {
      if changes[key] != .added { changes[key] = .updated }
    }
    let count = { [changes] (wanted: Change) in changes.values.count { $0 == wanted } }
    return (count(.added), count(.updated), count(.unchanged))
  }

  /// Files one record; what is wrong with it becomes a problem.
  ///
  /// - Parameters:
  ///   - file: where the record is from, for problems.
  ///   - source: what its facts are kept under when it names no source itself.
  mutating func take(_ record: CreatorRecord, file: String, source: String) throws {
    let refuse = { (refusal: RowRefusal, list: inout ProblemList) in
      list.add(
        ImportProblem(
          file: file, line: record.line, column: refusal.column, found: refusal.found,
          wanted: refusal.wanted))
    }
    let match = try owners.owner(of: record)
    if case .refused(let refusal) = match { return refuse(refusal, &problems) }
    if let refusal = filing.refusal(of: record) { return refuse(refusal, &problems) }
    var key: CreatorKey
    if case .creator(let known) = match {
      key = known
      try merge(record, into: known)
    } else {
      guard let nickname = record.nickname else {
        let refusal = RowRefusal(
          column: "nickname", found: "nothing", wanted: "a nickname: the book has no such creator")
        return refuse(refusal, &problems)
      }
      key = try book.creators.add(Self.creator(record, nickname), at: now)
      changes[key] = .added
    }
    owners.remember(record, is: key)
    let source = record.source ?? source
    let contradiction = said.add(
      record, of: key, file: file, day: record.day ?? filing.asOf, source: source,
      rater: filing.actor)
    if let contradiction { return refuse(contradiction, &problems) }
    let isNews = try filing.file(record, under: key, source: source)
    if changes[key] == nil || (isNews && changes[key] == .unchanged) {
      changes[key] = isNews ? .updated : .unchanged
    }
  }

  private static func creator(_ record: CreatorRecord, _ nickname: String) -> Creator {
    let id = record.ownID ?? record.userID ?? "red-\(record.redID ?? "")"
    return Creator(
      id: CreatorID(id), nickname: nickname, userID: record.userID, redID: record.redID,
      profileURL: record.profileURL, city: record.city, gender: record.gender,
      agency: record.agency, healthLevel: record.healthLevel)
  }

  /// What a record says of who a creator is replaces what the book says; what it leaves out stays.
  private mutating func merge(_ record: CreatorRecord, into key: CreatorKey) throws {
    let known = try book.creators.creator(key)
    var creator = known
    creator.nickname = record.nickname ?? known.nickname
    creator.userID = record.userID ?? known.userID
    creator.redID = record.redID ?? known.redID
    creator.city = record.city ?? known.city
    creator.gender = record.gender ?? known.gender
    creator.agency = record.agency ?? known.agency
    creator.healthLevel = record.healthLevel ?? known.healthLevel
    // A link with the user id in it is as good as any other such link.
    if known.profileURL.flatMap(Key.userID(inLink:)) == nil {
      creator.profileURL = record.profileURL ?? known.profileURL
    }
    guard creator != known else { return }
    if originals[key] == nil { originals[key] = known }
    try book.creators.update(key, to: creator)
  }
}
