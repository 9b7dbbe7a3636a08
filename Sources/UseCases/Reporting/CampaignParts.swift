import Domain
import Store

/// The parts of a campaign's report that are about money and time.
struct CampaignParts {
  let facts: CampaignFacts
  /// What was planned of each band, and where that is from.
  let planned: PlannedPyramid?

  // MARK: Pyramid

  var pyramid: ReportPart {
    let booked = facts.orders.filter { $0.order.money.used != .zero }
    let noted = Set(facts.notes.compactMap(\.result.order))
    let delivered = booked.filter { $0.order.isCompleted || noted.contains($0.order.name) }
    let bands: [Band?] = [.head, .mid, .koc]
    let unknown: [Band?] = booked.contains { $0.band == nil } ? [nil] : []
    let row = { (name: String, isIn: (Band?) -> Bool) -> [Cell] in
      let plan = planned?.bands.filter { isIn($0.band) } ?? []
      return [.text(name)]
        + (planned == nil
          ? [.none, .none, .none]
          : [
            .optional(planned?.hasPeople == true ? plan.reduce(0) { $0 + $1.people } : nil),
            .money(plan.reduce(.zero) { $0 + $1.cost }),
            share(plan.reduce(.zero) { $0 + $1.cost }, of: planned?.cost ?? .zero),
          ]) + cells(booked.filter { isIn($0.band) }, of: booked)
        + cells(delivered.filter { isIn($0.band) }, of: delivered)
    }
    return ReportPart(
      "pyramid", "Pyramid 金字塔",
      remark: "Planned: \(planned?.source ?? "nothing"). Booked: orders that cost something, with "
        + "service fees, after refunds; the band is of the followers at booking. Delivered: those "
        + "that are completed or have a note in the results.",
      Listing(
        columns: [.init("band", "band")]
          + ["planned", "booked", "delivered"].flatMap { step -> [Listing.Column] in
            [
              .init("\(step)_people", "\(step) people", .integer),
              .init("\(step)_cost", "\(step)", .money),
              .init("\(step)_share", "\(step) share", .basisPoints),
            ]
          },
        rows: (bands + unknown).map { band in
          row(band?.rawValue ?? "unknown") { $0 == band }
        }), total: row("all") { _ in true },
      below: [
        "planned_cost": "planned_share", "booked_cost": "booked_share",
        "delivered_cost": "delivered_share",
      ],
      charts: [
        ReportChart(
          .bars, "Share of the creators' money, planned and delivered", names: "band",
          "planned_share", "booked_share", "delivered_share")
      ])
  }

  private func cells(_ orders: [CampaignFacts.BandedOrder], of all: [CampaignFacts.BandedOrder])
    -> [Cell]
  {
    let cost = { (orders: [CampaignFacts.BandedOrder]) in
      orders.reduce(Money.zero) { $0 + $1.order.money.used }
    }
    return [
      .integer(Int64(Set(orders.map(\.order.creator)).count)), .money(cost(orders)),
      share(cost(orders), of: cost(all)),
    ]
  }

  private func share(_ part: Money, of whole: Money) -> Cell {
    guard part >= .zero, whole >= .zero else { return .none }
    return Percent.basisPoints(part.fen, of: whole.fen).map(Cell.basisPoints) ?? .none
  }

  // MARK: Spend

  /// The campaign's first day through its last counted one, week by week.
  var spend: ReportPart {
    let weeks = SpendCourse(changes, from: facts.firstDay).weeks
    let shown: [ReturnChannel] = [.creators, .feed, .search]
    return ReportPart(
      "spend", "Spend by week 每周支出",
      remark:
        "Creators: what orders cost from booking on, with service fees; a refund takes off on its "
        + "day. Ads: on the days that files tell of. Weeks are counted from \(facts.firstDay).",
      Listing(
        columns: [
          .init("week", "week", .integer), .init("from", "from"), .init("to", "to"),
          .init("creators", "creators", .money), .init("feed", "feed ads", .money),
          .init("search", "search ads", .money), .init("other", "other ads", .money),
          .init("sum", "sum", .money), .init("so_far", "so far", .money),
        ],
        rows: weeks.map { week in
          let own = shown.map { week.amounts[$0, default: .zero] }
          return [
            .integer(Int64(week.week.number)), .optional(week.week.days.lowerBound),
            .optional(week.week.days.upperBound),
          ] + own.map(Cell.money) + [
            .money(week.sum - own.reduce(.zero, +)), .money(week.sum), .money(week.soFar),
          ]
        }), charts: [ReportChart(.line, "Spent so far, by week", names: "from", "so_far")])
  }

