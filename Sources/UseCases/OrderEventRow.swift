import Domain
import Interchange
import Ledger

/// One row of a file of order events, read but not yet posted.
struct OrderEventRow {
  /// What a row asks for.
  enum What {
    /// A booking; who the creator is, the book says.
    case book(OrderDraft)
    case event(Event)
    /// The books are closed through a day, or opened again after it.
    case lock(Lock.Kind, through: Day)
  }

  /// The columns of the file.
  static let columns = [
    "at", "event", "order", "creator", "nickname", "quote", "amount", "side", "keep_brand_fee",
    "keep_creator_fee", "mode", "channel", "mcn", "campaign", "format", "through", "corrects",
    "reason", "key",
  ]

  /// Something wrong with a cell.
  struct Problem: Error {
    let column: String
    /// The rule of the books that it breaks, `nil` when the cell can't be read at all.
    let rule: String?
    let sentence: String
  }

  let order: String?
  let what: What
  let note: EventNote
  /// Whether its amount was finer than a fen.
  let isRounded: Bool

  /// Reads a row.
  ///
  /// - Parameters:
  ///   - rounding: what becomes of amounts finer than a fen.
  ///   - cell: the trimmed text of a column, empty when the file doesn't have it.
  init(_ rounding: FenRounding, _ cell: @escaping (String) -> String) throws(Problem) {
    let name = cell("order")
    order = name.isEmpty ? nil : name
    guard let at = Moment(cell("at")) else {
      throw Self.unreadable(
        "at", cell("at"), "a Shanghai date, or a time with an offset (2026-08-03T10:00:00+08:00)")
    }
    let corrects = Int64(cell("corrects"))
    guard corrects != nil || cell("corrects").isEmpty else {
      throw Self.unreadable("corrects", cell("corrects"), "the number of a journal entry")
    }
    note = EventNote(
      at: at, key: cell("key"), reason: cell("reason"), corrects: corrects)
    if let kind = Lock.Kind(rawValue: cell("event")) {
      guard let through = Day(cell("through")) else {
        throw Self.unreadable("through", cell("through"), "a day, the last one that is closed then")
      }
      (what, isRounded) = (.lock(kind, through: through), false)
      return
    }
    guard let kind = Event.Kind(rawValue: cell("event")) else {
      let known = Event.Kind.allCases.map(\.rawValue) + Lock.Kind.allCases.map(\.rawValue)
      throw Self.unreadable("event", cell("event"), known.joined(separator: ", "))
    }
    if kind != .book, order == nil {
      throw Self.unreadable("order", "", "the number of the order")
    }
    let amounts = Amounts(cell: cell, rounding: rounding)
    what =
      kind == .book
      ? .book(try Self.booking(order, amounts)) : .event(try Self.event(kind, amounts))
    isRounded = amounts.isRounded(kind)
  }

  /// The cells of a row, and how the amounts among them are read.
  private struct Amounts {
    let cell: (String) -> String
    let rounding: FenRounding

    /// An amount with its sign; the books' rules say which signs they take.
    func money(_ column: String) throws(Problem) -> Money {
      do {
        return try Money(signedYuanText: cell(column), rounding: rounding)
      } catch {
        guard isTooFine(column) else {
          throw unreadable(column, cell(column), error.wanted)
        }
        let found = ImportProblem.quoted(cell(column))
        throw Problem(
          column: column, rule: "sub-fen",
          sentence: "\(column): wanted \(error.wanted), found \(found)")
      }
    }

    /// Whether the amount that an event of this kind reads was rounded.
    func isRounded(_ kind: Event.Kind) -> Bool {
      switch kind {
      case .book, .amend: isTooFine("quote")
      case .refund, .cancel, .adjust: isTooFine("amount")
      case .pay, .publish, .complete: false
      }
    }

    private func isTooFine(_ column: String) -> Bool {
      let number = try? ExactNumber(cell(column), allowingCurrency: true)
      return number?.isTooFine(forDecimals: 2) == true
    }
  }

  private static func booking(_ order: String?, _ amounts: Amounts) throws(Problem) -> OrderDraft {
    let cell = amounts.cell
    guard !cell("creator").isEmpty else {
      throw unreadable("creator", "", "a creator's id, 小红书号 or nickname")
    }
    var draft = OrderDraft(
      number: order, creator: cell("creator"), quote: try amounts.money("quote"), format: nil)
    if !cell("format").isEmpty {
      guard let format = NoteFormat(cell("format")) else {
        throw unreadable("format", cell("format"), "image or video")
      }
      draft.format = format
    }
    draft.nickname = cell("nickname").isEmpty ? nil : cell("nickname")
    draft.mode = try choice("mode", cell, FeeRate.Mode.standard)
    draft.isDirect = try choice("channel", cell, Booking.Channel.pugongying) == .direct
    draft.mcn = cell("mcn").isEmpty ? nil : cell("mcn")
    draft.campaign = cell("campaign").isEmpty ? nil : cell("campaign")
    return draft
  }

  private static func event(_ kind: Event.Kind, _ amounts: Amounts) throws(Problem) -> Event {
    let cell = amounts.cell
    switch kind {
    case .book, .pay: return .pay
    case .publish: return .publish(url: nil)
    case .complete: return .complete
    case .amend: return .amend(quote: try amounts.money("quote"))
    case .refund: return .refund(try amounts.money("amount"), keeping: try kept(cell))
    case .cancel:
      let fee = cell("amount").isEmpty ? Money.zero : try amounts.money("amount")
      return .cancel(killFee: fee, keeping: try kept(cell))
    case .adjust:
      guard let part = Recognised.Part(cell("side")) else {
        throw unreadable("side", cell("side"), "quote, brand_fee or creator_fee")
      }
      return .adjust(part, by: try amounts.money("amount"))
    }
  }

  private static func kept(_ cell: (String) -> String) throws(Problem) -> Event.KeptFees {
    OrderEvent.kept(try flag("keep_brand_fee", cell), try flag("keep_creator_fee", cell))
  }

  private static func flag(
    _ column: String, _ cell: (String) -> String
  ) throws(Problem) -> Bool {
    switch cell(column).lowercased() {
    case "", "0", "no", "n", "false", "否": return false
    case "1", "yes", "y", "true", "是": return true
    default: throw unreadable(column, cell(column), "yes or no")
    }
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: String, _ cell: (String) -> String, _ usual: Choice
  ) throws(Problem) -> Choice where Choice.RawValue == String {
    if cell(column).isEmpty { return usual }
    guard let choice = Choice(rawValue: cell(column)) else {
      throw unreadable(
        column, cell(column), Choice.allCases.map(\.rawValue).joined(separator: " or "))
    }
    return choice
  }

  private static func unreadable(_ column: String, _ found: String, _ wanted: String) -> Problem {
    Problem(
      column: column, rule: nil,
      sentence: "\(column): wanted \(wanted), found \(ImportProblem.quoted(found))")
  }
}
