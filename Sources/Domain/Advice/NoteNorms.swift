/// What is usual in the book: of each creator's notes, and of each tier's.
///
/// Images are compared with images and videos with videos where there are enough of them, else with both
/// together. Notes that are too young, or of unknown age, are not in it: their figures are still growing.
public struct NoteNorms: Sendable {
  private let rules: AdviceRules
  private let tiers: TierTable
  private var reads: [NoteBrief.Owner: OwnReads] = [:]
  /// By ``place(_:_:_:)``.
  private var norms: [Norm?] = []

  /// The norms of notes.
  public init(_ notes: some Sequence<NoteBrief>, _ tiers: TierTable, _ rules: AdviceRules) {
    (self.tiers, self.rules) = (tiers, rules)
    let count = tiers.tiers.count * Self.formats.count * Self.measures.count
    var values = [[Int64]](repeating: [], count: count)
    for note in notes where isOldEnough(note) { add(note, to: &values) }
    reads = reads.mapValues(\.sorted)
    norms = values.enumerated().map { place, list in
      let format = Self.formats[place / Self.measures.count % Self.formats.count]
      return Norm(of: list, atLeast: rules.low(.tierNotes), format: format)
    }
  }

  /// `nil` stands for all together.
  private static let formats: [NoteFormat?] = [nil, .image, .video]
  private static let measures = NoteMeasure.allCases

  /// The place of a note's tier; `nil` without followers.
  private func tierPlace(_ note: NoteBrief) -> Int? {
    note.followers.flatMap { followers in
      tiers.tiers.lastIndex { $0.minFollowers <= followers }
    }
  }

  /// Where the notes of a tier and format stand by a measure.
  private func place(_ tier: Int, _ format: NoteFormat?, _ measure: NoteMeasure) -> Int {
    let formatPlace = format.map { $0 == .image ? 1 : 2 } ?? 0
    return (tier * Self.formats.count + formatPlace) * Self.measures.count + measure.rawValue
  }

  private mutating func add(_ note: NoteBrief, to values: inout [[Int64]]) {
    if let owner = note.owner, let organic = note.figures.organicReads {
      reads[owner, default: OwnReads()].add(organic, note.format)
    }
    guard let tier = tierPlace(note) else { return }
    // Engagement on followers is held against the guide's range, not against other notes.
    for measure in Self.measures where measure != .engagementOfFollowers {
      if measure == .likesPerComment, (note.figures.likes ?? 0) < rules.low(.unusualLikes) {
        continue
      }
      guard let value = measure.value(of: note) else { continue }
      values[place(tier, nil, measure)].append(value)
      if let format = note.format { values[place(tier, format, measure)].append(value) }
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
    guard let tier = tierPlace(note) else { return nil }
    if let format = note.format, let own = norms[place(tier, format, measure)] { return own }
    return norms[place(tier, nil, measure)]
  }

  /// What a creator's other notes are usually read without ads: those of its format, else all; `nil` of too few.
  public func ownReads(besides note: NoteBrief) -> Norm? {
    guard let all = note.owner.flatMap({ reads[$0] }) else { return nil }
    let own = isOldEnough(note) ? note.figures.organicReads : nil
    let fewest = rules.low(.ownNotes)
    return note.format.flatMap { all.norm($0, besides: own, atLeast: fewest) }
      ?? all.norm(nil, besides: own, atLeast: fewest)
  }
}

/// Natural reads of a creator's notes.
private struct OwnReads {
  private var all: [Int64] = []
  private var images: [Int64] = []
  private var videos: [Int64] = []

  mutating func add(_ reads: Int64, _ format: NoteFormat?) {
    all.append(reads)
    if format == .image { images.append(reads) }
    if format == .video { videos.append(reads) }
  }

  /// The same, the fewest first, as ``norm(_:besides:atLeast:)`` needs them.
  var sorted: OwnReads {
    var sorted = self
    sorted.all.sort()
    sorted.images.sort()
    sorted.videos.sort()
    return sorted
  }

  /// Where a count is in a list, or would stand.
  private static func place(of reads: Int64, in list: [Int64]) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < reads { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The norm of the notes of a format, or of all; without one of them, which reads as often as is said.
  func norm(_ format: NoteFormat?, besides own: Int64?, atLeast fewest: Int64) -> Norm? {
    let list = format.map { $0 == .image ? images : videos } ?? all
    guard let own else { return Norm(ofSorted: list, atLeast: fewest, format: format) }
    let place = Self.place(of: own, in: list)
    return Norm(ofSorted: list, without: place, atLeast: fewest, format: format)
  }
}
