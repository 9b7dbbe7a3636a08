import Domain
import Ledger
import Testing

/// A journal that is read in two halves, each by itself, says what it says when it is read whole: also one
/// that nobody could have written, with orders booked twice, never, or after their other entries.
@Suite struct HalvesTests {
  struct Tale {
    var entries: [Entry] = []
    var orders: [String: Order] = [:]
  }

  /// Entries of a few orders; about one of ten is not what the rules post.
  func tale(_ seed: UInt64) throws -> Tale {
    var events = SeededEvents(seed: seed)
    var tale = Tale()
    let days = try #require(Moment("2026-06-01T00:00:00+08:00")).utcSeconds
    for number in 1...150 {
      let name = "PGY-\(Int.random(in: 1...9, using: &events.numbers))"
      let before = tale.orders[name]
      let (event, reason) = events.event(rest: before?.state.net)
      let posting = try? Posting(event, on: before?.state, order: name, reason: reason)
      let isTampered = Int.random(in: 0..<10, using: &events.numbers) == 0
      guard posting != nil || isTampered else { continue }
      let at = Moment(
        utcSeconds: days + Int64.random(in: 0...180, using: &events.numbers) * 43_200)
      let odd = Transfer(debit: .bank, credit: .creatorNet, amount: Money(fen: Int64(number)))
      let entry = Entry(
        sequence: Int64(tale.entries.count + 1), at: at,
        recordedAt: Moment(utcSeconds: at.utcSeconds + Int64(number % 5 - 1) * 400_000),
        actor: "lin", order: name, event: event, reason: reason,
        corrects: number % 9 == 0 && !tale.entries.isEmpty ? 1 : nil,
        transfers: isTampered ? Transfers([odd].compactMap(\.self)) : posting?.transfers ?? [])
      tale.entries.append(entry)
      if let posting { tale.orders[name] = Order(before, after: entry, state: posting.state) }
    }
    return tale
  }

  private func found(_ replay: Replay, _ tale: Tale) -> [Finding] {
    var replay = replay
    for (_, order) in tale.orders.sorted(by: { $0.key < $1.key }) { replay.compare(order) }
    return replay.finish().sorted(by: Finding.comesBefore)
  }

  @Test func `a replay in two halves finds what one of the whole finds`() throws {
    var (joined, refused, findings) = (0, 0, 0)
    for seed in UInt64(1)...60 {
      let tale = try tale(seed)
      var whole = Replay()
      tale.entries.forEach { whole.add(.entry($0)) }
      let wanted = found(whole, tale)
      for cut in 0...tale.entries.count {
        var (first, rest) = (Replay(), Replay(isFromBeginning: false))
        tale.entries.prefix(cut).forEach { first.add(.entry($0)) }
        tale.entries.dropFirst(cut).forEach { rest.add(.entry($0)) }
        guard first.join(rest) else {
          refused += 1
          continue
        }
        (joined, findings) = (joined + 1, findings + wanted.count)
        try #require(found(first, tale) == wanted, "seed \(seed), cut after \(cut)")
      }
    }
    #expect(joined > 1_000 && refused > 0 && findings > 1_000, "\(joined), \(refused), \(findings)")
  }

  @Test func `an audit in two halves reports what one of the whole reports`() throws {
    let quarter = try #require(Quarter("2026Q3"))
    var (joined, refused) = (0, 0)
    for seed in UInt64(1)...40 {
      let entries = try tale(seed).entries
      let basis = AuditBasis.allCases[Int(seed) % AuditBasis.allCases.count]
      var start = Auditor(quarter, basis: basis, schedule: guide)
      entries.forEach { start.count($0.sequence, on: $0.day) }
      var whole = start
      entries.forEach { whole.add($0) }
      let wanted = whole.report { _, _ in CreatorFacts() }
      for cut in 0...entries.count {
        var (first, rest) = (start, start.fromMiddle)
        entries.prefix(cut).forEach { first.add($0) }
        entries.dropFirst(cut).forEach { rest.add($0) }
        guard first.canJoin(rest) else {
          refused += 1
          continue
        }
        joined += 1
        first.join(rest)
        let seen = first.report { _, _ in CreatorFacts() }
        try #require(seen == wanted, "seed \(seed), cut after \(cut)")
      }
    }
    #expect(joined > 300 && refused > 50, "\(joined), \(refused)")
  }
}
