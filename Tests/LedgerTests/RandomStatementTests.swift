import Domain
import Foundation
import Ledger
import Testing

/// Random orders and random lines about them, classified a second time from ``PlainOrder`` in yuan.
@Suite struct `Random statements` {
  private static let quarter = Quarter(year: 2026, index: 3)

  /// Orders with their histories, and what statements say of them.
  private struct Case {
    var numbers: SeededEvents
    var journal = Journal()
    var plain: [String: PlainOrder] = [:]
    var lines: [StatementKind: [StatementLine]] = [:]

    init(seed: UInt64) throws {
      numbers = SeededEvents(seed: seed)
      for number in 1...30 { try book("\(number)") }
      for number in 1...34 { state("\(number)") }
    }

    private mutating func book(_ name: String) throws {
      var day = Int32.random(in: 20_590...20_730, using: &numbers.numbers)
      var order = PlainOrder()
      let first = Event.book(booking(Money(fen: abs(numbers.amount().fen) + 1)))
      for place in 0..<8 {
        let (event, reason) = place == 0 ? (first, "") : numbers.event(rest: nil)
        guard order.allows(event, reason: reason) else { continue }
        do {
          try journal.add(name, "\(Day(number: day))", event, reason: reason)
        } catch { continue }
        order.history.append((day, event))
        day += Int32.random(in: 0...20, using: &numbers.numbers)
      }
      plain[name] = order
    }

    /// Lines near the truth and far from it; some orders have none, some two.
    private mutating func state(_ name: String) {
      let readings = plain[name]?.readings ?? [(100, 10)]
      for kind in StatementKind.allCases {
        for _ in 0..<(Int.random(in: 0..<5, using: &numbers.numbers) + 1) / 2 {
          let one = Int.random(in: 0..<readings.count, using: &numbers.numbers)
          let other = Int.random(in: 0..<readings.count, using: &numbers.numbers)
          var (quote, fee) = (fen(readings[one].quote), fen(readings[other].fee))
          switch Int.random(in: 0..<8, using: &numbers.numbers) {
          case 0: fee += Int64.random(in: -3...3, using: &numbers.numbers)
          case 1: fee -= fee % 100
          case 2: fee = (quote + 2) / 5
          case 3: quote += 1
          default: break
          }
          lines[kind, default: []].append(
            StatementLine(
              row: lines[kind, default: []].count + 2, order: name, quote: Money(fen: quote),
              serviceFee: Money(fen: fee),
              mode: Bool.random(using: &numbers.numbers) ? .boosted : .standard))
        }
      }
    }

    private func fen(_ yuan: Decimal) -> Int64 { NSDecimalNumber(decimal: yuan * 100).int64Value }

    var statements: [PlatformStatement] {
      StatementKind.allCases.map { kind in
        PlatformStatement(
          number: 1, kind: kind, quarter: "2026Q3", firstDay: quarter.firstDay, file: "\(kind)",
          sheet: nil, asOf: quarter.lastDay.adding(days: 8), digest: Digest(of: []),
          keptAt: Moment(utcSeconds: 0), keptBy: "lin", lines: lines[kind] ?? [])
      }
    }

    /// The classes that a line may have, worked out in yuan.
    func classes(_ line: StatementLine, _ kind: StatementKind) -> Set<Finding.Code?> {
      guard let order = plain[line.order] else { return [.unreconciled] }
      let fee = PlainOrder.yuan(line.serviceFee ?? .zero)
      let quote = PlainOrder.yuan(line.quote)
      guard order.readings.contains(where: { $0.quote == quote }) else { return [.feeMismatch] }
      if order.readings.contains(where: { $0.fee == fee }) { return [nil] }
      var found: Set<Finding.Code?> = []
      for (_, expected) in order.readings {
        if abs(expected - fee) <= Decimal(string: "0.01") ?? 0 { found.insert(.rounding) }
        var (whole, exact) = (Decimal(), expected)
        NSDecimalRound(&whole, &exact, 0, expected < 0 ? .up : .down)
        if kind == .notes, whole == fee { found.insert(.truncated) }
      }
      return found.isEmpty
        ? [line.mode == .boosted ? .boostedRate : .feeMismatch, .feeMismatch] : found
    }
  }

  private static let codes: Set<Finding.Code> = [
    .feeMismatch, .boostedRate, .rounding, .truncated, .unreconciled,
  ]

  @Test(arguments: UInt64(1)...60) func `are classified as by hand`(seed: UInt64) throws {
    let known = try Case(seed: seed)
    for statement in known.statements {
      let audit = try known.journal.audit("2026Q3", statements: [statement])
      let found = Dictionary(
        grouping: audit.findings.filter { Self.codes.contains($0.code) }, by: { $0.order ?? "" })
      for (name, lines) in Dictionary(grouping: statement.lines, by: \.order) {
        let codes = found[name]?.map(\.code) ?? []
        #expect(codes.count < 2, "order \(name) has one line that is compared")
        let wanted = known.classes(lines[0], statement.kind)
        #expect(wanted.contains(codes.first), "order \(name): \(codes), wanted \(wanted)")
        let isDouble = audit.findings.contains { $0.code == .duplicateOrder && $0.order == name }
        #expect(isDouble == (lines.count > 1))
      }
      let unbilled = Set(audit.findings.filter { $0.code == .unbilled }.compactMap(\.order))
      #expect(unbilled == Set(Self.unbilled(known, statement)))
    }
  }

  /// The quarter's orders that no line names and that were not cancelled unpaid.
  private static func unbilled(_ known: Case, _ statement: PlatformStatement) -> [String] {
    known.plain.filter { name, order in
      guard let day = order.history.first?.day else { return false }
      return quarter.contains(Day(number: day)) && order.stage != .nothing
        && !statement.lines.contains { $0.order == name }
    }.map(\.key)
  }

  @Test(arguments: UInt64(1)...60)
  func `differ from the books by exactly what the reasons sum up to`(seed: UInt64) throws {
    let known = try Case(seed: seed)
    for basis in AuditBasis.allCases {
      let audit = try known.journal.audit("2026Q3", basis: basis, statements: known.statements)
      #expect(audit.reconciliation.map(\.kind) == [.orders, .notes])
      for totals in audit.reconciliation {
        let lines = known.lines[totals.kind] ?? []
        #expect(totals.stated.orders == lines.count)
        #expect(totals.stated.charge.quote.fen == lines.map(\.quote.fen).reduce(0, +))
        #expect(
          totals.stated.charge.brandFee.fen == lines.compactMap(\.serviceFee?.fen).reduce(0, +))
        #expect(totals.books.charge.quote == audit.total.amounts.quote)
        #expect(totals.books.charge.brandFee == audit.total.amounts.brandFee)
        #expect(totals.books.orders == audit.total.orders)
        let sum = totals.reasons.values.map(\.charge).reduce(.zero, +)
        #expect(sum == totals.difference, "seed \(seed), \(basis), \(totals.kind)")
        let strange = lines.filter { known.plain[$0.order] == nil }
        let first = Dictionary(grouping: strange, by: \.order).values.compactMap(\.first)
        #expect(
          (totals.reasons[.missingHere]?.charge ?? .zero).quote.fen
            == first.map(\.quote.fen).reduce(0, +))
      }
    }
  }
}
