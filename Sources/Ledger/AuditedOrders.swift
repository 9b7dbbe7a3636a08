import Domain

/// The orders that an audit counts, put together when they are asked for: most reports show none of them.
struct AuditedOrders: Sendable {
  private let trails: [OrderTrail]
  private let places: NamePlaces
  /// By their numbers.
  private let texts: [String]
  private var counted: [(place: Int32, facts: Int32)] = []
  private var facts: [CreatorFacts] = []
  /// Where the facts are that hold for an order of a creator, by the creator's number; below zero for none.
  private var newest: [Int32]

  init(_ auditor: Auditor, texts: [String]) {
    (trails, places, self.texts) = (auditor.trails, auditor.places, texts)
    newest = Array(repeating: -1, count: texts.count)
    counted.reserveCapacity(trails.count)
  }

  /// Adds the order of a place.
  mutating func add(_ place: Int, _ facts: CreatorFacts) {
    let creator = trails[place].terms.map { Int($0.creator) }
    // A creator's orders lie near each other, and so do the facts that they are booked by.
    if let creator, newest[creator] >= 0, self.facts[Int(newest[creator])] == facts {
      return counted.append((Int32(place), newest[creator]))
    }
    let number = Int32(self.facts.count)
    self.facts.append(facts)
    if let creator { newest[creator] = number }
    counted.append((Int32(place), number))
  }

  /// All of them, by number in byte order.
  var all: [AuditedOrder] {
    let sorted = NameOrder.sorted(Array(counted.indices)) { places.name(Int(counted[$0].place)) }
    return sorted.map { index in
      let (place, known) = (Int(counted[index].place), facts[Int(counted[index].facts)])
      let trail = trails[place]
      let text = { (number: Int32) in texts[Int(number)] }
      return AuditedOrder(
        order: places.name(place), bookedOn: trail.bookedOn,
        creator: known.creator ?? trail.terms.map { CreatorID(text($0.creator)) },
        nickname: known.nickname, tier: known.tier?.code, mcn: trail.terms?.mcn.map(text),
        campaign: trail.terms?.campaign.map(text), amounts: trail.amounts,
        creatorNetBefore: trail.before.creatorNet)
    }
  }
}

extension AuditedOrders: Hashable {
  static func == (left: AuditedOrders, right: AuditedOrders) -> Bool { left.all == right.all }

  func hash(into hasher: inout Hasher) { hasher.combine(counted.count) }
}
