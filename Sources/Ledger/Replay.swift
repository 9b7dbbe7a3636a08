import Domain

/// Where every order should stand, by playing the journal again from its beginning.
public struct Replay: Sendable {
  private var orders: [Order] = []
  private var places = OrderPlaces()
  private var isCompared: [Bool] = []
  private var findings: [Finding] = []
  private var sums: [Account.Books: Money] = [:]
  private let isFromBeginning: Bool
  /// Entries of orders that were not booked among those that were played.
  private var waiting: [Entry] = []

  /// Nothing played yet.
  ///
  /// - Parameter isFromBeginning: `false` puts entries of orders that were booked before aside.
  public init(isFromBeginning: Bool = true) { self.isFromBeginning = isFromBeginning }

  /// Goes on by a replay of the later entries.
  ///
  /// - Returns: `false` when both booked the same order: then all must be played in one.
  public mutating func join(_ rest: Replay) -> Bool {
    guard rest.orders.allSatisfy({ places[$0.name] == nil }) else { return false }
    for entry in rest.waiting { add(.entry(entry)) }
    for order in rest.orders { _ = places.place(of: order.name) }
    orders += rest.orders
    findings += rest.findings
    sums.merge(rest.sums) { $0 + $1 }
    return true
  }

  /// Plays the next line.
  public mutating func add(_ line: JournalLine) {
    guard case .entry(let entry) = line else { return }
    let place = places[entry.order]
    do {
      let posting = try Posting(
        entry.event, on: place.map { orders[$0].state }, order: entry.order, reason: entry.reason)
      if posting.transfers != entry.transfers { contradict(entry) }
      if let place {
        orders[place].follow(entry, to: posting.state)
      } else if let order = Order(nil, after: entry, state: posting.state) {
        _ = places.place(of: entry.order)
        orders.append(order)
      }
    } catch {
      // What came before may allow it, or refuse it for another reason.
      guard isFromBeginning || place != nil else { return waiting.append(entry) }
      contradict(entry, "does not follow from the order's history: \(error.sentence)")
      addCrossing(entry)
    }
  }

  private mutating func contradict(_ entry: Entry) {
    contradict(entry, "does not move what its \(entry.event.kind.rawValue) moves")
    addCrossing(entry)
  }

  /// What the rules post never crosses from one book to the other.
  private mutating func addCrossing(_ entry: Entry) {
    for transfer in entry.transfers where transfer.debit.books != transfer.credit.books {
      sums[transfer.debit.books, default: .zero] += transfer.amount
      sums[transfer.credit.books, default: .zero] += -transfer.amount
    }
  }

  /// Compares an order as the book keeps it, and takes it off the list.
  public mutating func compare(_ kept: Order) {
    guard let place = places[kept.name] else {
      return unbalance(kept.name, "is kept, but no entry of the journal books it")
    }
    isCompared += Array(repeating: false, count: orders.count - isCompared.count)
    isCompared[place] = true
    let played = orders[place]
    guard played != kept else { return }
    let (one, other) = (kept.state, played.state)
    let states =
      one == other
      ? "differs in what was agreed at booking"
      : "is kept as \(one.status.rawValue) with \(one.recognised.brandTotal), the journal leads to "
        + "\(other.status.rawValue) with \(other.recognised.brandTotal)"
    unbalance(kept.name, states)
  }

  /// What was found, once every kept order has been compared.
  public func finish() -> [Finding] {
    let lost = orders.indices.filter { !isCompared.indices.contains($0) || !isCompared[$0] }.map {
      let name = orders[$0].name
      return Self.unbalanced(
        name, "order \(name) is booked in the journal, but not kept among the orders")
    }
    let crossing = sums.filter { $0.value != .zero }.map { books, sum in
      Finding(
        code: .unbalanced, order: nil,
        evidence: "the accounts of the \(books.rawValue) book sum to \(sum), not to ¥0.00",
        next: nil)
    }
    return findings + lost + crossing
  }

  private mutating func contradict(_ entry: Entry, _ how: String) {
    findings.append(Self.unbalanced(entry.order, "entry \(entry.sequence) \(how)"))
  }

  private mutating func unbalance(_ order: String, _ how: String) {
    findings.append(Self.unbalanced(order, "order \(order) \(how)"))
  }

  private static func unbalanced(_ order: String, _ evidence: String) -> Finding {
    Finding(
      code: .unbalanced, order: order, evidence: evidence,
      next: CommandText.line("order", "show", order))
  }
}
