import Domain
import Interchange
import Ledger

/// The files of a `reconcile`, read: each once, all or none.
struct GivenStatements {
  private(set) var statements: [PlatformStatement] = []
  private(set) var readings: [StatementReading] = []
  /// The files that are another one given with them, byte for byte, in sentences.
  private(set) var repeated: [String] = []

  /// - Parameter progress: told after every thousand rows how many there were, and roughly of how many.
  /// - Throws: ``Failure`` of kind `badInput` with every problem, or when a file is none of the quarter's.
  init(
    _ files: [InputFile], sheet: String?, quarter: Quarter, at moment: Moment, by actor: String,
    progress: (Int, Int) -> Void
  ) throws(Failure) {
    var rows = (read: 0, all: files.reduce(0) { $0 + $1.roughRows })
    var problems = ProblemList()
    var strangers: [String] = []
    var others: Set<Quarter> = []
    for file in files {
      let digest = Digest(of: file.bytes)
      if let first = statements.firstIndex(where: { $0.digest == digest }) {
        repeated.append("\(file.name) is the same file as \(readings[first].file): read once")
        continue
      }
      let reading = StatementReader.read(file.bytes, file: file.name, sheet: sheet) {
        rows.read += 1
        if rows.read % 1_000 == 0 { progress(rows.read, rows.all) }
      }
      problems.add(reading.problems)
      guard let kind = reading.kind else { continue }
      if let (why, other) = Self.stranger(reading, to: quarter) {
        strangers.append(why)
        others.insert(other)
      }
      readings.append(reading)
      statements.append(
        PlatformStatement(
          number: 0, kind: kind, quarter: "\(quarter)", firstDay: quarter.firstDay,
          file: file.name.split(separator: "/").last.map(String.init) ?? file.name,
          sheet: reading.sheet, asOf: reading.updatedOn ?? moment.day, digest: digest,
          keptAt: moment, keptBy: actor, lines: reading.lines))
    }
    try Self.check(problems)
    try Self.checkSums(statements)
    guard strangers.isEmpty else {
      throw Failure(
        .badInput, "nothing was compared: not a statement of \(quarter)", details: strangers,
        next: others.count == 1 ? others.first.map { Self.command($0, files.map(\.name)) } : nil)
    }
  }

  private static func check(_ problems: ProblemList) throws(Failure) {
    guard problems.isEmpty else {
      throw Failure(
        .badInput, "nothing was compared: the statements can't be read",
        details: problems.sorted.map(\.description), next: "correct them, or download them again")
    }
  }

  /// - Throws: ``Failure`` when amounts sum up to more than any quarter, and more than can be added to.
  private static func checkSums(_ statements: [PlatformStatement]) throws(Failure) {
    var rest = largestSum.fen
    for line in statements.flatMap(\.lines) {
      rest -= line.quote.fen + (line.serviceFee?.fen ?? 0)
      guard rest >= 0 else {
        throw Failure(
          .badInput, "nothing was compared: the statements sum up to more than \(largestSum)")
      }
    }
  }

  /// Ten thousand times the largest amount of one order.
  private static let largestSum = Money(fen: 10_000 * Money.largest.fen)

  /// Why a statement can't be the quarter's, as no line has a day in it, and whose it may be.
  private static func stranger(_ reading: StatementReading, to quarter: Quarter)
    -> (String, Quarter)?
  {
    let days = reading.lines.flatMap(\.days)
    guard let first = days.min(), let last = days.max(), !days.contains(where: quarter.contains)
    else { return nil }
    return (
      "\(reading.file): its days are \(first) to \(last), none is of \(quarter), "
        + "\(quarter.firstDay) to \(quarter.lastDay)",
      Quarter(containing: first, startMonth: quarter.startMonth)
    )
  }

  /// The command that compares a quarter with files, or as words say that follow it.
  static func command(_ quarter: Quarter, _ words: [String]) -> String {
    let start = quarter.startMonth == 1 ? [] : ["--fiscal-start", "\(quarter.startMonth)"]
    return CommandText.line(["reconcile", "\(quarter)"] + words + start)
  }
}