  private var changes: [SpendCourse.Change] {
    let orders = facts.orders.flatMap { own in
      own.order.changes.map {
        SpendCourse.Change(day: $0.day, channel: .creators, amount: $0.amount)
      }
    }
    let stated = facts.notesOutsideBooks.map { note in
      SpendCourse.Change(
        day: min(note.publishedOn ?? note.asOf ?? facts.asOf, facts.asOf), channel: .creators,
        amount: note.cost ?? .zero)
    }
    let ads = facts.notes.flatMap(\.ads).flatMap { ad -> [SpendCourse.Change] in
      var before = Money.zero
      return ad.course.saidOn.filter { $0 <= facts.asOf }.sorted().map { day in
        let now = ad.course.spend(through: day) ?? .zero
        defer { before = now }
        return .init(day: day, channel: ad.channel, amount: now - before)
      }
    }
    return orders + stated + ads
  }

  // MARK: Return

  var campaignReturn: CampaignReturn {
    var spend = facts.adSpend
    let stated = facts.notesOutsideBooks.compactMap(\.cost)
    if !facts.orders.isEmpty || !stated.isEmpty {
      spend[.creators, default: .zero] +=
        facts.orders.reduce(.zero) { $0 + $1.order.money.used }
        + stated.reduce(.zero, +)
    }
    var income: [ReturnChannel: CampaignReturn.Income] = [:]
    for dated in facts.conversions {
      let channel = facts.words.channel(dated.value.channel)
      let before = income[channel] ?? .init(orders: 0, revenue: .zero)
      income[channel] = .init(
        orders: before.orders + dated.value.orders, revenue: before.revenue + dated.value.revenue)
    }
    return CampaignReturn(spend: spend, income: income)
  }

  var income: ReportPart {
    let own = campaignReturn
    let row = { (line: CampaignReturn.Line) -> [Cell] in
      [
        .text(line.channel?.code ?? "all"), .optional(line.channel?.letter), .optional(line.spend),
        line.spendShare.map(Cell.basisPoints) ?? .none, .optional(line.income?.orders),
        .optional(line.income?.revenue), line.revenueShare.map(Cell.basisPoints) ?? .none,
        line.roi.map(Cell.basisPoints) ?? .none, .optional(line.costPerOrder),
      ]
    }
    return ReportPart(
      "return", "Return 回报",
      remark:
        "K is what orders cost, quotes and brand-side service fees after refunds, and what files "
        + "state of notes whose orders the books don't have; F and S are what feed and search ads "
        + "cost. Gifts, content and management are in none of them. ROI is (revenue − spend) ÷ "
        + "spend, CAC is spend ÷ orders; half up, and nothing where one side is 0 or not known; "
        + "of all together only where what K, F and S cost is known as far as something came by "
        + "them.",
      Listing(
        columns: [
          .init("channel", "channel"), .init("letter", "KFS"), .init("spend", "spend", .money),
          .init("spend_share", "of spend", .basisPoints), .init("orders", "orders", .integer),
          .init("revenue", "revenue", .money),
          .init("revenue_share", "of revenue", .basisPoints), .init("roi", "ROI", .basisPoints),
          .init("cac", "CAC", .money),
        ], rows: own.lines.map(row)), total: row(own.total),
      charts: [
        ReportChart(
          .bars, "Each channel's part of spend and of revenue", names: "channel", "spend_share",
          "revenue_share")
      ])
  }

  // MARK: Searches

  var lift: SearchLift? {
    SearchLift(
      Dictionary(facts.searches.map { ($0.day, $0.value.searches) }, uniquingKeysWith: +),
      from: facts.firstDay, window: facts.searchWindow)
  }

  var searches: ReportPart {
    let lift = lift
    let row = { (name: Cell, span: SearchLift.Span, lift: Int64?) -> [Cell] in
      [
        name, .optional(span.days.lowerBound), .optional(span.days.upperBound),
        .integer(span.counted), .integer(span.searches),
        span.perDayHundredths.map(Cell.hundredths) ?? .none, lift.map(Cell.basisPoints) ?? .none,
      ]
    }
    let base = lift.map { own in
      (own.isBefore
        ? "the \(facts.searchWindow) days before the campaign"
        : "the first \(facts.searchWindow) days with a count, none being known before it")
        + " (row base)"
    }
    return ReportPart(
      "searches", "Searches 搜索",
      remark: base.map {
        "Searches a day against those of \($0). Days without a count don't count."
      } ?? "",
      Listing(
        columns: [
          .init("week", "week"), .init("from", "from"), .init("to", "to"),
          .init("days", "days counted", .integer), .init("searches", "searches", .integer),
          .init("per_day", "a day", .hundredths), .init("lift", "lift", .basisPoints),
        ],
        rows: lift?.weeks.map { row(.text("\($0.week.number)"), $0.span, $0.lift) } ?? []),
      total: lift.map { row(.text("base"), $0.base, nil) },
      charts: [ReportChart(.line, "Searches a day, by week", names: "from", "per_day")])
  }
}
