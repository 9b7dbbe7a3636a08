import Domain
import Interchange
import Ledger
import Store

/// Posts a file of order events inside one transaction of the caller.
struct OrderImporter {
  let file: String
  /// Whether events that the rules refuse are left out, instead of stopping the whole file.
  let skipsRefused: Bool
  private let rounding: FenRounding
  private let book: Book
  private let now: Moment
  private var poster: EventPoster
  private var creators: [String: Creator] = [:]
  private var result = OrderImport()
  private var problems: [String] = []
  private var hasUnreadable = false
  /// What opens the books again for the first event that found them closed.
  private var reopening: String?

  /// - Parameter recordsWhenItHappens: for a fictional book, whose entries were written down in time.
  init(
    book: Book, now: Moment, actor: String, file: String, skipsRefused: Bool,
    rounding: FenRounding = .refuse, recordsWhenItHappens: Bool = false
  ) throws {
    (self.book, self.now, self.file, self.skipsRefused) = (book, now, file, skipsRefused)
    self.rounding = rounding
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
      let cell = { (column: String) in
        places[column].map { Key.normalised(FormulaGuard.unguarded(row.cells[$0])) } ?? ""
      }
      try post(row.line, cell)
    }
    problems += reader.problems.sorted.map { "\($0)" }
    hasUnreadable = hasUnreadable || !reader.problems.isEmpty
    guard problems.isEmpty else { throw failure }
    result.encoding = reader.encoding?.name ?? "XLSX"
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

  private mutating func post(_ line: Int, _ cell: @escaping (String) -> String) throws {
    do {
      let row = try OrderEventRow(rounding, cell)
      let isNew = try post(row)
      if row.isRounded { result.rounded += 1 }
      if isNew { result.recorded += 1 } else { result.known += 1 }
    } catch let problem as OrderEventRow.Problem {
      hasUnreadable = hasUnreadable || problem.rule == nil
      note(line, cell, problem.rule, problem.sentence)
    } catch let refusal as Refusal {
      if refusal.rule == .closedBooks { reopening = reopening ?? refusal.next }
      note(line, cell, refusal.rule.rawValue, refusal.sentence)
    } catch let failure as Failure where failure.kind == .failed || failure.kind == .usage {
      hasUnreadable = true
      note(line, cell, nil, failure.sentence)
    }
  }

  /// Whether the row was not in the book already.
  private mutating func post(_ row: OrderEventRow) throws -> Bool {
    let draft: OrderDraft
    switch row.what {
    case .lock(let kind, let through):
      return try poster.lock(kind, through: through, row.note).isNew
    case .event(let event):
      let draft = EventPoster.Draft(order: row.order, what: .event(event), note: row.note)
      return isNew(try poster.post(draft))
    case .book(let booked): draft = booked
    }
    let words = draft.creator
    let known = try creators[words] ?? known(words)
    let creator = try known ?? newcomer(words, draft.nickname)
    let receipt = try poster.post(
      .init(order: row.order, what: .book(draft, creator), note: row.note),
      adding: known == nil ? creator : nil)
    creators[words] = creator
    if known == nil { result.newCreators.append("\(creator.nickname) (\(creator.id))") }
    return isNew(receipt)
  }

  private mutating func isNew(_ receipt: OrderReceipt) -> Bool {
    if receipt.isNew, receipt.comingDay != nil { result.ahead += 1 }
    return receipt.isNew
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
    var ways = ["correct these lines"]
    if !hasUnreadable, !skipsRefused { ways.append("record the others with --skip-refused") }
    if let reopening { ways.append("open the books again: \(reopening)") }
    return Failure(
      .badInput, "\(file): \(count); nothing was recorded", details: problems,
      next: ways.joined(separator: ", or "))
  }

  /// The creator that a row means exactly, `nil` when the book doesn't know one by that name yet.
  private func known(_ words: String) throws -> Creator? {
    let words = Self.userID(words) ?? words
    let found = try book.creators.keys(named: words).map(book.creators.creator)
    guard found.count < 2 else {
      let ids = found.map(\.id.text).joined(separator: ", ")
      throw Failure(.failed, "creator: \(words) is the name of \(found.count) creators: \(ids)")
    }
    return found.first
  }

  /// A creator of whom only the name in an order is known.
  private func newcomer(_ words: String, _ nickname: String?) throws -> Creator {
    let userID = Self.userID(words)
    let id = userID ?? (CreatorID.isWellFormed(words) ? words : nil)
    return Creator(
      id: try id.map(CreatorID.init) ?? book.creators.nextOwnID(),
      nickname: Key.squeezed(nickname ?? words), userID: userID,
      profileURL: Key.userID(inLink: words) == nil ? nil : words)
  }

  private static func userID(_ words: String) -> String? {
    CreatorID.isUserID(words) ? words.lowercased() : Key.userID(inLink: words)
  }
}
