/// The problems of a file: all are counted, the first 10,000 are kept.
public struct ProblemList: Sendable {
  /// Enough to correct a file by; more would only fill the memory.
  public static let mostKept = 10_000

  /// The first problems, in the order they were met.
  public private(set) var kept: [ImportProblem] = []
  /// How many there are in all.
  public private(set) var count = 0

  /// None.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// One more.
  public mutating func add(_ problem: ImportProblem) {
    count += 1
    if kept.count < Self.mostKept { kept.append(problem) }
  }

  /// Those of another list as well.
  public mutating func add(_ others: ProblemList) {
    count += others.count
    kept += others.kept.prefix(Self.mostKept - kept.count)
  }

  /// The kept problems by file, line and character.
  public var sorted: [ImportProblem] { kept.sorted(by: ImportProblem.precedes) }
}
