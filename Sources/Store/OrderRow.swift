import Domain
import Ledger
import SQLite

/// A row of `order_with_creator`, and back into `orders`.
enum OrderRow {
  static func read(_ row: borrowing Row) throws -> ListedOrder {
    let name = try row.text(0)
    guard let brand = share(row, 11), let creator = share(row, 12) else { throw damaged(name) }
    let rates = FrozenRates(brand: brand, creator: creator)
    guard let mode = FeeRate.Mode(rawValue: try row.text(4)),
      let channel = Booking.Channel(rawValue: try row.text(5)),
      let status = OrderState.Status(rawValue: try row.text(10)),
      let state = OrderState(
        status: status, wasPaid: !row.isNull(9), quote: money(row, 13), refunds: money(row, 14),
        rates: rates,
        kept: Recognised(quote: .zero, brandFee: money(row, 15), creatorFee: money(row, 16)),
        adjusted: Recognised(
          quote: money(row, 17), brandFee: money(row, 18), creatorFee: money(row, 19)))
    else { throw damaged(name) }
    let booking = Booking(
      creator: CreatorID(try row.text(2)), quote: state.quote, rates: rates, mode: mode,
      channel: channel, hasNumber: row.int64(1) == 1,
      format: try row.textOrNil(3).flatMap(NoteFormat.init(rawValue:)), mcn: try row.textOrNil(6),
      campaign: try row.textOrNil(7))
    return ListedOrder(
      order: Order(
        name: name, booking: booking, state: state, bookedOn: row.day(8),
        paidOn: row.dayOrNil(9)),
      creator: CreatorID(try row.text(21)), nickname: try row.text(20))
  }

  /// Whether a row of `orders` shows an order as a replay has played it, all but its creator. In doubt not.
  ///
  /// - Parameter isText: whether bytes are the text of a number.
  static func shows(
    _ row: borrowing Row, _ order: Played, _ isText: (Span<UInt8>, Int32) -> Bool
  ) -> Bool {
    let (terms, state) = (order.terms, order.state)
    let numbers =
      [
        state.rates.brand.basisPoints, state.rates.creator.basisPoints, state.quote.fen,
        state.refunds.fen, state.kept.brandFee.fen, state.kept.creatorFee.fen,
        state.adjusted.quote.fen, state.adjusted.brandFee.fen, state.adjusted.creatorFee.fen,
      ] as InlineArray<9, Int64>
    for place in numbers.indices where row.int64(Int32(11 + place)) != numbers[place] {
      return false
    }
    return (row.int64(1) == 1) == terms.hasNumber && row.holds(3, terms.format?.rawValue)
      && row.holds(4, terms.mode.rawValue) && row.holds(5, terms.channel.rawValue)
      && row.holds(6, terms.mcn, isText) && row.holds(7, terms.campaign, isText)
      && row.day(8) == order.bookedOn && row.dayOrNil(9) == order.paidOn
      && state.wasPaid == (order.paidOn != nil) && row.holds(10, state.status.rawValue)
  }

  /// Adds the order, or moves it on; what was agreed at booking stays.
  static func save(_ order: Order, to connection: Connection) throws {
    let (booking, state) = (order.booking, order.state)
    let changed = try connection.run(
      """
      INSERT INTO orders (order_id, has_number, creator_no, format, mode, channel, mcn, campaign,
        booked_day, paid_day, status, brand_bp, creator_bp, quote_fen, refunds_fen,
        kept_brand_fee_fen, kept_creator_fee_fen, adjusted_quote_fen, adjusted_brand_fee_fen,
        adjusted_creator_fee_fen)
      SELECT ?1, ?2, creator_no, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
        ?18, ?19, ?20 FROM creator WHERE creator_id = ?3
      ON CONFLICT (order_id) DO UPDATE SET paid_day = ?10, status = ?11, quote_fen = ?14,
        refunds_fen = ?15, kept_brand_fee_fen = ?16, kept_creator_fee_fen = ?17,
        adjusted_quote_fen = ?18, adjusted_brand_fee_fen = ?19, adjusted_creator_fee_fen = ?20
      """,
      order.name, booking.hasNumber, booking.creator.text, booking.format?.rawValue,
      booking.mode.rawValue, booking.channel.rawValue, booking.mcn, booking.campaign,
      Int64(order.bookedOn.number), order.paidOn.map { Int64($0.number) }, state.status.rawValue,
      booking.rates.brand.basisPoints, booking.rates.creator.basisPoints, state.quote.fen,
      state.refunds.fen, state.kept.brandFee.fen, state.kept.creatorFee.fen,
      state.adjusted.quote.fen, state.adjusted.brandFee.fen, state.adjusted.creatorFee.fen)
    guard changed == 1 else {
      throw Failure(.failed, "the book has no creator \(booking.creator)")
    }
  }

  private static func share(_ row: borrowing Row, _ column: Int32) -> Share? {
    let points = row.int64(column)
    return (0...10_000).contains(points) ? Share(basisPoints: points) : nil
  }

  private static func money(_ row: borrowing Row, _ column: Int32) -> Money {
    Money(fen: row.int64(column))
  }

  private static func damaged(_ name: String) -> Failure {
    Failure(
      .failed, "order \(name) can't be read from the book: its amounts contradict each other",
      next: "restore a backup of the book")
  }
}

extension Row {
  /// Whether the column holds a text, byte by byte; NULL for `nil`.
  fileprivate func holds(_ column: Int32, _ text: String?) -> Bool {
    guard let text else { return isNull(column) }
    let (bytes, wanted) = (utf8(column), text.utf8.span)
    guard bytes.count == wanted.count, !isNull(column) else { return false }
    for place in wanted.indices where bytes[place] != wanted[place] { return false }
    return true
  }

  /// Whether the column holds the text of a number; NULL for `nil`.
  fileprivate func holds(
    _ column: Int32, _ text: Int32?, _ isText: (Span<UInt8>, Int32) -> Bool
  ) -> Bool {
    guard let text else { return isNull(column) }
    return !isNull(column) && isText(utf8(column), text)
  }
}
