import Domain

/// The findings that only several orders, or the whole journal, can show.
struct JournalFindings {
  let auditor: Auditor

  /// In no order; the audit sorts all of them.
  var findings: [Finding] { unbalanced + duplicateOrders + duplicatePayments }

  private var unbalanced: [Finding] {
    // Nearly always none.
    let trails = auditor.trails
    let odd = trails.indices.filter { trails[$0].isOdd }.map { trails[$0] }
    let sums = Account.Books.allCases.compactMap { books -> Finding? in
      let sum = odd.reduce(Money.zero) { $0 + ($1.crossing[books] ?? .zero) }
      guard sum != .zero else { return nil }
      return Finding(
        code: .unbalanced, order: nil,
        evidence: "the accounts of the \(books.rawValue) book sum to \(sum), not to ¥0.00: "
          + "a transfer crosses the two books", next: CommandText.line("audit", "--verify"))
    }
    return sums + odd.flatMap(\.contradictions)
  }

  /// One finding for each order but the first of a number, when one of them belongs to the quarter.
  private var duplicateOrders: [Finding] {
    // Two numbers can only be one when one of them is written in an odd way, which is rare.
    let all = auditor.trails
    guard all.indices.contains(where: { Key.widthFolded(all[$0].order) != all[$0].order }) else {
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

  fileprivate struct Payment: Hashable {
    let creator: CreatorID
    let amount: Money
    let day: Day
  }

  /// The payments in the quarter that may be alike, and the places of their orders.
  ///
  /// Nearly every payment is the only one of its kind: numbers that stand for them tell that soonest.
  private var repeatedPayments: [(payment: Payment, place: Int)] {
    var payments: [(sign: UInt64, place: Int)] = []
    let trails = auditor.trails
    payments.reserveCapacity(trails.count)
    for place in trails.indices {
      guard let payment = trails[place].paidIn(auditor.days) else { continue }
      let name = payment.creator.text.utf8
      let creator = NameStart(name.span).hash(name.count)
      let amount = ByteHash.mixed(creator, with: UInt64(bitPattern: payment.amount.fen))
      payments.append(
        (ByteHash.mixed(amount, with: UInt64(UInt32(bitPattern: payment.day.number))), place))
    }
    payments.sort { $0.sign < $1.sign }
    return payments.indices.filter { index in
      let sign = payments[index].sign
      return (index > 0 && payments[index - 1].sign == sign)
        || (index + 1 < payments.count && payments[index + 1].sign == sign)
    }.compactMap { index in
      let place = payments[index].place
      return trails[place].paidIn(auditor.days).map { ($0, place) }
    }
  }

  /// One finding for each payment in the quarter but the first of a creator, amount and day.
  private var duplicatePayments: [Finding] {
    return Dictionary(grouping: repeatedPayments, by: \.payment).flatMap { key, all -> [Finding] in
      let sorted = all.map { auditor.trails[$0.place] }
        .sorted { $0.paymentSequence < $1.paymentSequence }
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

  /// What was paid for it to whom and when, if that was on one of some days.
  fileprivate func paidIn(_ days: ClosedRange<Day>) -> JournalFindings.Payment? {
    guard let booking, let paidOn, let payment, days.contains(paidOn) else { return nil }
    return JournalFindings.Payment(
      creator: booking.creator, amount: payment.amount, day: paidOn)
  }
}
