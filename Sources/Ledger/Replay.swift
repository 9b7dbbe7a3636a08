import Domain

/// Where every order should stand, by playing the journal again from its beginning.
public struct Replay: Sendable {
  private var orders: [Order] = []
  private var places = NamePlaces()
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
    guard !places.overlaps(rest.places) else { return false }
    for entry in rest.waiting { add(.entry(entry)) }
    places.append(rest.places)
    orders += rest.orders
    findings += rest.findings
    sums.merge(rest.sums) { $0 + $1 }
    return true
  }

  /// Plays the next line.
  public mutating func add(_ line: JournalLine) {
    guard case .entry(let entry) = line else { return }
    add(entry, places[entry.order])
  }

  /// Plays the next entry, which has been told to its end.
  ///
  /// - Throws: ``JournalLine/Unreadable`` when this program doesn't write such entries.
  public mutating func add(_ entry: borrowing EncodedEntry) throws(JournalLine.Unreadable) {
    let place = entry.place(among: places)
    // A name that nobody asks for is left where it is.
    if let entry = try Entry(entry, order: place == nil ? nil : "") {
      add(entry, place)
    } else {
      _ = try JournalLine(entry)
    }
  }

  /// - Parameter place: where its order is, if it is known; then the entry need not name it.
  private mutating func add(_ entry: Entry, _ place: Int?) {
    if let place {
      let posting = try? Posting(
        entry.event, on: orders[place].state, order: "", reason: entry.reason)
      if let posting, posting.transfers == entry.transfers {
        return orders[place].follow(entry, to: posting.state)
      }
    }
    var entry = entry
    if let place { entry.order = orders[place].name }
    addSlowly(entry, place)
  }

  private mutating func addSlowly(_ entry: Entry, _ place: Int?) {
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

  /// The order of a name as the journal leaves it, and its place, by which ``agree(at:)`` takes it off the
  /// list.
  public func played(_ name: Span<UInt8>) -> (order: Order, place: Int)? {
    places[name].map { (orders[$0], $0) }
  }

  /// The book keeps the order as it was played.
  public mutating func agree(at place: Int) {
    if isCompared.count < orders.count {
      isCompared += Array(repeating: false, count: orders.count - isCompared.count)
    }
    isCompared[place] = true
  }

  /// This replay without what was found and compared, to compare other orders meanwhile.
  public var apart: Replay {
    var replay = self
    (replay.findings, replay.isCompared) = ([], [])
    return replay
  }

  /// Goes on after one that was ``apart`` has compared other orders.
  public mutating func join(comparedBy other: Replay) {
    findings += other.findings
    for place in other.isCompared.indices where other.isCompared[place] { agree(at: place) }
  }

  /// Compares an order as the book keeps it, and takes it off the list.
  public mutating func compare(_ kept: Order) {
    guard let place = places[kept.name] else {
      return unbalance(kept.name, "is kept, but no entry of the journal books it")
    }
    agree(at: place)
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
