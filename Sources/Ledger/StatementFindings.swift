public import Domain

/// What the statements of a quarter show that the books alone don't (LEDGER section 8).
public struct StatementFindings {
  let reconciliations: [Reconciliation]
  let quarter: Quarter
  let days: ClosedRange<Day>
  private let newcomers: Set<String>
  /// The findings of a quarter to come.
  ///
  /// - Parameter newcomers: the user ids in the statements that are nobody's in the book.
  public init(
    _ reconciliations: [Reconciliation], _ quarter: Quarter, newcomers: Set<String> = []
  ) {
    (self.reconciliations, self.quarter) = (reconciliations, quarter)
    self.newcomers = newcomers
    days = quarter.firstDay...quarter.lastDay
  }

  /// In no order; an audit sorts all of its findings.
  public var findings: [Finding] {
    // What both kinds say of an order is told once, by the first: its fees are to the fen.
    var told: Set<[String]> = []
    return reconciliations.flatMap { reconciliation in
      reconciliation.orders.flatMap { amounts($0, reconciliation.kind) }
        .filter { told.insert([$0.code.rawValue, $0.order ?? ""]).inserted }
        + reconciliation.orders.flatMap(repeats) + gaps(reconciliation)
        + [stale(reconciliation)].compactMap(\.self)
    } + unreconciled + unbilled + otherDays
  }

  // MARK: One line and its order

  private func amounts(_ compared: ComparedOrder, _ kind: StatementKind) -> [Finding] {
    guard compared.match != .exact, let order = compared.order, let place = compared.places.first,
      let expected = compared.expected
    else { return [] }
    let stated = Charge(place.line)
    let gap = stated.brandFee - expected.brandFee
    let show = CommandText.line("order", "show", order.name)
    let fees =
      "\(place.text) has a fee of \(stated.brandFee), the books \(expected.brandFee)"
      + (compared.isAfterRefunds ? " after refunds" : "")
    let by = gap > .zero ? "\(gap) more" : "\(-gap) less"
    switch compared.match {
    case .exact, .missingHere, .missingThere: return []
    case .rounding: return [.init(code: .rounding, order: order.name, "\(fees): \(by)", show)]
    case .truncated:
      return [.init(code: .truncated, order: order.name, "\(fees): cut to whole yuan", show)]
    case .boosted:
      return [
        .init(
          code: .boostedRate, order: order.name,
          "\(fees): it is the rate of boosted orders (优效模式), \(by)",
          Self.adjust(order, .brandFee, gap, kind, "boosted (优效模式), \(place.text)"))
      ]
    case .otherCreator:
      return [
        .init(
          code: .creatorMismatch, order: order.name,
          "\(place.text) is by \(Self.creator(place.line)), the books have it for "
            + "\(order.booking.creator)", show)
      ]
    case .mismatch: return [mismatch(order, place, expected, fees, by, kind)]
    }
  }

  private func mismatch(
    _ order: Order, _ place: ComparedOrder.Place, _ expected: Charge, _ fees: String, _ by: String,
    _ kind: StatementKind
  ) -> Finding {
    let stated = Charge(place.line)
    guard stated.quote == expected.quote else {
      let evidence =
        "\(place.text) has a quote of \(stated.quote) and a fee of \(Self.fee(place.line)), "
        + "the books \(expected.quote) and \(expected.brandFee)"
      guard order.state.isOpen, stated.quote > .zero else {
        let gap = stated.quote - expected.quote
        return .init(
          code: .feeMismatch, order: order.name, evidence,
          Self.adjust(order, .quote, gap, .orders, place.text))
      }
      return .init(
        code: .feeMismatch, order: order.name, evidence,
        CommandText.line("order", "amend", order.name, stated.quote.yuanText))
    }
    guard place.line.serviceFee != nil else {
      return .init(
        code: .feeMismatch, order: order.name,
        "\(place.text) has no fee, the books \(expected.brandFee)",
        CommandText.line("order", "show", order.name))
    }
    return .init(
      code: .feeMismatch, order: order.name, "\(fees): \(by)",
      Self.adjust(
        order, .brandFee, stated.brandFee - expected.brandFee, kind, place.text))
  }

  /// The command that moves a paid order to what the statement says; fees of a note batch are cut, so
  /// they are nothing to go by.
  private static func adjust(
    _ order: Order, _ part: Recognised.Part, _ gap: Money, _ kind: StatementKind, _ reason: String
  ) -> String {
    guard order.state.wasPaid, kind == .orders else {
      return CommandText.line("order", "show", order.name)
    }
    return CommandText.line(
      "order", "adjust", order.name, part.rawValue, "--amount", gap.yuanText, "--reason", reason)
  }

