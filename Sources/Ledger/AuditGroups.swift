import Domain

/// Sums an audit's orders up by tier, creator, MCN and campaign.
struct AuditGroups {
  /// Groups by their keys.
  private struct Keyed {
    private var places = NamePlaces()
    private var named: [AuditGroup] = []
    private var unnamed: AuditGroup?
    /// Where the group is that an order's text led to last, by the text's number; below zero for none.
    private var latest: [Int32]

    init(texts: Int) { latest = Array(repeating: -1, count: texts) }

    var all: [AuditGroup] { named + [unnamed].compactMap(\.self) }

    /// Adds an order; the group's name is that which its first order tells.
    ///
    /// - Parameter text: the number of a text of the order's that leads to its group, nearly always to the
    ///   same.
    mutating func add(_ amounts: Recognised, to key: String?, _ name: String?, by text: Int32?) {
      let text = text.map { Int($0) }
      if let text, latest[text] >= 0, named[Int(latest[text])].key == key {
        return named[Int(latest[text])].add(amounts)
      }
      guard let key else {
        if unnamed == nil { unnamed = AuditGroup(nil, name) }
        unnamed?.add(amounts)
        return
      }
      let (place, isNew) = places.place(of: key)
      if isNew { named.append(AuditGroup(key, name)) }
      named[place].add(amounts)
      if let text { latest[text] = Int32(place) }
    }
  }

  private(set) var total = AuditGroup(key: nil, name: nil, orders: 0, amounts: .zero)
  /// By their numbers.
  private let texts: [String]
  private var tiers: Keyed
  private var followers: [String?: Int64] = [:]
  private var creators: Keyed
  private var mcns: Keyed
  private var campaigns: Keyed

  init(texts: [String]) {
    self.texts = texts
    let none = Keyed(texts: texts.count)
    (tiers, creators, mcns, campaigns) = (none, none, none, none)
  }

  mutating func add(_ order: OrderTrail, _ facts: CreatorFacts) {
    let (amounts, terms) = (order.amounts, order.terms)
    total.add(amounts)
    let creator = terms?.creator
    tiers.add(amounts, to: facts.tier?.code, facts.tier?.name, by: creator)
    if let tier = facts.tier, followers[tier.code] == nil {
      followers[tier.code] = tier.minFollowers
    }
    creators.add(
      amounts, to: facts.creator?.text ?? creator.map { texts[Int($0)] }, facts.nickname,
      by: creator)
    mcns.add(amounts, to: terms?.mcn.map { texts[Int($0)] }, nil, by: terms?.mcn)
    campaigns.add(amounts, to: terms?.campaign.map { texts[Int($0)] }, nil, by: terms?.campaign)
  }

  /// Smallest tier first, unknown last.
  var byTier: [AuditGroup] {
    tiers.all.sorted { left, right in
      let first = followers[left.key] ?? .max
      let second = followers[right.key] ?? .max
      return first == second ? Self.keysOrdered(left, right) : first < second
    }
  }

  /// The largest brand total first, then by id.
  var byCreator: [AuditGroup] { Self.largestFirst(creators) }

  /// The largest brand total first, then by name.
  var byMCN: [AuditGroup] { Self.largestFirst(mcns) }

  /// The largest brand total first, then by name.
  var byCampaign: [AuditGroup] { Self.largestFirst(campaigns) }

  private static func largestFirst(_ groups: Keyed) -> [AuditGroup] {
    groups.all.sorted { left, right in
      let (first, second) = (left.amounts.brandTotal, right.amounts.brandTotal)
      return first == second ? keysOrdered(left, right) : first > second
    }
  }

  private static func keysOrdered(_ left: AuditGroup, _ right: AuditGroup) -> Bool {
    guard let first = left.key else { return false }
    guard let second = right.key else { return true }
    return first.precedesInBytes(second)
  }
}

extension AuditGroup {
  fileprivate init(_ key: String?, _ name: String?) {
    self.init(key: key, name: name, orders: 0, amounts: .zero)
  }

  fileprivate mutating func add(_ order: Recognised) {
    orders += 1
    amounts += order
  }
}
