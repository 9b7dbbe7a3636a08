import Domain
import SQLite

/// Finds creators who may be one person.
///
/// Two creators with a user id each are never one: these are two accounts. Everything is sorted and looked
/// at once, so a million creators take seconds; of many with one nickname only neighbours are paired.
public struct DuplicateStore {
  let connection: Connection

  /// A contact that more creators share is their MCN's.
  private static let mostShared = 3

  /// The pairs: those with the most evidence first, then as they came into the book.
  public func pairs() throws -> [DuplicatePair] {
    var found: [[Int64]: Set<DuplicatePair.Evidence>] = [:]
    let note = { (one: Int64, other: Int64, evidence: DuplicatePair.Evidence) in
      guard one != other else { return }
      found[[min(one, other), max(one, other)], default: []].insert(evidence)
    }
    try findIDs(note)
    try findLinks(note)
    try findContacts(note)
    try findNicknames(note)
    return found.map { pair, evidence in
      DuplicatePair(
        first: CreatorKey(number: pair[0]), second: CreatorKey(number: pair[1]),
        evidence: evidence.sorted { $0.rawValue < $1.rawValue })
    }.sorted { left, right in
      left.evidence.count == right.evidence.count
        ? (left.first.number, left.second.number) < (right.first.number, right.second.number)
        : left.evidence.count > right.evidence.count
    }
  }

  private typealias Note = (Int64, Int64, DuplicatePair.Evidence) -> Void

  /// One creator's 小红书号 is the own id of another.
  private func findIDs(_ note: Note) throws {
    try connection.with(
      """
      SELECT a.creator_no, b.creator_no FROM creator AS a JOIN creator AS b
        ON b.creator_id IN (a.red_id, 'red-' || a.red_id) AND b.creator_no <> a.creator_no
      WHERE a.red_id IS NOT NULL AND a.merged_into IS NULL AND b.merged_into IS NULL
        AND (a.user_id IS NULL OR b.user_id IS NULL)
      """
    ) { statement in
      while let row = try statement.next() { note(row.int64(0), row.int64(1), .id) }
    }
  }

  /// A link carries the user id of another creator, or two have one link.
  private func findLinks(_ note: Note) throws {
    let creators = CreatorStore(connection: connection, change: nil)
    try connection.with(
      """
      SELECT creator_no, profile_url FROM creator
      WHERE profile_url IS NOT NULL AND user_id IS NULL AND merged_into IS NULL
      ORDER BY profile_url, creator_no
      """
    ) { statement in
      var last: (number: Int64, link: String)?
      while let row = try statement.next() {
        let (number, link) = (row.int64(0), try row.text(1))
        if let last, last.link == link { note(last.number, number, .link) }
        last = (number, link)
        guard let id = Key.userID(inLink: link) else { continue }
        if let owner = try creators.key(userID: id) ?? creators.key(id: CreatorID(id)) {
          note(owner.number, number, .link)
        }
      }
    }
  }

  private func findContacts(_ note: Note) throws {
    var run: [(number: Int64, hasAccount: Bool)] = []
    var contact: Contact?
    func end() {
      guard run.count <= Self.mostShared else { return }
      for (one, other) in zip(run, run.dropFirst()) where !(one.hasAccount && other.hasAccount) {
        note(one.number, other.number, .contact)
      }
    }
    try connection.with(
      """
      SELECT kind, value, creator_no, user_id IS NOT NULL
      FROM creator_contact JOIN creator USING (creator_no) WHERE merged_into IS NULL
      ORDER BY kind, value, creator_no
      """
    ) { statement in
      while let row = try statement.next() {
        let next = Contact(kind: try row.text(0), value: try row.text(1))
        if next != contact {
          end()
          (run, contact) = ([], next)
        }
        run.append((row.int64(2), row.int64(3) == 1))
      }
    }
    end()
  }

  /// A creator as far as nicknames are compared: by hashes, which tell apart within one run of the program.
  private struct Named {
    let nickname: Int
    let number: Int64
    let hasAccount: Bool
    /// MCN, city and followers, where they are known.
    let others: [Int?]
  }

  /// One nickname but for width, case and white space, and one MCN, city or follower count.
  private func findNicknames(_ note: Note) throws {
    var all: [Named] = []
    try connection.with(
      """
      SELECT creator_no, nickname, user_id IS NOT NULL, agency, city,
        (SELECT followers FROM follower_fact AS f WHERE f.creator_no = c.creator_no
          ORDER BY day DESC, nth DESC LIMIT 1)
      FROM creator AS c WHERE merged_into IS NULL
      """
    ) { statement in
      while let row = try statement.next() {
        all.append(
          Named(
            nickname: Key.folded(try row.text(1)).hashValue, number: row.int64(0),
            hasAccount: row.int64(2) == 1,
            others: [
              try row.textOrNil(3)?.hashValue, try row.textOrNil(4)?.hashValue,
              row.int64OrNil(5)?.hashValue,
            ]))
      }
    }
    all.sort { ($0.nickname, $0.number) < ($1.nickname, $1.number) }
    for group in all.chunked(by: \.nickname) where group.count > 1 {
      let kinds: [DuplicatePair.Evidence] = [
        .nicknameAndMCN, .nicknameAndCity, .nicknameAndFollowers,
      ]
      for (place, evidence) in kinds.enumerated() {
        let known = group.filter { $0.others[place] != nil }
          .sorted { ($0.others[place] ?? 0, $0.number) < ($1.others[place] ?? 0, $1.number) }
        for (one, other) in zip(known, known.dropFirst())
        where one.others[place] == other.others[place] && !(one.hasAccount && other.hasAccount) {
          note(one.number, other.number, evidence)
        }
      }
    }
  }
}

extension Array {
  /// The runs of neighbours that agree in something.
  fileprivate func chunked<Value: Equatable>(by value: (Element) -> Value) -> [ArraySlice<Element>]
  {
    var runs: [ArraySlice<Element>] = []
    var start = startIndex
    for place in indices where place > start && value(self[place]) != value(self[start]) {
      runs.append(self[start..<place])
      start = place
    }
    if start < endIndex { runs.append(self[start...]) }
    return runs
  }
}
