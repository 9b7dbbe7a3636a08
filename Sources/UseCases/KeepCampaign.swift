public import Domain
import Store

extension OpenBook {
  /// Keeps a new campaign.
  ///
  /// - Throws: ``Failure`` when the name is taken, or something that was said can't be.
  public func addCampaign(_ name: String, _ draft: CampaignDraft) throws -> Campaign {
    let name = Key.line(name)
    guard !name.isEmpty else { throw Failure(.usage, "the name of the campaign is empty") }
    guard let brand = draft.brand, let objective = draft.objective, let stage = draft.stage,
      let budget = draft.budget
    else {
      throw Failure(
        .usage, "a campaign needs --brand, --objective, --stage and --budget",
        next: "see the objectives and stages with: kolbook reference show playbook")
    }
    return try book.transaction {
      var campaign = Campaign(
        name: name, brand: brand, objective: objective, stage: stage, budget: budget,
        created: now, createdBy: actor)
      try apply(draft, to: &campaign)
      try book.campaigns.add(campaign)
      return campaign
    }
  }

  /// Changes what is kept of a campaign; what is not said stays. Its name stays too: orders name it.
  public func editCampaign(_ name: String, _ draft: CampaignDraft) throws -> Campaign {
    try book.transaction {
      var campaign = try campaign(name)
      try apply(draft, to: &campaign)
      try book.campaigns.update(campaign)
      return campaign
    }
  }

  /// The campaign of a name.
  ///
  /// - Throws: ``Failure`` when there is no card of it.
  public func campaign(_ name: String) throws -> Campaign {
    let name = Key.line(name)
    guard let campaign = try book.campaigns.campaign(name) else {
      let names = try cardlessCampaigns()
      guard !names.contains(name) else {
        throw Failure(
          .failed, "the campaign \(name) has no card yet", next: Self.commandToAdd(name))
      }
      throw try noCampaign(name, .failed, among: names)
    }
    return campaign
  }

  /// The name of a campaign that results may come in for: it has a card, or something in the book names it, so that
  /// a mistyped name doesn't become a campaign of its own.
  ///
  /// - Throws: ``Failure`` of kind `usage` when nothing does.
  func nameOfCampaign(_ words: String) throws -> String {
    let name = Key.line(words)
    if try book.campaigns.campaign(name) != nil { return name }
    let names = try cardlessCampaigns()
    guard names.contains(name) else { throw try noCampaign(name, .usage, among: names) }
    return name
  }

  private func noCampaign(_ name: String, _ kind: Failure.Kind, among others: [String]) throws
    -> Failure
  {
    let names = try book.campaigns.campaigns().map(\.name) + others
    let near = Spelling.nearest(name, among: names)
    return Failure(
      kind, "there is no campaign \(name)" + (near.map { "; did you mean \($0)?" } ?? ""),
      next: names.isEmpty
        ? Self.commandToAdd(name) : "kolbook campaign list, or: " + Self.commandToAdd(name))
  }

  /// What orders, notes and assigned shortlists call campaigns that have no card.
  private func cardlessCampaigns() throws -> [String] {
    try book.campaigns.namesInOrders(through: today) + book.campaigns.namesInResults()
      + book.campaigns.shortlists().values.joined()
  }

  static func commandToAdd(_ name: String) -> String {
    CommandText.line("campaign", "add", name)
      + " --brand BRAND --objective awareness --stage launch --budget 20万"
  }

  private func apply(_ draft: CampaignDraft, to campaign: inout Campaign) throws {
    let playbook = try book.reference.playbook()
    if let brand = draft.brand { campaign.brand = Key.line(brand) }
    guard !campaign.brand.isEmpty else { throw Failure(.usage, "--brand: the name is empty") }
    if let product = draft.product { campaign.product = Self.optional(product) }
    if let note = draft.note { campaign.note = Self.optional(note) }
    if let category = draft.category {
      campaign.category = category.isEmpty ? nil : try self.category(category).code
    }
    if let objective = draft.objective {
      campaign.objective = try playbook.key("objective", meant: objective)
    }
    if let stage = draft.stage { campaign.stage = try playbook.key("stage", meant: stage) }
    if let budget = draft.budget { campaign.budget = budget }
    guard campaign.budget > .zero else { throw Failure(.usage, "--budget: wanted more than ¥0.00") }
    try campaign.days = Self.days(
      draft.from ?? campaign.days?.lowerBound, draft.to ?? campaign.days?.upperBound)
  }

  /// The days from a first through a last one; `nil` without either.
  static func days(_ first: Day?, _ last: Day?) throws -> ClosedRange<Day>? {
    switch (first, last) {
    case (nil, nil): return nil
    case (let first?, let last?):
      guard first <= last, last.number - first.number < 3_660 else {
        throw Failure(
          .usage, "--to: wanted a day from \(first) on and within ten years, found \(last)")
      }
      return first...last
    default: throw Failure(.usage, "--from and --to go together")
    }
  }

  /// The category that a word means, with its premium.
  func category(_ word: String) throws -> Category {
    let code = try categoryCode(word)
    return try book.reference.categories().first { $0.code == code }
      ?? Category(code: code, name: code, chineseName: code, premiumBasisPoints: 0...0)
  }

  private static func optional(_ text: String) -> String? {
    let text = Key.line(text)
    return text.isEmpty ? nil : text
  }
}
