/// What a creator's notes delivered, against what was expected and what they cost.
public struct CreatorDelivery: Sendable {
  /// A sum over the notes of which both sides are known.
  private struct Sum {
    var part: Int64 = 0
    var whole: Int64 = 0
    var notes = 0

    mutating func add(_ part: Int64?, _ whole: Int64?) {
      guard let part, let whole, whole > 0 else { return }
      (self.part, self.whole, notes) = (self.part + part, self.whole + whole, notes + 1)
    }

    var ratio: Ratio? { Ratio(part, to: whole) }
  }

  /// How many notes count.
  public private(set) var notes = 0
  /// How many are left out, because their figures are too young or of unknown age.
  public private(set) var young = 0
  /// What they cost, of those of which it is known.
  public private(set) var cost: Money?
  /// All interactions, of those of which they are known.
  public private(set) var interactions: Int64?
  private var reads = Sum()
  private var engagements = Sum()
  private var perInteraction = Sum()
  private var perRead = Sum()
  private var interactionCost = Sum()
  private let rules: AdviceRules
  /// Whether something in the figures is far from usual, so that somebody should look before it is booked again.
  public var isUnusual = false

  /// No notes yet.
  public init(_ rules: AdviceRules) { self.rules = rules }

  /// One note more, with what was expected of it when it was booked.
  public mutating func add(_ note: NoteBrief, expected: ExpectedResult?, _ norms: NoteNorms) {
    guard norms.isOldEnough(note) else {
      young += 1
      return
    }
    notes += 1
    let figures = note.figures
    if let more = note.cost { cost = (cost ?? .zero) + more }
    if let more = figures.interactions { interactions = (interactions ?? 0) + more }
    // Ads carry a weak note too: what nobody paid for counts, where it is told apart.
    reads.add(figures.organicReads ?? figures.reads, expected?.reads)
    engagements.add(figures.interactions, expected?.interactions)
    interactionCost.add(note.cost?.fen, figures.interactions)
    add(note, .costPerInteraction, figures.interactions, norms, to: \.perInteraction)
    add(note, .costPerRead, figures.reads, norms, to: \.perRead)
  }

  /// Adds what a note cost, and what as much costs at the tier's median.
  private mutating func add(
    _ note: NoteBrief, _ measure: NoteMeasure, _ count: Int64?, _ norms: NoteNorms,
    to sum: WritableKeyPath<CreatorDelivery, Sum>
  ) {
    guard let norm = norms.norm(measure, for: note), let count else { return }
    let (usual, overflows) = count.multipliedReportingOverflow(by: norm.median)
    if !overflows { self[keyPath: sum].add(note.cost?.fen, usual) }
  }

  /// Reads against those expected: natural ones, where they are told apart.
  public var deliveredReads: Ratio? { reads.ratio }

  /// Interactions against those expected.
  public var deliveredInteractions: Ratio? { engagements.ratio }

  /// What one interaction cost, half up to a fen.
  public var costPerInteraction: Money? {
    ResultMetric.cpe.quotient(interactionCost.part, interactionCost.whole).map { Money(fen: $0) }
  }

  /// The cost against what as many interactions cost at the tier's median; reads where there are none.
  public var price: Ratio? { perInteraction.ratio ?? perRead.ratio }

  /// What was delivered of what was expected: reads, else interactions.
  public var delivered: Ratio? { reads.ratio ?? engagements.ratio }

  /// What is advised.
  public var verdict: RebookVerdict {
    if delivered == nil && price == nil { return .unknown }
    if let delivered, !delivered.isAtLeast(basisPoints: rules.low(.delivered)) {
      return .underDelivers
    }
    if let price, price.isAbove(basisPoints: rules.high(.price)) { return .cheaper }
    let delivers = delivered?.isAtLeast(basisPoints: rules.high(.delivered)) ?? true
    let isGoodValue = price.map { !$0.isAbove(basisPoints: rules.low(.price)) } ?? true
    guard delivers && isGoodValue else { return .asExpected }
    return isUnusual ? .lookFirst : .again
  }

  /// Why, in a sentence, with the number of notes behind it.
  public var sentence: String {
    let parts = [deliveredText, priceText, countText].compactMap(\.self)
    return parts.joined(separator: "; ")
  }

  private var deliveredText: String? {
    let sides = [(reads, "reads"), (engagements, "interactions")]
    let texts = sides.compactMap { sum, name in
      sum.ratio.map {
        "\(Percent.text(basisPoints: Self.wholePercent($0))) of the "
          + "\(Grouped.text(sum.whole)) \(name) expected"
      }
    }
    return texts.isEmpty ? "nothing was expected" : texts.joined(separator: ", ")
  }

  private var priceText: String? {
    if let price = perInteraction.ratio, let each = costPerInteraction {
      return "\(each) an interaction, \(price) the tier's"
    }
    return perRead.ratio.map { "cost per read \($0) the tier's" }
  }

  private var countText: String {
    let counted = "\(Grouped.text(Int64(notes))) note\(notes == 1 ? "" : "s")"
    let left = young > 0 ? ", \(Grouped.text(Int64(young))) left out as too young" : ""
    if notes == 0 { return "no notes old enough\(left)" }
    return Int64(notes) < rules.low(.fewNotes)
      ? "\(counted)\(left): it can be luck" : counted + left
  }

  private static func wholePercent(_ ratio: Ratio) -> Int64 { (ratio.basisPoints + 50) / 100 * 100 }

  /// Its place among others.
  public var rank: Rank {
    Rank(
      verdict: RebookVerdict.allCases.firstIndex(of: verdict) ?? 0, price: price, notes: notes)
  }

  /// What tells a creator's place among others.
  public struct Rank: Sendable {
    fileprivate let verdict: Int
    fileprivate let price: Ratio?
    fileprivate let notes: Int

    /// Whether one stands before another: in the order of ``RebookVerdict``; of one verdict the cheaper
    /// against its tier, unknown ones last, then the one with more notes. `nil` when nothing tells them apart.
    public func isBefore(_ other: Rank) -> Bool? {
      if verdict != other.verdict { return verdict < other.verdict }
      switch (price, other.price) {
      case (let mine?, let theirs?):
        if theirs > mine { return true }
        if mine > theirs { return false }
      case (.some, nil): return true
      case (nil, .some): return false
      case (nil, nil): break
      }
      return notes == other.notes ? nil : notes > other.notes
    }
  }
}
