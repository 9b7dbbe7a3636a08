import Domain
import Ledger
import Store

/// Posts events to the orders of a book, one after the other, inside one transaction of the caller.
struct EventPoster {
  /// An event to post.
  struct Draft {
    /// What happens; the rates and the MCN of a booking are found when it is posted.
    enum What {
      case book(OrderDraft, Creator)
      case event(Event)
    }

    /// The order's number or name; `nil` for a booking without one.
    let order: String?
    let what: What
    let note: EventNote
  }

  let book: Book
  let now: Moment
  let actor: String
  /// For a fictional book, whose entries were written down when they happened.
  var recordsWhenItHappens = false
  private let schedule: FeeSchedule
  private var lock: Lock?
  private var head: ChainHead

  init(book: Book, now: Moment, actor: String) throws {
    (self.book, self.now, self.actor) = (book, now, actor)
    schedule = try book.reference.feeSchedule()
    lock = try book.ledger.lock()
    head = try book.ledger.head()
  }

  /// Records an event, unless it is recorded already under the same key.
  ///
  /// - Parameter newcomer: a creator of the booking to add to the book, unless the rules refuse it.
  /// - Throws: ``Refusal`` when the rules forbid it, and ``Failure`` when its key names another event.
  mutating func post(_ draft: Draft, adding newcomer: Creator? = nil) throws -> OrderReceipt {
    if let receipt = try earlier(draft) { return receipt }
    let at = try time(draft.note)
    try lock?.check(at.day)
    if case .book = draft.what, let name = draft.order, Self.isRounded(name) {
      throw Failure(
        .usage,
        "order: wanted the number as text (a spreadsheet has rounded it), found \"\(name)\"")
    }
    let sequence = head.sequence + 1
    let name = draft.order ?? Self.ownName(draft, sequence)
    let before = try book.ledger.order(name)
    let event = try event(draft, at)
    let posting = try Posting(event, on: before?.state, order: name, reason: draft.note.reason)
    let entry = Entry(
      sequence: sequence, at: at, recordedAt: recordsWhenItHappens ? at : now, actor: actor,
      order: name, event: event, reason: draft.note.reason, corrects: draft.note.corrects,
      transfers: posting.transfers)
    try checkCorrected(draft.note, sequence)
    guard let order = Order(before, after: entry, state: posting.state) else {
      throw Failure(.failed, "there is no order \(name) in this book")
    }
    if let newcomer { _ = try book.creators.add(newcomer, at: now) }
    head = try book.ledger.append(entry, key: draft.note.key, leaving: order, upon: head)
    return OrderReceipt(order: order, entry: entry, isNew: true, now: entry.recordedAt)
  }

  /// When something happened; the journal's days begin with 1970.
  private func time(_ note: EventNote) throws -> Moment {
    let at = note.at ?? now
    guard at.utcSeconds >= 0 else {
      throw Failure(.usage, "wanted a day from 1970 on, found \(at.day)")
    }
    return at
  }

  /// Whether it is what spreadsheets make of long numbers: `1.23E+19`.
  private static func isRounded(_ name: String) -> Bool {
    let parts = name.uppercased().split(separator: "E+", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 == "." || $0.isWholeNumber } }
  }

  /// The book's own name of an order without a number; the entry's number makes it unique.
  private static func ownName(_ draft: Draft, _ sequence: Int64) -> String {
    if case .book(let order, _) = draft.what, order.isDirect { return "direct-\(sequence)" }
    return "unnumbered-\(sequence)"
  }

  private func event(_ draft: Draft, _ at: Moment) throws -> Event {
    switch draft.what {
    case .event(let event): return event
    case .book(let order, let creator):
      return .book(
        Booking(
          creator: creator.id, quote: order.quote,
          rates: try FrozenRates(order.mode, on: at.day, in: schedule), mode: order.mode,
          channel: order.isDirect ? .direct : .pugongying, hasNumber: draft.order != nil,
          format: order.format, mcn: order.mcn ?? creator.agency, campaign: order.campaign))
    }
  }

  private func checkCorrected(_ note: EventNote, _ sequence: Int64) throws {
    guard let corrected = note.corrects, !(1..<sequence).contains(corrected) else { return }
    throw Failure(
      .usage, "there is no entry \(corrected) to correct; the newest is \(sequence - 1)")
  }

  /// What was recorded under the draft's key, `nil` when nothing was.
  private func earlier(_ draft: Draft) throws -> OrderReceipt? {
    guard let key = draft.note.key, let line = try book.ledger.line(key: key) else { return nil }
    guard case .entry(let entry) = line else { throw Self.taken(key, line) }
    guard says(entry, draft), let order = try book.ledger.order(entry.order) else {
      throw Self.taken(key, line)
    }
    return OrderReceipt(order: order, entry: entry, isNew: false, now: now)
  }

  private static func taken(_ key: String, _ line: JournalLine) -> Failure {
    let what =
      switch line {
      case .entry(let entry):
        "entry \(entry.sequence), \(entry.event.kind.rawValue) of order \(entry.order) on "
          + "\(entry.day)"
      case .lock(let lock): "entry \(lock.sequence), \(lock.kind.rawValue) on \(lock.at.day)"
      }
    return Failure(
      .failed, "key \(key) is taken by \(what), which says something else",
      next: "use another key for another event")
  }

  /// Closes the books through a day, or opens them again after it, unless that is recorded already under
  /// the same key.
  ///
  /// - Throws: ``Refusal`` when it is too early, or says nothing new.
  mutating func lock(_ kind: Lock.Kind, through: Day, _ note: EventNote) throws -> (
    Lock, isNew: Bool
  ) {
    if let key = note.key, let line = try book.ledger.line(key: key) {
      guard case .lock(let known) = line, known.kind == kind, known.through == through,
        known.reason == note.reason, note.at.map({ $0 == known.at }) ?? true
      else { throw Self.taken(key, line) }
      return (known, false)
    }
    let at = try time(note)
    let recordedAt = recordsWhenItHappens ? at : now
    try Lock.check(
      kind, through: through, reason: note.reason, current: lock,
      today: min(at.day, recordedAt.day))
    let new =
      switch kind {
      case .close:
        Lock(
          closingThrough: through, after: head,
          balances: try book.ledger.balances(through: through), at: at,
          recordedAt: recordedAt, actor: actor, reason: note.reason)
      case .reopen:
        Lock(
          reopeningAfter: through, after: head, at: at, recordedAt: recordedAt, actor: actor,
          reason: note.reason)
      }
    head = try book.ledger.append(new, key: note.key, upon: head)
    lock = new
    return (new, true)
  }

  /// Whether an entry says what a draft says; what the draft leaves to the book counts as said.
  private func says(_ entry: Entry, _ draft: Draft) -> Bool {
    guard draft.order.map({ $0 == entry.order }) ?? true,
      draft.note.at.map({ $0 == entry.at }) ?? true, draft.note.reason == entry.reason,
      draft.note.corrects == entry.corrects
    else { return false }
    switch draft.what {
    case .event(let event): return event == entry.event
    case .book(let order, let creator):
      guard case .book(let booking) = entry.event else { return false }
      return booking.creator == creator.id && booking.quote == order.quote
        && booking.mode == order.mode && (booking.channel == .direct) == order.isDirect
        && booking.hasNumber == (draft.order != nil) && booking.format == order.format
        && order.mcn.map { $0 == booking.mcn } ?? true && booking.campaign == order.campaign
    }
  }
}

extension Failure {
  /// A refusal in the words of a command.
  init(_ refusal: Refusal) {
    self.init(.failed, refusal.sentence, next: refusal.next)
  }
}