  private func repeats(_ compared: ComparedOrder) -> [Finding] {
    guard compared.places.count > 1 else { return [] }
    let places = compared.places.prefix(10).map { "\($0.text) (\(Charge($0.line).quote))" }
    let rest = compared.places.count - places.count
    return [
      .init(
        code: .duplicateOrder, order: compared.name,
        "the statement lists it \(compared.places.count) times: "
          + places.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""),
        compared.order.map { CommandText.line("order", "show", $0.name) })
    ]
  }

  // MARK: Missing on one side

  private var unreconciled: [Finding] {
    // In the order of a report, so that the first order of a newcomer is the one that adds him or her.
    var added: Set<String> = []
    return StatedOrder.missing(in: reconciliations).map { stated in
      let id = stated.named?.userID
      let isNew = id.map { newcomers.contains($0) && added.insert($0).inserted } ?? false
      return unreconciled(stated, isNew: isNew)
    }
  }

  private func unreconciled(_ stated: StatedOrder, isNew: Bool) -> Finding {
    let campaign = stated.campaign.map { " for \($0)" } ?? ""
    let by = stated.named.map { " by \(Self.creator($0))" } ?? ""
    let shown = stated.places.prefix(10).map(\.text).joined(separator: " and ")
    let line = stated.places.first?.line
    let words =
      ["order", "book", stated.name, "--creator", stated.named?.userID ?? "NAME"]
      + ["--quote", stated.quote.yuanText]
      + (stated.mode == .boosted ? ["--mode", "boosted"] : [])
      + (stated.createdOn.map { ["--at", "\($0)"] } ?? [])
    return .init(
      code: .unreconciled, order: stated.name,
      "\(shown): a quote of \(stated.quote) and a fee of \(line.map(Self.fee) ?? "none")\(campaign)"
        + "\(by), and no such order in the books",
      (isNew ? stated.named.map(Self.adding) ?? "" : "") + CommandText.line(words))
  }

  /// The command that adds a line's creator, with `&&` behind it.
  private static func adding(_ line: StatementLine) -> String {
    let id = line.userID ?? ""
    return CommandText.line("add", line.nickname ?? id, "--user-id", id) + " && "
  }

  private var unbilled: [Finding] {
    var found: [String: (order: ComparedOrder, titles: [String])] = [:]
    for reconciliation in reconciliations {
      for compared in reconciliation.orders where compared.match == .missingThere {
        found[compared.name, default: (compared, [])].titles.append(reconciliation.kind.title)
      }
    }
    return found.values.compactMap { compared, titles in
      guard let order = compared.order, let expected = compared.expected else { return nil }
      return .init(
        code: .unbilled, order: order.name,
        "booked on \(order.bookedOn) for \(expected.quote) and a fee of \(expected.brandFee), and "
          + "no line of the \(titles.joined(separator: " or the ")) has it",
        CommandText.line("order", "show", order.name))
    }
  }

  private func stale(_ reconciliation: Reconciliation) -> Finding? {
    guard let newest = reconciliation.statements.max(by: { $0.asOf < $1.asOf }),
      !reconciliation.tooNew.isEmpty
    else { return nil }
    let count = reconciliation.tooNew.count
    return .init(
      code: .staleStatement, order: nil,
      "\(count) order\(count == 1 ? "" : "s") of the quarter booked after the day of "
        + "the \(reconciliation.kind.title) \(newest.file), \(newest.asOf)",
      reconcile(quarter, "FILE"))
  }
}

extension StatementFindings {
  /// The command that compares a quarter with a file.
  func reconcile(_ quarter: Quarter, _ file: String) -> String {
    let start = quarter.startMonth == 1 ? [] : ["--fiscal-start", "\(quarter.startMonth)"]
    return CommandText.line(["reconcile", "\(quarter)", file] + start)
  }

  /// The fee as a sentence says it.
  static func fee(_ line: StatementLine) -> String {
    line.serviceFee.map { "\($0)" } ?? "none"
  }

  private static func creator(_ line: StatementLine) -> String {
    let id = line.userID ?? ""
    return line.nickname.map { "\($0) (\(id))" } ?? id
  }
}

extension Finding {
  init(code: Code, order: String?, _ evidence: String, _ next: String?) {
    self.init(code: code, order: order, evidence: evidence, next: next)
  }
}
