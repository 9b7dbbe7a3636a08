import Domain
import Ledger

/// A journal written by hand: each line posts to its order and is dated as given.
struct Journal {
  var entries: [Entry] = []
  private var states: [String: OrderState] = [:]

  mutating func add(
    _ order: String, _ at: String, _ event: Event, reason: String = "", recorded: String? = nil
  ) throws {
    let posting = try Posting(event, on: states[order], order: order, reason: reason)
    states[order] = posting.state
    entries.append(
      Entry(
        sequence: Int64(entries.count + 1), at: try moment(at),
        recordedAt: try moment(recorded ?? at), actor: "lin", order: order, event: event,
        reason: reason, transfers: posting.transfers))
  }

  func audit(
    _ quarter: String, basis: AuditBasis = .charged, asOf: Day? = nil,
    schedule: FeeSchedule = guide, startMonth: Int = 1,
    facts: [String: CreatorFacts] = [:], statements: [PlatformStatement] = []
  ) throws -> Audit {
    guard let quarter = Quarter(quarter, startMonth: startMonth) else { throw NotAMoment() }
    var auditor = Auditor(quarter, basis: basis, asOf: asOf, schedule: schedule)
    entries.forEach { auditor.count($0.sequence, on: $0.day) }
    entries.forEach { auditor.add($0) }
    return auditor.report(statements: statements) { creator, _ in
      facts[creator.text] ?? CreatorFacts()
    }
  }

  private struct NotAMoment: Error {}

  private func moment(_ text: String) throws -> Moment {
    guard let moment = Moment(text) else { throw NotAMoment() }
    return moment
  }
}
