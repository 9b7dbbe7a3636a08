import Domain

/// The findings that only several orders, or the whole journal, can show.
struct JournalFindings {
  let auditor: Auditor

  /// In no order; the audit sorts all of them.
  var findings: [Finding] { unbalanced + duplicateOrders + duplicatePayments }

  /// The places of the orders that the quarter needs.
  private var needed: [Int] { auditor.trails.indices.filter { auditor.trails[$0].isNeeded } }

  private var unbalanced: [Finding] {
    // Nearly always none.
    let odd = auditor.oddities.filter { auditor.trails[$0.key].isNeeded }.values
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
    let (trails, places) = (auditor.trails, auditor.places)
    // Two numbers can only be one when one of them is written in an odd way, which is rare.
    let isOdd = trails.indices.contains { place in
      guard trails[place].isNeeded, !places.isPlain(place) else { return false }
      let name = places.name(place)
      return Key.widthFolded(name) != name
    }
    guard isOdd else { return [] }
    let booked = needed.filter { trails[$0].terms != nil }
    let numbers = Dictionary(grouping: booked) { Key.widthFolded(places.name($0)) }
    return numbers.values.flatMap { orders -> [Finding] in
      guard orders.count > 1, orders.contains(where: { trails[$0].belongs }) else { return [] }
      let sorted = orders.sorted { trails[$0].firstSequence < trails[$1].firstSequence }
      let first = sorted[0]
      return sorted.dropFirst().map { place in
        let name = places.name(place)
        return Finding(
          code: .duplicateOrder, order: name,
          evidence: "the number is that of order \(places.name(first)), entry "
            + "\(trails[first].firstSequence), written another way in entry "
            + "\(trails[place].firstSequence)",
          next: CommandText.line(
            "order", trails[place].state?.isOpen == true ? "cancel" : "show", name))
      }
    }
  }

  private struct Payment: Hashable {
    let creator: Int32
    let amount: Money
    let day: Day

    /// A number that stands for it, never zero.
    var sign: UInt64 {
      var sign = ByteHash.mixed(ByteHash.seed, with: UInt64(UInt32(bitPattern: creator)))
      sign = ByteHash.mixed(sign, with: UInt64(bitPattern: amount.fen))
      return ByteHash.mixed(sign, with: UInt64(UInt32(bitPattern: day.number))) | 1
    }
  }

  private func payment(_ place: Int) -> Payment? {
    auditor.trails[place].paid(on: auditor.days).map {
      Payment(creator: $0.creator, amount: $0.amount, day: $0.day)
    }
  }

  /// The payments in the quarter that may be alike, and the places of their orders.
  ///
  /// Nearly every payment is the only one of its kind: numbers that stand for them tell that soonest.
  private var repeatedPayments: [(payment: Payment, place: Int)] {
    let trails = auditor.trails
    var signs = [UInt64](repeating: 0, count: trails.count)
    // Where a sign was seen already, half full at most; zero for none.
    let size = 1 << (Int.bitWidth - (2 * trails.count).leadingZeroBitCount)
    var (seen, repeated) = ([UInt64](repeating: 0, count: size), Set<UInt64>())
    for place in trails.indices where trails[place].isNeeded {
      guard let payment = payment(place) else { continue }
      let sign = payment.sign
      signs[place] = sign
      var slot = Int(truncatingIfNeeded: sign) & (size - 1)
      while seen[slot] != 0, seen[slot] != sign { slot = (slot + 1) & (size - 1) }
      if seen[slot] == sign { repeated.insert(sign) }
      seen[slot] = sign
    }
    guard !repeated.isEmpty else { return [] }
    return trails.indices.filter { signs[$0] != 0 && repeated.contains(signs[$0]) }
      .compactMap { place in payment(place).map { ($0, place) } }
  }

  /// One finding for each payment in the quarter but the first of a creator, amount and day.
  private var duplicatePayments: [Finding] {
    let (trails, places) = (auditor.trails, auditor.places)
    let sequence = { (place: Int) in trails[place].payment?.sequence ?? 0 }
    return Dictionary(grouping: repeatedPayments, by: \.payment).flatMap { key, all -> [Finding] in
      let sorted = all.map(\.place).sorted { sequence($0) < sequence($1) }
      let creator = auditor.texts.name(Int(key.creator))
      return sorted.dropFirst().map { place in
        Finding(
          code: .duplicatePayment, order: places.name(place),
          evidence: "\(key.amount) to \(creator) on \(key.day), as for order "
            + "\(places.name(sorted[0])), entry \(sequence(sorted[0]))",
          next: CommandText.line("order", "show", places.name(place)))
      }
    }
  }
}
