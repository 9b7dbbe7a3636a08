import Domain

/// A layout as people have it: which header means what. Data, not code: a reader knows nothing else of it.
///
/// Those of other people's files are rows of `seed/layout.csv` (``LayoutFile``); kolbook's own stand beside
/// what writes them.
public struct Layout: Sendable {
  /// One column, under any of its spellings.
  struct Column: Sendable {
    /// Header spellings, folded by ``HeaderText``; one that ends in `*` stands for every header that
    /// starts so, and one that starts with `*` for every header that ends so.
    let spellings: [String]
    let meaning: Meaning

    init(_ spellings: String..., means meaning: Meaning) { self.init(spellings, means: meaning) }

    init(_ spellings: [String], means meaning: Meaning) {
      self.spellings = spellings.map(HeaderText.folded)
      self.meaning = meaning
    }

    /// A column of our own lists, under all of its names and others.
    init(_ own: OwnColumn, ofAnyRater: Bool = false, _ others: String..., means meaning: Meaning) {
      spellings = own.spellings(ofAnyRater: ofAnyRater) + others.map(HeaderText.folded)
      self.meaning = meaning
    }
  }

  /// The short name that `--layout` takes: `qiangua`.
  public let name: String
  /// What people call it.
  public internal(set) var title: String
  /// The source that its facts are kept under when the file names none.
  public internal(set) var source: String {
    didSet { sourceBytes = Array(source.utf8) }
  }
  /// The same in UTF-8.
  public private(set) var sourceBytes: [UInt8]
  /// Of each group, one header must be there for the layout to be considered.
  var marks: [[String]] {
    didSet { foldMarks() }
  }
  /// The same, folded by ``HeaderText``: they are compared with many rows of each file.
  private(set) var foldedMarks: [[String]] = []
  var columns: [Column] {
    didSet { index() }
  }
  /// The meaning of each whole spelling.
  private var meanings: [String: Meaning] = [:]
  private var patterns: [(spelling: String, meaning: Meaning)] = []
  /// The medians whose quotient is the engagement rate of reads, if the layout has them.
  var rate: (interactions: String, reads: String)?
  /// What its engagement rates are a part of, where the file doesn't say; `nil` when nothing says it.
  var rateBase: EngagementRate.Base?
  /// Its words for nothing, besides those of every layout.
  var nothing: Set<String> = []
  /// Cells of this layout are our own exports', so a formula guard is taken back.
  let isOurOwn: Bool

  init(
    name: String, title: String, source: String, marks: [[String]],
    rate: (interactions: String, reads: String)? = nil, isOurOwn: Bool = false, columns: [Column]
  ) {
    self.name = name
    self.title = title
    self.source = source
    sourceBytes = Array(source.utf8)
    self.marks = marks
    self.isOurOwn = isOurOwn
    self.columns = columns
    foldMarks()
    index()
  }

  private mutating func foldMarks() { foldedMarks = marks.map { $0.map(HeaderText.folded) } }

  private mutating func index() {
    let all = columns.flatMap { column in column.spellings.map { ($0, column.meaning) } }
    meanings = Dictionary(all) { first, _ in first }
    patterns = all.filter { $0.0.hasPrefix("*") || $0.0.hasSuffix("*") }
  }

  /// Every layout there is, in the order of FORMATS.
  public static let all: [Layout] = LayoutFile.shipped + [.canonical, .shortlist]

  /// What a header means here, if anything: a whole spelling first, then the first pattern that fits.
  func meaning(of header: String) -> Meaning? {
    meaning(of: header, folded: HeaderText.folded(header))
  }

  /// The same for a header whose folded form is known.
  func meaning(of header: String, folded: String) -> Meaning? {
    if let meaning = meanings[folded] { return meaning.naming(header) }
    return patterns.first { pattern in
      let spelling = pattern.spelling
      return spelling.hasSuffix("*") && folded.hasPrefix(spelling.dropLast())
        || spelling.hasPrefix("*") && folded.hasSuffix(spelling.dropFirst())
    }?.meaning.naming(header)
  }
}

extension Meaning {
  /// The meaning with the rater that a header such as `rating:王敏` or 审核一反馈 names.
  func naming(_ header: String) -> Meaning {
    switch self {
    case .stars(""): .stars(rater: HeaderText.rater(in: header))
    case .verdict(""): .verdict(rater: HeaderText.rater(in: header))
    case .comment(""): .comment(rater: HeaderText.rater(in: header))
    case .ratedOn(""): .ratedOn(rater: HeaderText.rater(in: header))
    case .review(""): .review(rater: HeaderText.rater(in: header) ?? header)
    default: self
    }
  }
}
