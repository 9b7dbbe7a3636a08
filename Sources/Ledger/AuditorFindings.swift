import Domain

// The findings of single entries that an audit comes to while it reads.
extension Finding {
  static func reopened(_ lock: Lock) -> Finding {
    Finding(
      code: .reopened, order: nil,
      evidence: "\(lock.actor) opened the books again from \(lock.through.adding(days: 1)) on "
        + "\(lock.recordedAt.day), entry \(lock.sequence): \(lock.reason)", next: nil)
  }

  static func correctsClosed(_ entry: EntryFigures, of order: String, _ closed: Day) -> Finding {
    Finding(
      code: .lateEntry, order: order,
      evidence: "entry \(entry.sequence) corrects entry \(entry.corrects ?? 0) of \(closed), "
        + "when the books were closed through that day",
      next: CommandText.line("order", "show", order))
  }

  static func gap(_ last: Int64, _ next: Int64) -> Finding {
    let evidence =
      next <= last
      ? "entry \(next) comes after entry \(last)"
      : next == last + 2
        ? "entry \(last + 1) is missing" : "entries \(last + 1) through \(next - 1) are missing"
    return Finding(
      code: .sequenceGap, order: nil, evidence: "\(evidence); the journal must count 1, 2, 3 …",
      next: CommandText.line("audit", "--verify"))
  }
}

extension Auditor {
  /// One finding for all entries that are dated ahead, none when there are none.
  var datedAhead: Finding? {
    let entries = ahead.filter { trails[$0.place].isNeeded }
      .sorted { $0.sequence < $1.sequence }
    guard let first = entries.first else { return nil }
    let order = places.name(first.place)
    let shown = entries.prefix(10).map { "\($0.sequence) (\($0.day))" }.joined(separator: ", ")
    let rest = entries.count > 10 ? " and \(entries.count - 10) more" : ""
    return Finding(
      code: .futureDate, order: entries.count == 1 ? order : nil,
      evidence: entries.count == 1
        ? "entry \(shown) was dated ahead: it was recorded on \(first.recordedOn)"
        : "entries \(shown)\(rest) were dated ahead of the day they were recorded on",
      next: CommandText.line("order", "show", order))
  }
}
