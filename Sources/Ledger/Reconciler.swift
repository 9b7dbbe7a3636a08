public import Domain

/// Compares the orders of the books with Pugongying's statements of a quarter, order by order.
public struct Reconciler {
  private let days: ClosedRange<Day>
  private let schedule: FeeSchedule
  private let userIDs: [CreatorID: String]
  private let orders: [Order]
  private var byName: [String: Order] = [:]
  private var byFoldedName: [String: Order] = [:]

  /// A comparison to come.
  ///
  /// - Parameters:
  ///   - days: the quarter's; a line is looked for among all orders, whatever their day.
  ///   - orders: those of the books, in any order.
  ///   - schedule: where the rate of boosted orders is looked up.
  ///   - userIDs: the Xiaohongshu user ids of creators that have another id in the book.
  public init(
    _ days: ClosedRange<Day>, orders: [Order], schedule: FeeSchedule, userIDs: [CreatorID: String]
  ) {
    (self.days, self.schedule, self.userIDs) = (days, schedule, userIDs)
    self.orders = orders
    byName.reserveCapacity(orders.count)
    for order in orders {
      byName[order.name] = order
      let folded = Key.widthFolded(order.name)
      guard folded != order.name else { continue }
      // A number that the books write in two ways is a finding of its own; the first one stands here.
      if let other = byFoldedName[folded], Self.precedes(other.name, order.name) { continue }
      byFoldedName[folded] = order
    }
  }

  /// Each kind of statement beside the books; a kind without a statement is left out.
  public func reconcile(_ statements: [PlatformStatement]) -> [Reconciliation] {
    let kinds = Dictionary(grouping: statements, by: \.kind)
    return StatementKind.allCases.compactMap { kind in
      guard let statements = kinds[kind] else { return nil }
      return reconcile(kind, statements, hasReport: kinds[.orders] != nil)
    }
  }

  private func reconcile(
    _ kind: StatementKind, _ statements: [PlatformStatement], hasReport: Bool
  ) -> Reconciliation {
    var names: [String] = []
    var places: [String: [ComparedOrder.Place]] = [:]
    for statement in statements {
      for line in statement.lines {
        let name = name(of: line)
        if places[name] == nil { names.append(name) }
        places[name, default: []].append(.init(file: statement.file, line: line))
      }
    }
    let stated = names.map { compare($0, places[$0] ?? [], kind) }
    let newest = statements.map(\.asOf).max() ?? days.upperBound
    var (missing, early, tooNew): ([ComparedOrder], [String], [String]) = ([], [], [])
    for order in orders where places[order.name] == nil && isDue(order) {
      let isNew = order.bookedOn > newest
      if isNew { tooNew.append(order.name) }
      // A report has every order; a batch has an order only when its note is out.
      let hasNote = kind == .orders || !hasReport || order.state.status == .completed
      if isNew || !hasNote { early.append(order.name) } else { missing.append(Self.missing(order)) }
    }
    missing.sort { Self.precedes($0.name, $1.name) }
    return Reconciliation(
      kind: kind, statements: statements, orders: stated + missing,
      early: early.sorted(by: Self.precedes), tooNew: tooNew)
  }

  /// The name that the books have for a line's order: written alike, or but for widths and white space.
  private func name(of line: StatementLine) -> String {
    if byName[line.order] != nil { return line.order }
    let folded = Key.widthFolded(line.order)
    return byName[folded] == nil ? byFoldedName[folded]?.name ?? folded : folded
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.precedesInBytes(right)
  }

  private func compare(_ name: String, _ places: [ComparedOrder.Place], _ kind: StatementKind)
    -> ComparedOrder
  {
    guard let order = byName[name], let line = places.first?.line else {
      return ComparedOrder(
        name: places.first?.line.order ?? name, order: nil, places: places, match: .missingHere,
        expected: nil, isAfterRefunds: false)
    }
    let charge = StatedCharge(
      line, of: order, isCut: kind == .notes,
      boosted: schedule.share(.brand, .boosted, on: order.bookedOn))
    return ComparedOrder(
      name: name, order: order, places: places,
      match: isByAnother(line, order) ? .otherCreator : charge.match, expected: charge.expected,
      isAfterRefunds: charge.isAfterRefunds)
  }

  /// Whether a line names another creator. Who has an id of the book's own and no user id may be the one.
  private func isByAnother(_ line: StatementLine, _ order: Order) -> Bool {
    let creator = order.booking.creator
    guard let stated = line.userID, stated != creator.text, let known = userIDs[creator] else {
      return false
    }
    return known != stated
  }

  /// Whether the platform has reason to list an order in the quarter.
  private func isDue(_ order: Order) -> Bool {
    days.contains(order.bookedOn) && order.isOnPlatform && order.state.stage != .nothing
  }

  private static func missing(_ order: Order) -> ComparedOrder {
    let state = order.state
    return ComparedOrder(
      name: order.name, order: order, places: [], match: .missingThere,
      expected: Charge(quote: state.quote, brandFee: state.rates.brand.of(state.quote)),
      isAfterRefunds: false)
  }
}

extension Order {
  /// Whether the platform knows it: booked there, under its number.
  var isOnPlatform: Bool { booking.channel == .pugongying && booking.hasNumber }
}
