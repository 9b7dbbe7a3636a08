import Domain

/// What an audit finds in the entries of one order; few orders have any.
struct Oddities: Sendable {
  /// Findings of single entries dated in the quarter.
  var findings: [Finding] = []
  /// Entries, of whatever day, that the rules would not have written, …
  private(set) var contradictions: [Finding] = []
  /// … and what they move across the books.
  private(set) var crossing: [Account.Books: Money] = [:]
  /// Entries dated in the quarter that were written down more than 7 days later.
  private var late: [(sequence: Int64, days: Int32)] = []

  /// An entry that the rules would not have written.
  mutating func contradict(_ entry: EntryFigures, of order: String, _ how: String) {
    contradictions.append(Self.finding(.unbalanced, order, "entry \(entry.sequence) \(how)"))
    // What the rules post never crosses from one book to the other.
    for transfer in entry.transfers where transfer.debit.books != transfer.credit.books {
      crossing[transfer.debit.books, default: .zero] += transfer.amount
      crossing[transfer.credit.books, default: .zero] += -transfer.amount
    }
  }

  /// Whether an entry that comes next has something to be noted.
  static func hasSome(_ entry: EntryFigures, after lastDay: Day?) -> Bool {
    if let lastDay, entry.day < lastDay { return true }
    if case .adjust = entry.step { return true }
    return delay(entry) > 7
  }

  /// Notes what there is to an entry dated in the quarter, before it is counted.
  mutating func note(_ entry: EntryFigures, of order: String, _ trail: OrderTrail, _ words: Words) {
    if let lastDay = trail.lastDay, entry.day < lastDay {
      findings.append(
        Self.finding(
          .outOfOrder, order,
          "entry \(entry.sequence) (\(entry.step.kind.rawValue)) is dated \(entry.day), "
            + "before entry \(trail.lastSequence) of the same order, dated \(lastDay)"))
    }
    let delay = Self.delay(entry)
    if delay > 7 { late.append((entry.sequence, delay)) }
    if case .adjust(let part, let amount) = entry.step {
      findings.append(
        Self.finding(
          .manualAdjust, order,
          "entry \(entry.sequence) by \(words.actor) moves the \(part.title) by \(amount): "
            + words.reason))
    }
  }

  private static func delay(_ entry: EntryFigures) -> Int32 {
    entry.recordedOn.number - entry.day.number
  }

  /// One finding for all late entries, `nil` when there are none.
  func lateness(of order: String) -> Finding? {
    guard let longest = late.map(\.days).max() else { return nil }
    let shown = late.prefix(10).map { "\($0.sequence)" }.joined(separator: ", ")
    let rest = late.count > 10 ? " and \(late.count - 10) more" : ""
    return Self.finding(
      .lateEntry, order,
      late.count == 1
        ? "entry \(shown) was recorded \(longest) days after its day"
        : "entries \(shown)\(rest) were recorded up to \(longest) days after their days")
  }

  private static func finding(_ code: Finding.Code, _ order: String, _ evidence: String) -> Finding
  {
    Finding(
      code: code, order: order, evidence: evidence,
      next: CommandText.line("order", "show", order))
  }
}

/// The words of an entry that few findings repeat.
struct Words: Sendable {
  let actor: String
  let reason: String
}

extension Recognised.Part {
  var title: String {
    switch self {
    case .quote: "quote"
    case .brandFee: "brand fee"
    case .creatorFee: "creator fee"
    }
  }
}
