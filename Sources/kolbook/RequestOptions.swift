import ArgumentParser
import Domain
import UseCases

/// What a person asks of a shortlist.
struct RequestOptions: ParsableArguments {
  enum MeasureWord: String, CaseIterable, ExpressibleByArgument {
    case spend, envelope, heads, counts, none

    var measure: ShortlistRequest.Measure { .init(rawValue: rawValue) ?? .spend }
  }

  enum AimWord: String, CaseIterable, ExpressibleByArgument {
    case rated, engagements, followers, reads

    var aim: ShortlistRequest.Aim { .init(rawValue: rawValue) ?? .rated }
  }

  enum EngagementWord: String, CaseIterable, ExpressibleByArgument {
    case claimed, measured

    var engagement: ShortlistRequest.Engagement { .init(rawValue: rawValue) ?? .claimed }
  }

  enum Rounding: String, CaseIterable, ExpressibleByArgument {
    case outward, strict
  }

  @Option(help: ArgumentHelp("The most to spend, fees included: 300000 or 30万.", valueName: "yuan"))
  var budget: Money
  @Option(
    help: ArgumentHelp(
      "Percent of KOC, mid and head, 100 in all: 70/20/10.", valueName: "koc/mid/head"))
  var mix: MixWord?
  @Option(help: ArgumentHelp("How far off a part may be, in points.", valueName: "points"))
  var tolerance: PercentWord?
  @Option(help: "What the parts are measured in.") var by: MeasureWord = .spend
  @Option(help: "How headcounts that don't divide are taken.") var rounding: Rounding = .outward
  @Option(
    help: ArgumentHelp(
      "Creators per band, such as koc=20-40,mid=3-5,head=1.", valueName: "band=count,…"))
  var counts: CountsWord?
  @Option(help: ArgumentHelp("Where mid and head begin, in followers.", valueName: "mid,head"))
  var bands: BandsWord?
  @Option(help: ArgumentHelp("The largest tier of the base, such as nano.", valueName: "tier"))
  var base: String?
  @Option(help: ArgumentHelp("The least part of the budget to spend.", valueName: "percent"))
  var minUse: PercentWord?
  @Option(help: "Only this category; repeatable.") var category: [String] = []
  @Option(help: ArgumentHelp("Who must be on the list.", valueName: "id,…")) var include: [String] =
    []
  @Option(help: ArgumentHelp("Who must not.", valueName: "id,…")) var exclude: [String] = []
  @Option(help: ArgumentHelp("image, video or both.", valueName: "format,…"))
  var formats: FormatsWord?
  @Option(help: ArgumentHelp("The least average rating, 1 to 5.", valueName: "stars"))
  var minRating: Stars?
  @Option(help: ArgumentHelp("The least engagement, such as 5%.", valueName: "rate"))
  var minEngagement: Rate?
  @Option(help: ArgumentHelp("The highest quote.", valueName: "yuan")) var maxFee: Money?
  @Option(
    help: ArgumentHelp("The most creators of one MCN.", valueName: "count"))
  var maxPerMcn: UInt32?
  @Option(
    help: ArgumentHelp(
      "The least part of a category, of the people or of spend; repeatable.",
      valueName: "category=percent"))
  var categoryMin: [CategoryMinWord] = []
  @Option(help: "What to have the most of.") var objective: AimWord = .rated
  @Option(help: "The rate that lists claim, or that own notes show where there are 3 in a year.")
  var engagement: EngagementWord = .claimed

  func validate() throws {
    if budget == .zero { throw ValidationError("--budget: wanted more than ¥0.00") }
    if by == .counts, counts == nil {
      throw ValidationError("--by counts needs --counts, such as koc=20-40,mid=3-5,head=1")
    }
    if by != .counts, counts != nil {
      throw ValidationError("--counts goes with --by counts")
    }
    if by == .counts || by == .none, mix != nil || tolerance != nil {
      throw ValidationError("--mix and --tolerance go with --by spend, envelope or heads")
    }
    if category.count + categoryMin.count > 64 {
      throw ValidationError("--category and --category-min: 64 together at the most")
    }
    if bands != nil, base != nil { throw ValidationError("--bands and --base can't go together") }
  }

  func asked() throws -> ShortlistRequest {
    var request = ShortlistRequest(budget: budget)
    if let mix { request.mix = mix.shares }
    if let tolerance { request.tolerance = tolerance.share }
    request.measure = by.measure
    request.isStrict = rounding == .strict
    request.counts = counts?.ranges ?? [:]
    request.bounds = bands.map { ($0.mid, $0.head) }
    request.base = base
    request.minimumUse = minUse?.share
    request.categories = category
    request.include = Self.names(include)
    request.exclude = Self.names(exclude)
    if let formats { request.formats = formats.formats }
    request.minRatingHundredths = minRating?.hundredths
    request.minEngagement = minEngagement?.basisPoints
    request.maxFee = maxFee
    request.maxPerMCN = maxPerMcn.map { Int($0) }
    request.categoryMinimums = categoryMin.map(\.wish)
    request.aim = objective.aim
    request.engagement = engagement.engagement
    return request
  }

  private static func names(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",") }.map { Key.normalised(String($0)) }
      .filter { !$0.isEmpty }
  }
}
