/// What is usual in the book: of each creator's notes, and of each tier's.
///
/// Images are compared with images and videos with videos where there are enough of them, else with both
/// together. Notes that are too young, or of unknown age, are not in it: their figures are still growing.
public struct NoteNorms: Sendable {
  private struct OwnReads {
    let number: Int64
    let format: NoteFormat?
    let reads: Int64
  }

  private let rules: AdviceRules
  private let tiers: TierTable
  private var reads: [NoteBrief.Owner: [OwnReads]] = [:]
  /// By ``place(_:_:_:)``.
  private var norms: [Norm?] = []

  /// The norms of notes.
  public init(_ notes: some Sequence<NoteBrief>, _ tiers: TierTable, _ rules: AdviceRules) {
    (self.tiers, self.rules) = (tiers, rules)
    let count = tiers.tiers.count * Self.formats.count * NoteMeasure.allCases.count
    var values = [[Int64]](repeating: [], count: count)
    for note in notes where isOldEnough(note) { add(note, to: &values) }
    norms = values.enumerated().map { place, list in
      let format = Self.formats[place / NoteMeasure.allCases.count % Self.formats.count]
      return Norm(of: list, atLeast: rules.low(.tierNotes), format: format)
    }
  }

  /// `nil` stands for all together.
  private static let formats: [NoteFormat?] = [nil, .image, .video]

  /// Where the notes of a tier and format stand by a measure; `nil` without a tier.
  private func place(_ note: NoteBrief, _ format: NoteFormat?, _ measure: NoteMeasure) -> Int? {
    guard let followers = note.followers,
      let tier = tiers.tiers.lastIndex(where: { $0.minFollowers <= followers })
    else { return nil }
    let formatPlace = format.map { $0 == .image ? 1 : 2 } ?? 0
    return (tier * Self.formats.count + formatPlace) * NoteMeasure.allCases.count
      + measure.rawValue
  }

  private mutating func add(_ note: NoteBrief, to values: inout [[Int64]]) {
    if let owner = note.owner, let organic = note.figures.organicReads {
      reads[owner, default: []].append(
        OwnReads(number: note.number, format: note.format, reads: organic))
    }
    // Engagement on followers is held against the guide's range, not against other notes.
    for measure in NoteMeasure.allCases where measure != .engagementOfFollowers {
      if measure == .likesPerComment, (note.figures.likes ?? 0) < rules.low(.unusualLikes) {
        continue
      }
      guard let value = measure.value(of: note) else { continue }
      if let all = place(note, nil, measure) { values[all].append(value) }
      if let format = note.format, let own = place(note, format, measure) {
        values[own].append(value)
      }
    }
  }

  /// Whether a note's figures say something of it yet.
  public func isOldEnough(_ note: NoteBrief) -> Bool {
    note.age.map { Int64($0) >= rules.low(.age) } ?? false
  }

  /// The tier of a note's creator.
  public func tier(of note: NoteBrief) -> Tier? { note.followers.map(tiers.tier(followers:)) }

  /// What notes such as this one usually come to in its tier: those of its format, else all; `nil` of too few.
  public func norm(_ measure: NoteMeasure, for note: NoteBrief) -> Norm? {
    let norm = { (format: NoteFormat?) -> Norm? in
      place(note, format, measure).flatMap { norms[$0] }
    }
    return note.format.flatMap(norm) ?? norm(nil)
  }

  /// What a creator's other notes are usually read without ads: those of its format, else all; `nil` of too few.
  public func ownReads(besides note: NoteBrief) -> Norm? {
    guard let owner = note.owner, let all = reads[owner] else { return nil }
    let others = all.filter { $0.number != note.number }
    let fewest = rules.low(.ownNotes)
    let alike = others.filter { $0.format == note.format }.map(\.reads)
    return note.format.flatMap { Norm(of: alike, atLeast: fewest, format: $0) }
      ?? Norm(of: others.map(\.reads), atLeast: fewest)
  }
}
