import Domain

/// Sums an audit's orders up by tier, creator and MCN.
struct AuditGroups {
  private(set) var total = AuditGroup(key: nil, name: nil, orders: 0, amounts: .zero)
  private var tiers: [String?: AuditGroup] = [:]
  private var followers: [String?: Int64] = [:]
  private var creators: [String?: AuditGroup] = [:]
  private var mcns: [String?: AuditGroup] = [:]
  private var campaigns: [String?: AuditGroup] = [:]

  mutating func add(_ trail: OrderTrail, _ facts: CreatorFacts) {
    let creator = (facts.creator ?? trail.booking?.creator)?.text
    let mcn = trail.booking?.mcn
    let campaign = trail.booking?.campaign
    let tier = facts.tier?.code
    total.add(trail)
    tiers[tier, default: AuditGroup(tier, facts.tier?.name)].add(trail)
    followers[tier] = facts.tier?.minFollowers
    creators[creator, default: AuditGroup(creator, facts.nickname)].add(trail)
    mcns[mcn, default: AuditGroup(mcn, nil)].add(trail)
    campaigns[campaign, default: AuditGroup(campaign, nil)].add(trail)
  }

  /// Smallest tier first, unknown last.
  var byTier: [AuditGroup] {
    tiers.values.sorted { left, right in
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

  private static func largestFirst(_ groups: [String?: AuditGroup]) -> [AuditGroup] {
    groups.values.sorted { left, right in
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

  fileprivate mutating func add(_ trail: OrderTrail) {
    orders += 1
    amounts += trail.amounts
  }
}
