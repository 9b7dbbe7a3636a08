/// What the book knows of a creator over time, as far as it says what a note may reach.
public struct CreatorHistory: Sendable {
  /// A value of a day.
  public struct Fact: Sendable {
    /// The day.
    public let day: Day
    /// The value.
    public let value: Int64

    /// A value of a day.
    public init(day: Day, value: Int64) { (self.day, self.value) = (day, value) }
  }

  /// Follower counts, oldest first.
  public var followers: [Fact] = []
  /// Engagement rates on followers in basis points, oldest first.
  public var engagement: [Fact] = []
  /// Medians by their place in ``medianNames``, oldest first.
  private var medians: [[Fact]] = []

  /// Nothing known.
  public init() {}

  /// One median more; one that says nothing of a note is passed over.
  public mutating func add(median name: String, _ fact: Fact) {
    // A median of 0 is no sample.
    guard fact.value > 0, let place = Self.places[name] else { return }
    if medians.isEmpty { medians = .init(repeating: [], count: Self.medianNames.count) }
    medians[place].append(fact)
  }

  /// The medians that an expectation is made of, the first known one of each figure: sponsored notes before
  /// everyday ones before all, 30 days before no window said (a page shows 30) before 90.
  static let medianNames = ["reads", "interactions", "engagements"].flatMap { figure in
    ["sponsored", "everyday", "all"].flatMap { scene in
      [".30d", "", ".90d"].map { "\(figure).\(scene)\($0)" }
    }
  }
  private static let places = Dictionary(
    uniqueKeysWithValues: medianNames.enumerated().map { ($1, $0) })
  private static let readsPlaces = 0..<9

  /// The followers on a day: the newest count by then.
  public func followers(on day: Day) -> Int64? { Self.newest(followers, by: day) }

  /// What a note that is booked on a day was to be expected to reach, by what was known on that day: the
  /// medians; without one of interactions, the engagement rate times the followers, rounded half up.
  public func expected(on day: Day) -> ExpectedResult? {
    let reads = median(Self.readsPlaces, by: day)
    let interactions = median(9..<Self.medianNames.count, by: day) ?? product(by: day)
    guard reads != nil || interactions != nil else { return nil }
    return ExpectedResult(
      reads: reads?.value, readsFrom: reads?.name, interactions: interactions?.value,
      interactionsFrom: interactions?.name)
  }

  private func median(_ places: Range<Int>, by day: Day) -> (name: String, value: Int64)? {
    guard !medians.isEmpty else { return nil }
    for place in places {
      if let value = Self.newest(medians[place], by: day) {
        return (Self.medianNames[place], value)
      }
    }
    return nil
  }

  private func product(by day: Day) -> (name: String, value: Int64)? {
    guard let rate = Self.newest(engagement, by: day), let followers = followers(on: day) else {
      return nil
    }
    let value = Int64((Int128(rate) * Int128(followers) + 5_000) / 10_000)
    return ("engagement × followers", value)
  }

  private static func newest(_ facts: [Fact], by day: Day) -> Int64? {
    facts.last { $0.day <= day }?.value
  }
}
