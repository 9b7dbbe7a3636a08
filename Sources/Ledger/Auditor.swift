public import Domain

/// Reads a journal and then reports on one quarter: first the numbers and days of all entries, then the
/// locks, then the orders, each order's entries in the order of their numbers.
///
/// Amounts and balances count entries by their Shanghai day. An order belongs to the quarter when
/// an entry of it is dated there, or when it is open at the quarter's end; findings about orders
/// are reported for the orders that belong. Findings about the journal itself (gaps, sums that are
/// not zero, entries that contradict their order's history) are reported of all that was read.
public struct Auditor: Sendable {
  /// The quarter that is audited.
  public let quarter: Quarter
  let basis: AuditBasis
  let asOf: Day
  let schedule: FeeSchedule
  let days: ClosedRange<Day>
  var lastSequence: Int64 = 0
  /// In the order in which the orders came.
  var trails: [OrderTrail] = []
  /// Their numbers.
  var places = NamePlaces()
  /// What orders name: creators, MCNs and campaigns.
  var texts = NamePlaces()
  /// By the places of the orders that have any.
  var oddities: [Int: Oddities] = [:]
  /// What is found of the journal itself: gaps, reopened quarters.
  var journal: [Finding] = []
  /// Entries of or from the quarter that are dated after the day on which they were written down.
  var ahead: [Ahead] = []
  /// The oldest first.
  var locks: [Lock] = []
  /// The days of entries, of those at least that others correct.
  var entryDays: [Int64: Day] = [:]
  var isFromMiddle = false
  private var approach = Approach()
  /// Entries, in the order of their numbers, of orders that are not booked among the entries that came, …
  var waiting: [Waiting] = []
  /// … their orders, …
  var strangers = NamePlaces()
  /// … and whether the quarter needs these.
  var isNeeded: [Bool] = []

  struct Ahead {
    let sequence: Int64
    let day, recordedOn: Day
    /// The order's place.
    var place: Int
  }

  struct Waiting {
    let entry: EntryFigures
    let words: Words?
    let stranger: Int
  }

  /// An audit to come.
  ///
  /// - Parameters:
  ///   - asOf: the day on which ages are judged; the quarter's last day unless it is still running.
  ///   - schedule: the fees that should have been frozen.
  public init(
    _ quarter: Quarter, basis: AuditBasis = .charged, asOf: Day? = nil, schedule: FeeSchedule
  ) {
    self.quarter = quarter
    self.basis = basis
    self.schedule = schedule
    days = quarter.firstDay...quarter.lastDay
    self.asOf = min(asOf ?? quarter.lastDay, quarter.lastDay)
  }

  /// The next line of the journal.
  public mutating func add(_ line: JournalLine) {
    switch line {
    case .entry(let entry): add(entry)
    case .lock(let lock): add(lock)
    }
  }

  /// The books are closed, or opened again.
  private mutating func add(_ lock: Lock) {
    locks.append(lock)
    guard lock.kind == .reopen else { return }
    journal.append(.reopened(lock))
  }

  /// The next entry of the journal has this number and is dated on this day.
  public mutating func count(_ sequence: Int64, on day: Day) {
    count(sequence)
    tell(day, of: sequence)
  }

  /// The next entry of the journal has this number.
  public mutating func count(_ sequence: Int64) {
    if sequence != lastSequence + 1 { journal.append(.gap(lastSequence, sequence)) }
    lastSequence = max(lastSequence, sequence)
  }

  /// The journal's numbers are 1 through this one.
  public mutating func count(through newest: Int64) { lastSequence = newest }

  /// An entry that another one corrects is dated on this day.
  public mutating func tell(_ day: Day, of sequence: Int64) { entryDays[sequence] = day }

  /// The next entry of an order.
  public mutating func add(_ entry: Entry) {
    var terms: Terms<Int32>?
    if case .book(let booking) = entry.event {
      terms = Terms(booking).map { Int32(texts.place(of: $0).place) }
    }
    add(
      EntryFigures(entry), terms, places[entry.order], true, entry.order.utf8.span,
      Words(actor: entry.actor, reason: entry.reason))
  }

  /// Looks ahead at the order of the entry that comes next: once its name is told, once its fields are.
  public mutating func expect(_ entry: borrowing EncodedEntry, hasFields: Bool) {
    guard hasFields else { return approach.look(for: entry, among: places) }
    approach.find(entry, among: places) { trails[$0].firstSequence }
  }

