/// Looks for the best list among few groups first, and among all that could matter in the end.
struct StagedSearch {
  let model: Model
  private(set) var best: (value: Int64, core: Core, choices: [Node.Choice])?

  /// How many groups of each pool are looked at first, and how many times as many next.
  private static let first = 48
  private static let growth = 8
  /// How often a stage may ask whether to stop before the next one takes over.
  private static let patience = 3_000

  /// Lists worth no more than this are of no interest.
  private let known: Int64

  init(_ model: Model, known: Int64 = -1) {
    (self.model, self.known) = (model, known)
  }

  var incumbent: Int64 { best?.value ?? known }

  /// The list, if one was found.
  var plan: Plan? { best.map { $0.core.plan($0.choices) } }

  /// Searches until the best list is proven, or it is told to stop.
  ///
  /// - Parameter enough: any list worth this much will do.
  mutating func run(enough: Int64 = .max, shouldStop: () -> Bool) -> Search.Ending {
    var whole = Search(model)
    guard let root = whole.root() else { return .proven }
    let proof = whole.multipliers(of: root)
    if Price.whole(proof.bound) < 0 { return .proven }
    let sieve = Sieve(model, proof)
    var groups = Self.first
    while true {
      let cap = proof.bound - Price.scaled(incumbent + 1)
      if cap < 0 || incumbent >= enough { return .proven }
      let core = sieve.core(of: groups, cap: cap)
      let (ending, wasAsked) = stage(
        core, enough: min(enough, Price.whole(proof.bound)), shouldStop)
      switch ending {
      case .proven:
        if core.outside ?? -1 <= incumbent { return .proven }
        // A list that is the best of many is close to the best of all.
        groups = incumbent < 0 ? groups * Self.growth : Int.max
      case .stopped(let bound, let why):
        if core.outside == nil || wasAsked {
          return .stopped(bound: max(bound, core.outside ?? -1, incumbent), why: why)
        }
        groups *= Self.growth
      }
    }
  }

  private mutating func stage(
    _ core: Core, enough: Int64, _ shouldStop: () -> Bool
  ) -> (Search.Ending, wasAsked: Bool) {
    var search = Search(core.model, known: incumbent)
    var questions = 0
    var wasAsked = false
    let ending = search.run(enough: enough) {
      questions += 1
      wasAsked = shouldStop()
      return wasAsked || (core.outside != nil && questions > Self.patience)
    }
    if let found = search.best { best = (found.value, core, found.choices) }
    return (ending, wasAsked)
  }
}
