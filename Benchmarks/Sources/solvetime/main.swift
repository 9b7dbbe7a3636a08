import Domain
import Interchange
import Planner

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Times the search in memory: solvetime FILE REPEATS LIMIT BUDGET CASE [BUDGET CASE …]
// Budgets are whole yuan, the limit is in seconds. A line of JSON for each case: how it ended, the
// seconds of each run of the search, and the lines of the file that were chosen.

/// Ends with words where an argument or the file can't be used.
func fail(_ words: String) -> Never {
  print("solvetime: \(words)")
  exit(64)
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 5, arguments.count % 2 == 1, let path = arguments.first,
  let repeats = Int(arguments[2]), let limit = Int64(arguments[3]), let file = fopen(path, "rb")
else { fail("wanted FILE REPEATS LIMIT BUDGET CASE …") }

var bytes: [UInt8] = []
var buffer = [UInt8](repeating: 0, count: 1 << 20)
while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
  bytes += buffer[..<count]
}
fclose(file)

let clock = ContinuousClock()
guard let today = Day("2026-11-23") else { fail("no such day") }
let market = OfferListReader.read(bytes, file: path, today: today, needsEngagement: true)
guard market.problems.isEmpty else { fail("\(market.problems.count) problems in \(path)") }
let bounds = BandBounds.usual
let brandFee = Share(basisPoints: 1_000)
let offers = market.rows.compactMap { row -> Offer? in
  let value = Objective.rated.value(
    followers: row.followers, engagementBasisPoints: Int64(row.engagementBasisPoints),
    ratingWeightPercent: Int64(row.ratingWeightPercent))
  return value.map { value in
    Offer(
      creator: row.creator, format: row.format, band: bounds.band(followers: row.followers),
      quote: Money(fen: row.quoteFen), brandFee: brandFee, value: value, agency: row.agency)
  }
}

for place in stride(from: 4, to: arguments.count, by: 2) {
  guard let yuan = Int64(arguments[place]), let asked = Case(arguments[place + 1]) else {
    fail("no such case: \(arguments[place]) \(arguments[place + 1])")
  }
  let problem = Problem(offers: offers, budget: Money(yuan: yuan), mix: asked.mix)
  var seconds: [String] = []
  var answer: Answer?
  for _ in 0..<repeats {
    let start = clock.now
    answer = problem.solve { clock.now - start > .seconds(limit) }
    let passed = (clock.now - start).components
    seconds.append("\(Double(passed.seconds) + Double(passed.attoseconds) / 1e18)")
  }
  let lines = answer?.plan.map { plan in
    let chosen = Set(plan.picks.map { [Int64($0.creator), $0.format == .image ? 0 : 1] })
    return market.rows.filter {
      chosen.contains([Int64($0.creator), $0.format == .image ? 0 : 1])
    }.map(\.line)
  }
  let status =
    switch answer {
    case .optimal: "optimal"
    case .bounded: "bounded"
    case .infeasible: "infeasible"
    default: "interrupted"
    }
  print(
    """
    {"budget": \(yuan), "case": "\(asked.words)", "status": "\(status)", \
    "objective": \(answer?.plan.map { "\($0.objective)" } ?? "null"), \
    "seconds": [\(seconds.joined(separator: ", "))], "lines": \(lines ?? [])}
    """)
}
