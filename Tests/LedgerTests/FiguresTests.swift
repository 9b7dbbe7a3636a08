import Domain
import Testing

@testable import Ledger

/// An entry that is played from the bytes in which it is kept comes to what the entry itself comes to.
@Suite struct FiguresTests {
  @Test func `a replay of kept entries finds what one of the entries finds`() throws {
    for seed in UInt64(1)...40 {
      let tale = try HalvesTests().tale(seed)
      var (plain, kept) = (Replay(), Replay())
      for (place, entry) in tale.entries.enumerated() {
        plain.add(.entry(entry))
        let encoded = EncodedEntry(JournalRecord(entry, key: place % 3 == 0 ? "key-\(place)" : nil))
        if place % 2 == 0 {
          kept.expect(encoded, hasFields: false)
          kept.expect(encoded, hasFields: true)
        }
        try kept.add(encoded)
      }
      for (name, order) in tale.orders.sorted(by: { $0.key < $1.key }) {
        plain.compare(order)
        let isSame = kept.agree(name.utf8.span) { played, isText in
          played.state == order.state && played.bookedOn == order.bookedOn
            && played.paidOn == order.paidOn
            && isText(order.booking.creator.text.utf8.span, played.terms.creator)
            && played.terms.mcn.map { isText((order.booking.mcn ?? "").utf8.span, $0) } ?? true
        }
        if !isSame { kept.compare(order) }
      }
      let wanted = plain.finish().sorted(by: Finding.comesBefore)
      try #require(kept.finish().sorted(by: Finding.comesBefore) == wanted, "seed \(seed)")
    }
  }

  @Test func `an audit of kept entries reports what one of the entries reports`() throws {
    let quarter = try #require(Quarter("2026Q3"))
    var findings = 0
    for seed in UInt64(1)...40 {
      let entries = try HalvesTests().tale(seed).entries
      let basis = AuditBasis.allCases[Int(seed) % AuditBasis.allCases.count]
      var plain = Auditor(quarter, basis: basis, schedule: guide)
      entries.forEach { plain.count($0.sequence, on: $0.day) }
      var kept = plain
      for entry in entries {
        plain.add(entry)
        let encoded = EncodedEntry(JournalRecord(entry))
        if entry.sequence % 2 == 0 {
          kept.expect(encoded, hasFields: false)
          kept.expect(encoded, hasFields: true)
        }
        try kept.add(encoded)
      }
      let facts = { (creator: CreatorID, day: Day) in
        CreatorFacts(creator: creator, nickname: day.number % 2 == 0 ? "even" : "odd")
      }
      let wanted = plain.report(facts: facts)
      findings += wanted.findings.count
      try #require(kept.report(facts: facts) == wanted, "seed \(seed)")
    }
    #expect(findings > 1_000, "\(findings)")
  }

  @Test func `what counts of an event is read from its bytes`() throws {
    var events = SeededEvents(seed: 7)
    for number in Int64(1)...2_000 {
      let (event, reason) = events.event(rest: nil)
      let at = Moment(utcSeconds: 1_780_000_000 + number)
      let entry = Entry(
        sequence: number, at: at, recordedAt: Moment(utcSeconds: at.utcSeconds + number % 3),
        actor: "林", order: "PGY-\(number)", event: event, reason: reason,
        corrects: number % 5 == 0 ? number - 1 : nil, transfers: [])
      let encoded = EncodedEntry(JournalRecord(entry, key: number % 2 == 0 ? "k\(number)" : nil))
      let (figures, terms) = try #require(try encoded.figures())
      #expect(figures.step == event.step && figures.hasReason == !reason.isEmpty)
      #expect(figures.day == at.day && figures.corrects == entry.corrects)
      if case .book(let booking) = event {
        #expect(terms.map { Booking($0.map { encoded.text($0) }) } == booking)
      } else {
        #expect(terms == nil)
      }
      #expect(try Entry(encoded) == entry)
    }
  }
}
