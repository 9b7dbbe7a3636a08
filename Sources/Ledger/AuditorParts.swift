// An audit in parts.
extension Auditor {
  /// This audit without orders.
  public var empty: Auditor {
    var auditor = Auditor(quarter, basis: basis, asOf: asOf, schedule: schedule)
    (auditor.lastSequence, auditor.journal, auditor.locks) = (lastSequence, journal, locks)
    auditor.entryDays = entryDays
    return auditor
  }

  /// This audit without orders, for entries from the middle of the journal: those of orders that were
  /// booked before wait for an audit of earlier entries (``join(_:)``).
  public var fromMiddle: Auditor {
    var auditor = empty
    auditor.isFromMiddle = true
    return auditor
  }

  /// Makes room for about so many orders, so that what is known of them need not move as they come.
  public mutating func expect(orders: Int) {
    trails.reserveCapacity(orders)
    places.expect(orders)
  }

  /// Whether this audit can go on by one of the later entries: not when an order is booked in both, or
  /// after other entries of it. Then all must be read in one.
  public func canJoin(_ rest: Auditor) -> Bool {
    !places.overlaps(rest.places) && !rest.places.overlaps(rest.strangers)
  }

  /// Goes on by an audit of the later entries, or of other orders.
  public mutating func join(_ rest: Auditor) {
    entryDays.merge(rest.entryDays) { mine, _ in mine }
    let names = rest.strangers.names
    let known = names.map { places[$0] }
    for waiting in rest.waiting {
      let name = names[waiting.stranger]
      let place = known[waiting.stranger] ?? places[name]
      add(waiting.entry, nil, place, true, name.utf8.span, waiting.words)
    }
    let numbers = texts.append(rest.texts)
    let orders = places.append(rest.places)
    trails.reserveCapacity(places.count)
    for (place, trail) in zip(orders, rest.trails) {
      let trail = trail.renumbered(numbers)
      if place < trails.count { trails[Int(place)] = trail } else { trails.append(trail) }
    }
    for (place, odd) in rest.oddities { oddities[Int(orders[place])] = odd }
    for var entry in rest.ahead {
      entry.place = Int(orders[entry.place])
      ahead.append(entry)
    }
  }

  /// Whether entries of the order have come; then the quarter needs it.
  public mutating func needs(_ order: String) -> Bool {
    guard let place = places[order] else { return false }
    trails[place].isNeeded = true
    return true
  }

  /// Orders that the quarter needs and that begin before an entry, by the order of their first ones.
  public func needed(from sequence: Int64) -> [String] {
    trails.indices.filter { trails[$0].isNeeded && trails[$0].firstSequence < sequence }
      .map(places.name)
  }

  /// Leaves out what came of orders whose first entries did not come, to be told from the beginning.
  ///
  /// - Parameters:
  ///   - orders: such orders, besides those that show it themselves.
  ///   - sequence: the first entry of which all orders are needed.
  /// - Returns: the orders that the quarter needs of them.
  public mutating func leaveOut(_ orders: [String], before sequence: Int64) -> [String] {
    var left = orders
    for stranger in strangers.indices {
      let name = strangers.name(stranger)
      let trail = places[name].map { trails[$0] }
      let isEarly = trail.map { $0.isNeeded && $0.firstSequence < sequence } ?? false
      if isNeeded[stranger] || isEarly { left.append(name) }
    }
    let places = Set(left.compactMap { self.places[$0] })
    for place in places {
      trails[place].isNeeded = false
      oddities[place] = nil
    }
    if !places.isEmpty { ahead.removeAll { places.contains($0.place) } }
    (waiting, strangers, isNeeded) = ([], NamePlaces(), [])
    return left
  }
}
