import Domain

/// Sums an audit's orders up by tier, creator, MCN and campaign.
struct AuditGroups {
  /// Groups by their keys.
  private struct Keyed {
    private var places = NamePlaces()
    private var named: [AuditGroup] = []
    private var unnamed: AuditGroup?

    var all: [AuditGroup] { named + [unnamed].compactMap(\.self) }

    /// Adds an order; the group's name is that which its first order tells.
    mutating func add(_ amounts: Recognised, to key: String?, _ name: String?) {
      guard let key else {
        if unnamed == nil { unnamed = AuditGroup(nil, name) }
        unnamed?.add(amounts)
        return
      }
      let (place, isNew) = places.place(of: key)
      if isNew { named.append(AuditGroup(key, name)) }
      named[place].add(amounts)
    }
  }

  private(set) var total = AuditGroup(key: nil, name: nil, orders: 0, amounts: .zero)
  /// By their numbers.
  private let texts: [String]
  private var tiers = Keyed()
  private var followers: [String?: Int64] = [:]
  private var creators = Keyed()
  private var mcns = Keyed()
  private var campaigns = Keyed()

  init(texts: [String]) { self.texts = texts }

  mutating func add(_ order: OrderTrail, _ facts: CreatorFacts) {
    let (amounts, terms) = (order.amounts, order.terms)
    total.add(amounts)
    tiers.add(amounts, to: facts.tier?.code, facts.tier?.name)
    if let tier = facts.tier { followers[tier.code] = tier.minFollowers }
    let creator = facts.creator?.text ?? terms.map { texts[Int($0.creator)] }
    creators.add(amounts, to: creator, facts.nickname)
    mcns.add(amounts, to: terms?.mcn.map { texts[Int($0)] }, nil)
    campaigns.add(amounts, to: terms?.campaign.map { texts[Int($0)] }, nil)
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
