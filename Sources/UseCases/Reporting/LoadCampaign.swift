import Domain
import Store

extension OpenBook {
  /// All that hangs on a campaign through a day. It hangs on it by its name, or by that of a shortlist which is
  /// assigned to it and no campaign's own name.
  func campaignFacts(_ campaign: Campaign, through day: Day) throws -> CampaignFacts {
    let playbook = try book.reference.playbook()
    let window = playbook.rows("timing", "search_base").first?.low ?? 14
    var facts = CampaignFacts(
      campaign: campaign, asOf: day,
      words: try channelWords(),
      tiers: try book.reference.tierTable(), searchWindow: Int32(clamping: max(1, window)))
    let lists = try book.campaigns.shortlists()[campaign.name] ?? []
    facts.shortlists = try lists.map(shortlist)
    let others = try lists.filter { try book.campaigns.campaign($0) == nil && $0 != campaign.name }
    let names = [campaign.name] + others
    var creators = NoteCreators(book)
    for name in names { facts.orderMoney.add(try book.campaigns.money(of: name, through: day)) }
    for order in try names.flatMap({ try book.campaigns.orders(of: $0, through: day) }) {
      let history = try creators[order.creator].history
      let followers = history.followers(on: order.bookedOn) ?? history.followers.first?.value
      facts.orders.append(
        .init(order: order, band: followers.map { facts.tiers.tier(followers: $0).band }))
    }
    facts.notes = try campaignNotes(names, facts)
    try addIncome(to: &facts, names)
    return facts
  }

  /// What people call channels.
  func channelWords() throws -> ChannelWords {
    ChannelWords(try book.reference.playbook().rows("channel").map { ($0.key, $0.levers) })
  }

  /// What customers ordered and searched for.
  private func addIncome(to facts: inout CampaignFacts, _ names: [String]) throws {
    let day = facts.asOf
    let results = book.results
    let ids = facts.notes.compactMap(\.result.noteID)
    facts.conversions =
      (try names.flatMap { try results.conversions(campaign: $0) }
      + ids.flatMap { try results.conversions(ofNote: $0) }).filter { $0.day <= day }
    if let days = facts.campaign.days, days.lowerBound <= day {
      facts.ownerless = try results.ownerlessConversions(
        days.lowerBound...min(days.upperBound, day))
    }
    var searches = try names.flatMap { try results.searches(campaign: $0) }
    if searches.isEmpty {
      let words = Set([facts.campaign.brand, facts.campaign.product].compactMap(\.self))
      searches = try words.sorted().flatMap { try results.searches(ofKeyword: $0) }
    }
    facts.searches = searches.filter { $0.day <= day }
  }

  private func campaignNotes(_ names: [String], _ facts: CampaignFacts) throws
    -> [CampaignFacts.Note]
  {
    var found: [(note: NoteResult, creator: KnownCreator?)] = []
    for name in names {
      try book.eachResult(.campaign(name), through: facts.asOf) { note, creator in
        found.append((note, creator))
      }
    }
    let costs = NoteCosts(found.map(\.note), facts.orders.map(\.order))
    return try found.compactMap { note, creator in
      let ads = try book.results.adCourses(of: note.number).map {
        (channel: facts.words.channel(ofAds: $0.format), course: $0.course)
      }
      let standing = ads.flatMap { $0.course.standing(through: facts.asOf) }
      // Nothing was known of it by then.
      guard
        note.asOf != nil || !standing.isEmpty
          || (note.publishedOn ?? note.bookedOn ?? facts.asOf) <= facts.asOf
      else { return nil }
      let result = note.with(cost: costs.cost(of: note), ads: AdSums(standing))
      return CampaignFacts.Note(result: result, creator: creator, ads: ads)
    }
  }
}

/// What notes cost by a day: their order's cost, shared by its notes, as the books have it.
private struct NoteCosts {
  private let orders: [String: Money]
  private let places: [String: [Int64]]

  init(_ notes: [NoteResult], _ orders: [CampaignOrder]) {
    self.orders = Dictionary(orders.map { ($0.name, $0.money.used) }) { first, _ in first }
    places = Dictionary(grouping: notes.filter { $0.order != nil }) { $0.order ?? "" }
      .mapValues { $0.map(\.number).sorted() }
  }

  /// The parts of an order's notes sum up to its cost exactly.
  func cost(of note: NoteResult) -> Money? {
    guard let order = note.order, let cost = orders[order], let places = places[order],
      let place = places.firstIndex(of: note.number)
    else { return note.cost }
    let parts = [place, place + 1].map { cost.fen * Int64($0) / Int64(places.count) }
    return Money(fen: parts[1] - parts[0])
  }
}
