import Domain
import Interchange
import Ledger
import Store

/// Posts a file of order events inside one transaction of the caller.
struct OrderImporter {
  let file: String
  /// Whether events that the rules refuse are left out, instead of stopping the whole file.
  let skipsRefused: Bool
  private let book: Book
  private let now: Moment
  private var poster: EventPoster
  private var creators: [String: Creator] = [:]
  private var result = OrderImport()
  private var problems: [String] = []
  private var hasUnreadable = false

  /// - Parameter recordsWhenItHappens: for a fictional book, whose entries were written down in time.
  init(
    book: Book, now: Moment, actor: String, file: String, skipsRefused: Bool,
    recordsWhenItHappens: Bool = false
  ) throws {
    (self.book, self.now, self.file, self.skipsRefused) = (book, now, file, skipsRefused)
    poster = try EventPoster(book: book, now: now, actor: actor)
    poster.recordsWhenItHappens = recordsWhenItHappens
  }

  /// Posts every row, in the order of the file.
  ///
  /// - Throws: ``Failure`` of kind `badInput` with every problem and its line; the caller's
  ///   transaction must be undone then.
  mutating func run(_ bytes: [UInt8]) throws -> OrderImport {
    var reader: TableReader
    do {
      reader = try TableReader(bytes, file: file)
    } catch {
      throw Failure(.badInput, "\(error)", next: "see: kolbook order import --help")
    }
    let places = try Self.places(reader.header, file, reader.headerLine)
    while let row = reader.next() {
      let cell = { (column: String) in places[column].map { Key.normalised(row.cells[$0]) } ?? "" }
      try post(row.line, cell)
    }
    problems += reader.problems.sorted.map { "\($0)" }
    hasUnreadable = hasUnreadable || !reader.problems.isEmpty
    guard problems.isEmpty else { throw failure }
    result.encoding = reader.encoding.name
    result.lastSequence = try book.ledger.lastSequence()
    return result
  }

  private static func places(_ header: [String], _ file: String, _ line: Int) throws
    -> [String: Int]
  {
    var places: [String: Int] = [:]
    for (place, name) in header.enumerated() {
      let name = Key.normalised(name).lowercased()
      guard OrderEventRow.columns.contains(name) else { continue }
      guard places.updateValue(place, forKey: name) == nil else {
        throw Failure(.badInput, "\(file):\(line): the header has the column \(name) twice")
      }
    }
    let missing = ["at", "event", "order"].filter { places[$0] == nil }
    guard missing.isEmpty else {
      throw Failure(
        .badInput,
        "\(file):\(line): the header has no column \(missing.joined(separator: ", "))",
        details: ["columns: \(OrderEventRow.columns.joined(separator: ", "))"],
        next: "see: kolbook order import --help")
    }
    return places
  }

  private mutating func post(_ line: Int, _ cell: (String) -> String) throws {
    do {
      let row = try OrderEventRow(cell)
      let what: EventPoster.Draft.What
      switch row.what {
      case .event(let event): what = .event(event)
      case .book(let draft): what = .book(draft, try creator(draft.creator))
      }
      let receipt = try poster.post(.init(order: row.order, what: what, note: row.note))
      if receipt.isNew { result.recorded += 1 } else { result.known += 1 }
    } catch let problem as OrderEventRow.Problem {
      hasUnreadable = hasUnreadable || problem.rule == nil
      note(line, cell, problem.rule, problem.sentence)
    } catch let refusal as Refusal {
      note(line, cell, refusal.rule.rawValue, refusal.sentence)
    } catch let failure as Failure where failure.kind == .failed || failure.kind == .usage {
      hasUnreadable = true
      note(line, cell, nil, failure.sentence)
    }
  }

  private mutating func note(
    _ line: Int, _ cell: (String) -> String, _ rule: String?, _ sentence: String
  ) {
    guard skipsRefused, let rule else {
      problems.append("\(file):\(line): \(sentence)")
      return
    }
    result.refused.append(
      .init(
        line: line, order: cell("order"), event: cell("event"), rule: rule, sentence: sentence))
  }

  private var failure: Failure {
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    return Failure(
      .badInput, "\(file): \(count); nothing was recorded", details: problems,
      next: hasUnreadable || skipsRefused
        ? "correct these lines" : "correct these lines, or record the others with --skip-refused")
  }

  /// The creator that a row means exactly; one the book doesn't know yet is added by that name.
  private mutating func creator(_ words: String) throws -> Creator {
    if let creator = creators[words] { return creator }
    let userID = CreatorID.isUserID(words) ? words.lowercased() : Key.userID(inLink: words)
    let creator = try known(userID ?? words) ?? add(words, userID)
    creators[words] = creator
    return creator
  }

  private func known(_ words: String) throws -> Creator? {
    let found = try book.creators.keys(matching: words).map(book.creators.creator)
      .filter { [$0.id.text, $0.userID, $0.redID, $0.nickname].contains(words) }
    guard found.count < 2 else {
      throw Failure(
        .failed,
        "creator: \(words) is the name of \(found.count) creators: "
          + found.map(\.id.text).joined(separator: ", "))
    }
    return found.first
  }

  private mutating func add(_ words: String, _ userID: String?) throws -> Creator {
    let creator = Creator(
      id: CreatorID(userID ?? words), nickname: words, userID: userID,
      profileURL: userID == nil || userID == words.lowercased() ? nil : words)
    _ = try book.creators.add(creator, at: now)
    result.newCreators += 1
    return creator
  }
}
