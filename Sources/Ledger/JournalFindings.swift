import Domain

/// The findings that only several orders, or the whole journal, can show.
struct JournalFindings {
  let auditor: Auditor

  /// In no order; the audit sorts all of them.
  var findings: [Finding] { unbalanced + duplicateOrders + duplicatePayments }

  private var unbalanced: [Finding] {
    let sums = Account.Books.allCases.compactMap { books -> Finding? in
      let sum = auditor.trails.reduce(Money.zero) { $0 + ($1.crossing[books] ?? .zero) }
      guard sum != .zero else { return nil }
      return Finding(
        code: .unbalanced, order: nil,
        evidence: "the accounts of the \(books.rawValue) book sum to \(sum), not to ¥0.00: "
          + "a transfer crosses the two books", next: CommandText.line("audit", "--verify"))
    }
    return sums + auditor.trails.flatMap(\.contradictions)
  }

  /// One finding for each order but the first of a number, when one of them belongs to the quarter.
  private var duplicateOrders: [Finding] {
    // Two numbers can only be one when one of them is written in an odd way, which is rare.
    guard auditor.trails.contains(where: { Key.widthFolded($0.order) != $0.order }) else {
      return []
    }
    let numbers = Dictionary(grouping: auditor.trails.filter { $0.booking != nil }) {
      Key.widthFolded($0.order)
    }
    return numbers.values.flatMap { trails -> [Finding] in
      guard trails.count > 1, trails.contains(where: { $0.belongs(to: auditor.days) }) else {
        return []
      }
      let sorted = trails.sorted { $0.firstSequence < $1.firstSequence }
      return sorted.dropFirst().map { trail in
        Finding(
          code: .duplicateOrder, order: trail.order,
          evidence: "the number is that of order \(sorted[0].order), entry "
            + "\(sorted[0].firstSequence), written another way in entry \(trail.firstSequence)",
          next: CommandText.line(
            "order", trail.state?.isOpen == true ? "cancel" : "show", trail.order))
      }
    }
  }

  private struct Payment: Hashable {
    let creator: CreatorID
    let amount: Money
    let day: Day
  }

  /// One finding for each payment in the quarter but the first of a creator, amount and day.
  private var duplicatePayments: [Finding] {
    // Nearly every payment is the only one of its kind.
    var firsts: [Payment: Int] = [:]
    var payments: [Payment: [Int]] = [:]
    for (place, trail) in auditor.trails.enumerated() {
      guard let booking = trail.booking, let paidOn = trail.paidOn, let payment = trail.payment,
        auditor.days.contains(paidOn)
      else { continue }
      let key = Payment(creator: booking.creator, amount: payment.amount, day: paidOn)
      guard let first = firsts[key] else {
        firsts[key] = place
        continue
      }
      payments[key, default: [first]].append(place)
    }
    return payments.flatMap { key, places -> [Finding] in
      let trails = places.map { auditor.trails[$0] }
      let sorted = trails.sorted { $0.paymentSequence < $1.paymentSequence }
      return sorted.dropFirst().map { trail in
        Finding(
          code: .duplicatePayment, order: trail.order,
          evidence: "\(key.amount) to \(key.creator) on \(key.day), as for order "
            + "\(sorted[0].order), entry \(sorted[0].paymentSequence)",
          next: CommandText.line("order", "show", trail.order))
      }
    }
  }
}

extension OrderTrail {
  fileprivate var paymentSequence: Int64 { payment?.sequence ?? 0 }
}
