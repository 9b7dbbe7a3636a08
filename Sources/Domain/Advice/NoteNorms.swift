/// What is usual in the book: of each creator's notes, and of each tier's.
///
/// Notes that are too young, or of unknown age, are not in it: their figures are still growing.
public struct NoteNorms: Sendable {
  private let rules: AdviceRules
  private let tiers: TierTable
  private var reads: [NoteBrief.Owner: [(number: Int64, reads: Int64)]] = [:]
  private var values: [String: [[Int64]]] = [:]
  private var norms: [String: [Norm?]] = [:]

  /// The norms of notes.
  public init(_ notes: some Sequence<NoteBrief>, _ tiers: TierTable, _ rules: AdviceRules) {
    (self.tiers, self.rules) = (tiers, rules)
    for note in notes where isOldEnough(note) { add(note) }
    norms = values.mapValues { lists in
      lists.map { Norm(of: $0, atLeast: rules.low(.tierNotes)) }
    }
    values = [:]
  }

  private mutating func add(_ note: NoteBrief) {
    if let owner = note.owner, let organic = note.figures.organicReads {
      reads[owner, default: []].append((note.number, organic))
    }
    guard let tier = tier(of: note) else { return }
    let none = [[Int64]](repeating: [], count: NoteMeasure.allCases.count)
    for measure in NoteMeasure.allCases {
      if measure == .likesPerComment, (note.figures.likes ?? 0) < rules.low(.unusualLikes) {
        continue
      }
      guard let value = measure.value(of: note) else { continue }
      values[tier.code, default: none][measure.rawValue].append(value)
    }
  }

  /// Whether a note's figures say something of it yet.
  public func isOldEnough(_ note: NoteBrief) -> Bool {
    note.age.map { Int64($0) >= rules.low(.age) } ?? false
  }

  /// The tier of a note's creator.
  public func tier(of note: NoteBrief) -> Tier? { note.followers.map(tiers.tier(followers:)) }

  /// What a tier's notes usually come to; `nil` of too few.
  public func norm(_ measure: NoteMeasure, of tier: Tier) -> Norm? {
    norms[tier.code]?[measure.rawValue]
  }

  /// What a creator's other notes are usually read without ads; `nil` of too few.
  public func ownReads(besides note: NoteBrief) -> Norm? {
    guard let owner = note.owner, let all = reads[owner] else { return nil }
    return Norm(
      of: all.filter { $0.number != note.number }.map(\.reads), atLeast: rules.low(.ownNotes))
  }
}
