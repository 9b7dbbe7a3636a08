import Domain
import Interchange
import Ledger
import Store

extension OpenBook {
  /// Compares the orders of the books with Pugongying's order report, its note batch, or both.
  ///
  /// Orders are matched by number. An order of the quarter that no statement has is missing there; a line
  /// of a statement is looked for among all orders, whatever the quarter.
  ///
  /// - Throws: ``Failure`` of kind `badInput` with every problem of the statements.
  public func reconcile(_ name: String, with files: [InputFile], fiscalStart: Int) throws
    -> ReconcileReport
  {
    let quarter = try Self.quarter(name, fiscalStart: fiscalStart)
    let readings = try Self.statements(files)
    return try book.snapshot {
      var report = ReconcileReport(readings)
      let schedule = try book.reference.feeSchedule()
      var orders: [String: ListedOrder] = [:]
      for listed in try book.ledger.orders(OrderFilter()) {
        orders[Key.widthFolded(listed.order.name)] = listed
      }
      var stated: Set<String> = []
      for reading in readings {
        for line in reading.lines {
          let number = Key.widthFolded(line.order)
          stated.insert(number)
          let listed = orders[number]
          let match = try match(listed?.order, line, reading.kind == .notes, schedule)
          report.add(line, reading.file, listed, match)
        }
      }
      let days = quarter.firstDay...quarter.lastDay
      for (number, listed) in orders where !stated.contains(number) {
        let order = listed.order
        guard days.contains(order.bookedOn), order.booking.channel == .pugongying,
          order.booking.hasNumber, order.isCharged
        else { continue }
        report.addMissing(listed)
      }
      report.sort()
      return report
    }
  }

  private static func statements(_ files: [InputFile]) throws(Failure) -> [StatementReading] {
    let readings = files.map { StatementReader.read($0.bytes, file: $0.name) }
    var problems = ProblemList()
    for reading in readings { problems.add(reading.problems) }
    guard problems.isEmpty else {
      throw Failure(
        .badInput, "nothing was compared: the statements can't be read",
        details: problems.sorted.map(\.description), next: "correct them, or download them again")
    }
    return readings
  }

  private func match(
    _ order: Order?, _ line: StatementLine, _ isCut: Bool, _ schedule: FeeSchedule
  ) throws -> Reconciliation.Match {
    guard let order else { return .missingHere }
    let creator = order.booking.creator.text
    if let userID = line.userID, creator != userID {
      // Who has another key in the book may still be the one.
      let known = try book.creators.creator(try find(creator)).userID
      if known != nil, known != userID { return .mismatch }
    }
    return Reconciliation.match(
      order,
      .init(quote: line.quote, brandFee: line.serviceFee, mode: line.mode, isCut: isCut),
      boosted: schedule.share(.brand, .boosted, on: order.bookedOn))
  }
}

extension Order {
  /// Whether the platform has reason to list it: not cancelled before it was paid.
  fileprivate var isCharged: Bool { state.status != .cancelled || state.wasPaid }
}
