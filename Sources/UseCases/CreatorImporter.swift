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
  /// Files what it can of a large list.
  private let plain: PlainFiling?
  private var outcomes = PerCreator<PlainFiling.Outcome>(.unmet)
  /// Creators as they were before this import touched who they are.
  private var originals: [CreatorKey: Creator] = [:]

  /// What could not be filed.
  private(set) var problems = ProblemList()

  /// - Parameters:
  ///   - asOf: the day of rows that name none.
  ///   - rows: how many will come, roughly.
  init(book: Book, now: Moment, actor: String, asOf: Day, rows: Int) throws {
    (self.book, self.now) = (book, now)
    let words = CategoryWords(codes: try book.reference.categoryWords())
    plain = try PlainFiling(book: book, now: now, asOf: asOf, words: words, rows: rows)
    owners = CreatorMatcher(book: book, plain: plain)
    filing = RecordFiling(book: book, actor: actor, asOf: asOf, words: words)
  }

  /// Takes a plain row of a large list; `false` when it is to be read as a record.
  mutating func take(_ row: CreatorRow, file: String, source: [UInt8]) throws -> Bool {
    try plain?.take(row, source: source, file: file, &outcomes) ?? false
  }

  /// Completes the book, once all rows are filed.
  func finish() throws { try plain?.finish() }

  /// Creators added, changed, and met without a change.
  mutating func counts() throws -> (added: Int, updated: Int, unchanged: Int) {
    for (key, original) in originals where try book.creators.creator(key) != original {
      if outcomes[key] != .added { outcomes[key] = .updated }
    }
    return (
      outcomes.count(of: .added), outcomes.count(of: .updated), outcomes.count(of: .unchanged)
    )
  }

  /// Files one record; what is wrong with it becomes a problem.
  ///
  /// - Parameters:
  ///   - file: where the record is from, for problems.
  ///   - source: what its facts are kept under when it names no source itself.
  mutating func take(_ record: CreatorRecord, file: String, source: String) throws {
    try plain?.flush()
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
      try owners.remember(record, is: known)
    } else {
      guard let nickname = record.nickname else {
        let refusal = RowRefusal(
          column: "nickname", found: "nothing", wanted: "a nickname: the book has no such creator")
        return refuse(refusal, &problems)
      }
      let creator = Self.creator(record, nickname)
      key = try book.creators.add(creator, at: now)
      plain?.learn(creator, key)
      outcomes[key] = .added
    }
    hearPlainRows(of: key)
    let source = record.source ?? source
    let contradiction = said.add(
      record, of: key, file: file, day: record.day ?? filing.asOf, source: source,
      rater: filing.actor)
    if let contradiction { return refuse(contradiction, &problems) }
    let isNews = try filing.file(record, under: key, source: source)
    let outcome = outcomes[key]
    if outcome == .unmet || (isNews && outcome == .unchanged) {
      outcomes[key] = isNews ? .updated : .unchanged
    }
  }

  /// Hears what plain rows have said of a creator, which fits together, before a record says more.
  private mutating func hearPlainRows(of key: CreatorKey) {
    for row in plain?.meet(asRecord: key) ?? [] {
      // Each fact has a day and a source of its own.
      _ = said.add(
        row.record, of: key, file: row.file, day: filing.asOf, source: "", rater: filing.actor)
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
    plain?.learn(creator, key, from: known)
  }
}
