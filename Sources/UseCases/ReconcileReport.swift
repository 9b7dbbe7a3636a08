import Domain
import Interchange
import Ledger

/// How the books and the statements agree, order by order.
public struct ReconcileReport: Sendable {
  private let reconciliations: [Reconciliation]
  /// The lines that name an order's creator, by the order's number.
  private let namings: [String: StatementLine]
  private let missingOrders: MissingOrders
  /// The quarter's name.
  public let quarter: String
  /// Which statements were compared and how they were read, in sentences.
  public private(set) var statements: [String] = []
  /// What else somebody should know of the statements, in sentences.
  public let warnings: [String]
  /// By creator of an order.
  var nicknames: [CreatorID: String] = [:]

  init(_ quarter: Quarter, _ reconciliations: [Reconciliation]) {
    (self.quarter, self.reconciliations) = ("\(quarter)", reconciliations)
    missingOrders = MissingOrders(StatedOrder.missing(in: reconciliations))
    let lines = reconciliations.flatMap(\.orders).compactMap(\.line).filter { $0.userID != nil }
    namings = Dictionary(lines.map { ($0.order, $0) }) { first, _ in first }
    warnings = StatementFindings(reconciliations, quarter).findings
      .filter { $0.severity == .warn }.sorted(by: Finding.comesBefore)
      .map { "\($0.code.rawValue): \($0.evidence)" }
  }

  /// The creators of the orders.
  var creators: Set<CreatorID> {
    Set(reconciliations.flatMap(\.orders).compactMap(\.order?.booking.creator))
  }

  /// Says which statements are compared.
  ///
  /// - Parameters:
  ///   - places: what became of those given; empty when they are not kept.
  ///   - standing: all that are compared.
  mutating func tell(
    _ given: GivenStatements, _ places: [(number: Int64, isNew: Bool)],
    _ standing: [PlatformStatement]
  ) {
    for (place, reading) in given.readings.enumerated() {
      var end = "not kept"
      if places.indices.contains(place) {
        let number = places[place].number
        let old = standing.first { $0.number == number }
        end =
          places[place].isNew
          ? "kept as statement \(number)"
          : "known already: statement \(number), kept on \(old?.keptAt.day.description ?? "-") "
            + "by \(old?.keptBy ?? "-")"
      }
      statements.append("\(Self.sentence(given.statements[place], reading.file)); \(end)")
      if reading.rowsWithoutOrder > 0 {
        statements.append("  passed over, no order number: \(reading.rowsWithoutOrder)")
      }
      statements += reading.remarks.map { "  \($0)" }
    }
    statements += given.repeated
    let numbers = Set(places.map(\.number))
    for other in standing where other.number > 0 && !numbers.contains(other.number) {
      statements.append(
        "\(Self.sentence(other, other.file)); statement \(other.number), kept on "
          + "\(other.keptAt.day) by \(other.keptBy)")
    }
  }

  /// Says which statements the given ones stand in place of.
  mutating func tell(replaced: [PlatformStatement]) {
    for other in replaced {
      statements.append(
        "\(other.file): \(other.kind.title), statement \(other.number), is not used any more; give "
          + "all files of a quarter in one command to use them together")
    }
  }

  private static func sentence(_ statement: PlatformStatement, _ file: String) -> String {
    let count = statement.lines.count
    return "\(file): \(statement.kind.title) of \(statement.asOf), \(Grouped.text(Int64(count))) "
      + (count == 1 ? "line" : "lines")
  }

  /// Whether somebody has to look: an order is missing or listed twice, or its quote, fee or creator
  /// differs.
  public var hasDifferences: Bool { rows.contains { !Self.agreeing.contains($0[0]) } }

  /// How many lines agree how, the best first: `exact 84, truncated 38`.
  public var summary: String {
    let counts = rows.reduce(into: [Cell: Int64]()) { $0[$1[0], default: 0] += 1 }
    let words = Reconciliation.Match.allCases.map(\.rawValue) + [Self.repeated]
    let said = words.compactMap { word in
      counts[.text(word)].map { "\(word) \(Grouped.text($0))" }
    }
    return said.isEmpty ? "nothing to compare" : said.joined(separator: ", ")
  }

  /// Every line and every missing order.
  public var listing: Listing { Self.listing(rows) }

  /// Those that somebody has to look at.
  public var differences: Listing {
    Self.listing(rows.filter { !Self.agreeing.contains($0[0]) })
  }

  /// The orders that the books don't have, as events for `kolbook order import`.
  public var missing: Listing { missingOrders.listing }

  /// How many orders the books don't have.
  public var missingCount: Int { datedCount + undatedCount }
  /// How many of them have a day, and are among ``missing``.
  public var datedCount: Int { missingOrders.dated.count }
  /// How many have none, as a note batch doesn't tell it.
  public var undatedCount: Int { missingOrders.undated }

  private static let repeated = "listed twice"
  private static let agreeing = Reconciliation.Match.allCases.filter(\.agrees)
    .map { Cell.text($0.rawValue) }

  private var rows: [[Cell]] {
    reconciliations.flatMap(\.orders).flatMap { compared in
      compared.places.isEmpty
        ? [row(compared, compared.match.rawValue, nil)]
        : compared.places.enumerated().map { index, place in
          row(compared, index == 0 ? compared.match.rawValue : Self.repeated, place)
        }
    }
  }

  private func row(_ compared: ComparedOrder, _ match: String, _ place: ComparedOrder.Place?)
    -> [Cell]
  {
    let (line, order) = (place?.line, compared.order)
    let creator = order?.booking.creator
    let naming = namings[line?.order ?? compared.name]
    var difference: Cell = .none
    if let expected = compared.expected, let fee = line?.serviceFee {
      difference = .money(fee - expected.brandFee)
    }
    return [
      .text(match), .text(compared.name), .optional(creator?.text ?? naming?.userID),
      .optional(creator.flatMap { nicknames[$0] } ?? naming?.nickname),
      .optional(compared.expected?.quote), .optional(line?.quote),
      .optional(compared.expected?.brandFee), .optional(line?.serviceFee), difference,
      .text((line?.mode ?? order?.booking.mode ?? .standard).rawValue),
      compared.isAfterRefunds ? .text("off") : .none, .optional(place?.file),
      .optional(line.map { Int64($0.row) }),
    ]
  }

  private static func listing(_ rows: [[Cell]]) -> Listing {
    Listing(
      columns: [
        .init("match", "match"), .init("order", "order"), .init("creator_id", "creator id"),
        .init("nickname", "nickname"), .init("quote", "quote", .money),
        .init("stated_quote", "stated quote", .money), .init("brand_fee", "brand fee", .money),
        .init("stated_fee", "stated fee", .money), .init("difference", "difference", .money),
        .init("mode", "mode"), .init("refunds", "refunds"), .init("statement", "statement"),
        .init("row", "row", .integer),
      ], rows: rows)
  }
}