  /// The next entry of an order, told to its end; a lock is passed over.
  ///
  /// - Parameter isNeeded: `false` when the quarter needs the order only if another entry of it comes.
  /// - Throws: ``JournalLine/Unreadable`` when this program doesn't write such entries.
  public mutating func add(
    _ entry: borrowing EncodedEntry, isNeeded: Bool = true
  ) throws(JournalLine.Unreadable) {
    guard let (figures, said) = try entry.figures() else {
      _ = try JournalLine(entry)
      return
    }
    var terms: Terms<Int32>?
    if let said { terms = said.map { Int32(entry.place(of: $0, in: &texts)) } }
    var words: Words?
    if case .adjust = figures.step {
      words = Words(actor: entry.text(entry.actor), reason: entry.text(entry.reason))
    }
    add(
      figures, terms, approach.place(of: entry, among: places), isNeeded,
      entry.room.span.extracting(entry.order), words)
  }

  /// - Parameters:
  ///   - terms: what is agreed, if it is a booking.
  ///   - known: where its order is, if entries of it have come.
  mutating func add(
    _ entry: EntryFigures, _ terms: Terms<Int32>?, _ known: Int?, _ isNeeded: Bool,
    _ order: Span<UInt8>, _ words: Words?
  ) {
    guard let place = known else {
      guard !isFromMiddle || terms != nil else { return wait(entry, order, isNeeded, words) }
      trails.append(OrderTrail())
      return add(entry, terms, to: places.place(of: order).place, isNeeded, words)
    }
    if terms != nil, isNeeded, !trails[place].isNeeded {
      // What the quarter needs of an order begins with a booking, whatever was before.
      trails[place] = OrderTrail()
      oddities[place] = nil
    }
    add(entry, terms, to: place, isNeeded, words)
  }

  private mutating func wait(
    _ entry: EntryFigures, _ order: Span<UInt8>, _ isNeeded: Bool, _ words: Words?
  ) {
    let (stranger, isNew) = strangers.place(of: order)
    if isNew { self.isNeeded.append(isNeeded) } else if isNeeded { self.isNeeded[stranger] = true }
    if isNeeded { waiting.append(Waiting(entry: entry, words: words, stranger: stranger)) }
  }

  private mutating func add(
    _ entry: EntryFigures, _ terms: Terms<Int32>?, to place: Int, _ isNeeded: Bool, _ words: Words?
  ) {
    let isInQuarter = days.contains(entry.day)
    if entry.day > entry.recordedOn, isInQuarter || days.contains(entry.recordedOn) {
      ahead.append(
        Ahead(
          sequence: entry.sequence, day: entry.day, recordedOn: entry.recordedOn, place: place))
    }
    if !trails[place].follow(entry, terms) { contradict(entry, place) }
    if isInQuarter, Oddities.hasSome(entry, after: trails[place].lastDay) {
      oddities[place, default: Oddities()].note(
        entry, of: places.name(place), trails[place], words ?? Words(actor: "", reason: ""))
    }
    trails[place].count(entry, days: days, basis: basis)
    if isNeeded { trails[place].isNeeded = true }
    if let closed = correctedInClosed(entry) {
      oddities[place, default: Oddities()].findings.append(
        .correctsClosed(entry, of: places.name(place), closed))
    }
  }

  private mutating func contradict(_ entry: EntryFigures, _ place: Int) {
    let order = places.name(place)
    var how: String
    do {
      let posting = try Posting(
        entry.step, on: trails[place].state, order: order, hasReason: entry.hasReason)
      trails[place].state = posting.state
      how =
        "moves \(entry.transfers.texts), but this \(entry.step.kind.rawValue) moves "
        + posting.transfers.texts
    } catch {
      how = "does not follow from the order's history: \(error.sentence)"
    }
    oddities[place, default: Oddities()].contradict(entry, of: order, how)
  }

  /// The day of the entry that an entry corrects, when it lay in closed books by then.
  private func correctedInClosed(_ entry: EntryFigures) -> Day? {
    guard let corrects = entry.corrects, let day = entryDays[corrects],
      let lock = locks.last(where: { $0.sequence < entry.sequence })
    else { return nil }
    let concernsQuarter = days.contains(day) || days.contains(entry.day)
    return day <= lock.through && concernsQuarter ? day : nil
  }
}

extension Transfers {
  fileprivate var texts: String {
    isEmpty ? "nothing" : map(\.description).joined(separator: ", ")
  }
}
