import Domain
import Ledger
import Store

extension OpenBook {
  /// The orders that somebody asks for: the earliest booked first, then by number.
  public func orders(_ query: OrderQuery) throws -> Listing {
    try book.snapshot {
      var filter = OrderFilter()
      filter.onlyOpen = query.onlyOpen
      if let words = query.creator {
        filter.creator = try book.creators.creator(try find(words)).id
      }
      if let name = query.quarter {
        let quarter = try Self.quarter(name, fiscalStart: query.fiscalStart)
        filter.days = quarter.firstDay...quarter.lastDay
      }
      return try listing(try book.ledger.orders(filter))
    }
  }

  /// A quarter as somebody names it.
  ///
  /// - Throws: ``Failure`` when there is no such quarter, or no such month to start in.
  static func quarter(_ name: String, fiscalStart: Int) throws -> Quarter {
    guard (1...12).contains(fiscalStart) else {
      throw Failure(
        .usage, "wanted a month from 1 to 12 for the fiscal year's start, found \(fiscalStart)")
    }
    guard let quarter = Quarter(Key.normalised(name), startMonth: fiscalStart) else {
      throw Failure(.usage, "wanted a quarter such as 2026Q3, found \"\(name)\"")
    }
    // As a calendar quarter it would be another three months, and nobody would notice.
    guard fiscalStart != 1 || !Key.normalised(name).uppercased().hasPrefix("FY") else {
      throw Failure(
        .usage,
        "\(name) is a quarter of a fiscal year, but the month that the year starts in is not said",
        next: "say it with --fiscal-start MONTH, or leave FY out for a calendar quarter")
    }
    return quarter
  }

  /// Orders with what is known beside the ledger.
  func listing(_ orders: [ListedOrder]) throws -> Listing {
    let (shares, fapiaos) = (try book.reference.mcnShares(), try book.fapiaos.all())
    return Listing(
      columns: [
        .init("order", "order"), .init("booked_on", "booked"), .init("creator_id", "creator id"),
        .init("nickname", "nickname"), .init("format", "format"), .init("status", "status"),
        .init("quote", "quote", .money), .init("refunds", "refunds", .money),
        .init("brand_fee", "brand fee", .money), .init("brand_total", "brand pays", .money),
        .init("creator_fee", "creator fee", .money),
        .init("creator_net", "creator gets", .money), .init("mode", "mode"),
        .init("channel", "channel"), .init("mcn", "MCN"), .init("campaign", "campaign"),
      ] + AuditReport.parts + Self.fapiaoColumns,
      rows: orders.map { listed in
        let order = listed.order
        let net = order.state.recognised.creatorNet
        let part = shares.share(of: order.booking.mcn, on: order.bookedOn).map {
          MCNShares.part($0, of: net)
        }
        return Self.row(listed) + [.optional(part), .optional(part.map { net - $0 })]
          + Self.cells(fapiaos[order.name])
      })
  }

  static let fapiaoColumns: [Listing.Column] = [
    .init("fapiao_no", "fapiao"), .init("fapiao_date", "fapiao date"),
    .init("tax_note", "tax note"),
  ]

  static func cells(_ fapiao: Fapiao?) -> [Cell] {
    [.optional(fapiao?.number), .optional(fapiao?.date), .optional(fapiao?.note)]
  }

  private static func row(_ listed: ListedOrder) -> [Cell] {
    let (order, booking) = (listed.order, listed.order.booking)
    let amounts = order.state.recognised
    return [
      .text(order.name), .optional(order.bookedOn), .text(listed.creator.text),
      .text(listed.nickname), .optional(booking.format?.rawValue),
      .text(order.state.status.rawValue), .money(order.state.quote), .money(order.state.refunds),
      .money(amounts.brandFee), .money(amounts.brandTotal), .money(amounts.creatorFee),
      .money(amounts.creatorNet), .text(booking.mode.rawValue),
      .text(
        booking.hasNumber || booking.channel == .direct ? booking.channel.rawValue : "no number"),
      .optional(booking.mcn), .optional(booking.campaign),
    ]
  }
}
