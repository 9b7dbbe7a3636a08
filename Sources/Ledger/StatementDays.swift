import Domain

// Findings about the days and the line numbers of statements.
extension StatementFindings {
  /// What the statements have in another quarter than the books, or than they were given for.
  var otherDays: [Finding] {
    let apart = self.apart
    return apart + strangers(but: Set(apart.compactMap(\.order)))
  }

  /// Orders that the statement has in the quarter and the books in another, or the other way round.
  ///
  /// Statements give days, not hours. A time of another zone, at most 8 hours away, moves an order by
  /// one day, so a day's difference across the boundary is told apart.
  private var apart: [Finding] {
    var seen: Set<String> = []
    return reconciliations.lazy.flatMap(\.orders).compactMap { compared in
      guard let order = compared.order, let place = compared.places.first,
        let created = place.line.createdOn,
        days.contains(created) != days.contains(order.bookedOn),
        seen.insert(compared.name).inserted
      else { return nil }
      let isNear = abs(created.number - order.bookedOn.number) == 1
      return Finding(
        code: isNear ? .boundary : .outOfQuarter, order: order.name,
        "\(place.text) has it made on \(created), the books booked on \(order.bookedOn): "
          + (days.contains(created) ? "only the statement" : "only the books")
          + " has it in \(quarter)",
        CommandText.line("order", "show", order.name))
    }
  }

  /// Lines of other quarters by all days that the statements give for their order: one finding for each
  /// file, because a report of a whole year has many.
  ///
  /// - Parameter known: the orders of which books and statement say different things already.
  private func strangers(but known: Set<String>) -> [Finding] {
    var found: [String: [(name: String, place: ComparedOrder.Place)]] = [:]
    var inside: Set<String> = []
    for compared in reconciliations.lazy.flatMap(\.orders) {
      for place in compared.places where !place.line.days.isEmpty {
        if place.line.days.contains(where: days.contains) {
          inside.insert(compared.name)
        } else if !known.contains(compared.name) {
          found[place.file, default: []].append((compared.name, place))
        }
      }
    }
    return found.flatMap { file, all in
      let places = all.filter { !inside.contains($0.name) }.map(\.place)
      return [
        (Finding.Code.boundary, places.filter(isNear)),
        (.outOfQuarter, places.filter { !isNear($0) }),
      ].compactMap { strangers($0, file, $1) }
    }
  }

  private func strangers(
    _ code: Finding.Code, _ file: String, _ places: [ComparedOrder.Place]
  ) -> Finding? {
    guard let first = places.first, let low = places.flatMap(\.line.days).min(),
      let high = places.flatMap(\.line.days).max()
    else { return nil }
    let rows = places.count == 1 ? "row" : "rows"
    return Finding(
      code: code, order: places.count == 1 ? first.line.order : nil,
      "\(file) has \(places.count) \(rows) of \(low)" + (low == high ? "" : " to \(high)")
        + ", none of them in \(quarter); the first is row \(first.line.row)",
      command(file, low))
  }

  /// The same file for the quarter that its lines are of.
  private func command(_ file: String, _ day: Day) -> String {
    reconcile(Quarter(containing: day, startMonth: quarter.startMonth), file)
  }

  private func isNear(_ place: ComparedOrder.Place) -> Bool {
    place.line.days.contains { day in
      day == days.lowerBound.adding(days: -1) || day == days.upperBound.adding(days: 1)
    }
  }

  /// Gaps in the numbers that statements give their lines: something was left out.
  func gaps(_ reconciliation: Reconciliation) -> [Finding] {
    reconciliation.statements.compactMap { statement in
      let numbers = statement.lines.compactMap(\.number).sorted()
      guard let first = numbers.first else { return nil }
      var (missing, next): ([String], Int64) = ([], min(first, 1))
      for number in numbers {
        if number > next {
          missing.append(number - 1 == next ? "\(next)" : "\(next)–\(number - 1)")
        }
        next = max(next, number + 1)
      }
      guard !missing.isEmpty else { return nil }
      let shown = missing.prefix(10).joined(separator: ", ") + (missing.count > 10 ? ", …" : "")
      return Finding(
        code: .sequenceGap, order: nil,
        evidence: "the line numbers of \(statement.file) have gaps: \(shown) missing",
        next: reconcile(quarter, statement.file), severity: .warn)
    }
  }
}
