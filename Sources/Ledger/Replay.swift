import Domain

/// Where every order should stand, by playing the journal again from its beginning.
public struct Replay: Sendable {
  private var orders: [Played] = []
  private var places = NamePlaces()
  /// What orders name: creators, MCNs and campaigns.
  private var texts = NamePlaces()
  private var approach = Approach()
  private var isCompared: [Bool] = []
  private var findings: [Finding] = []
  private var sums: [Account.Books: Money] = [:]
  private let isFromBeginning: Bool
  /// Entries of orders that were not booked among those that were played, …
  private var waiting: [(entry: EntryFigures, stranger: Int)] = []
  /// … and these orders.
  private var strangers = NamePlaces()

  /// Nothing played yet.
  ///
  /// - Parameter isFromBeginning: `false` puts entries of orders that were booked before aside.
  public init(isFromBeginning: Bool = true) { self.isFromBeginning = isFromBeginning }

  /// Makes room for about so many orders, so that what is known of them need not move as they come.
  public mutating func expect(orders: Int) {
    self.orders.reserveCapacity(orders)
    places.expect(orders)
  }

  /// Goes on by a replay of the later entries.
  ///
  /// - Returns: `false` when both booked the same order: then all must be played in one.
  public mutating func join(_ rest: Replay) -> Bool {
    guard !places.overlaps(rest.places) else { return false }
    let names = rest.strangers.names
    let known = names.map { places[$0] }
    for (entry, stranger) in rest.waiting { add(entry, nil, known[stranger], names[stranger]) }
    places.append(rest.places)
    let numbers = texts.append(rest.texts)
    orders.reserveCapacity(orders.count + rest.orders.count)
    for order in rest.orders { orders.append(order.renumbered(numbers)) }
    findings += rest.findings
    sums.merge(rest.sums) { $0 + $1 }
    return true
  }

  /// Plays the next line.
  public mutating func add(_ line: JournalLine) {
    guard case .entry(let entry) = line else { return }
    var terms: Terms<Int32>?
    if case .book(let booking) = entry.event {
      terms = Terms(booking).map { Int32(texts.place(of: $0).place) }
    }
    add(EntryFigures(entry), terms, places[entry.order], entry.order)
  }

  /// Looks ahead at the order of the entry that is played next: once its name is told, once its fields are.
  public mutating func expect(_ entry: borrowing EncodedEntry, hasFields: Bool) {
    guard hasFields else { return approach.look(for: entry, among: places) }
    approach.find(entry, among: places) { orders[$0].state.quote.fen }
  }

  /// Plays the next entry, which has been told to its end.
  ///
  /// - Throws: ``JournalLine/Unreadable`` when this program doesn't write such entries.
  public mutating func add(_ entry: borrowing EncodedEntry) throws(JournalLine.Unreadable) {
    guard let (figures, said) = try entry.figures() else {
      _ = try JournalLine(entry)
      return
    }
    let place = approach.place(of: entry, among: places)
    // A name that nobody asks for is left where it is.
    if let place, follow(figures, place) { return }
    var terms: Terms<Int32>?
    if let said { terms = said.map { Int32(entry.place(of: $0, in: &texts)) } }
    add(figures, terms, place, entry.text(entry.order))
  }

  /// Plays an entry of a known order, if it is what the rules post.
  private mutating func follow(_ entry: EntryFigures, _ place: Int) -> Bool {
    let posting = try? Posting(
      entry.step, on: orders[place].state, order: "", hasReason: entry.hasReason)
    guard let posting, posting.transfers == entry.transfers else { return false }
    orders[place].follow(entry, to: posting.state)
    return true
  }

  /// - Parameters:
  ///   - terms: what is agreed, if it is a booking.
  ///   - place: where its order is, if it is known.
  private mutating func add(
    _ entry: EntryFigures, _ terms: Terms<Int32>?, _ place: Int?, _ order: String
  ) {
    // What came before may allow it.
    if !isFromBeginning, place == nil, terms == nil { return wait(entry, order) }
    do {
      let posting = try Posting(
        entry.step, on: place.map { orders[$0].state }, order: order, hasReason: entry.hasReason)
      if posting.transfers != entry.transfers {
        contradict(entry, order, "does not move what its \(entry.step.kind.rawValue) moves")
      }
      if let place {
        orders[place].follow(entry, to: posting.state)
      } else if let terms {
        _ = places.place(of: order)
        orders.append(Played(terms: terms, state: posting.state, bookedOn: entry.day))
      }
    } catch {
      // What came before may refuse it for another reason.
      guard isFromBeginning || place != nil else { return wait(entry, order) }
      contradict(entry, order, "does not follow from the order's history: \(error.sentence)")
    }
  }

  private mutating func wait(_ entry: EntryFigures, _ order: String) {
    waiting.append((entry, strangers.place(of: order).place))
  }

  /// Takes the order of a name off the list if the book keeps it as it was played.
  ///
  /// - Parameter shows: whether the book does, told the order and by what to know whether bytes are the
  ///   text of a number.
  public mutating func agree(
    _ name: Span<UInt8>, where shows: (Played, _ isText: (Span<UInt8>, Int32) -> Bool) -> Bool
  ) -> Bool {
    guard let place = places[name],
      shows(orders[place], { texts.holds($0, at: Int($1)) })
    else { return false }
    agree(at: place)
    return true
  }

  private mutating func agree(at place: Int) {
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
    let played = orders[place].order(kept.name, texts)
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
      let name = places.name($0)
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

  private mutating func contradict(_ entry: EntryFigures, _ order: String, _ how: String) {
    findings.append(Self.unbalanced(order, "entry \(entry.sequence) \(how)"))
    // What the rules post never crosses from one book to the other.
    for transfer in entry.transfers where transfer.debit.books != transfer.credit.books {
      sums[transfer.debit.books, default: .zero] += transfer.amount
      sums[transfer.credit.books, default: .zero] += -transfer.amount
    }
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
