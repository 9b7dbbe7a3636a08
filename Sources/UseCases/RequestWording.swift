import Domain
import Planner

extension ShortlistRequest {
  /// Constraints in the words of the command; `name` tells a creator's.
  func words(for constraints: [Constraint], name: (Int32) throws -> String) rethrows -> String {
    let bands = constraints.filter { if case .band = $0 { true } else { false } }
    if bands.count == Band.allCases.count { return mixWords }
    return try constraints.map { try words(for: $0, name: name) }.joined(separator: ", ")
  }

  private func words(for constraint: Constraint, name: (Int32) throws -> String) rethrows
    -> String
  {
    switch constraint {
    case .budget: "--budget \(budget)"
    case .minimumUse: "--min-use \(minimumUse ?? Problem.usualUse(plannerMix))"
    case .band(let band): "\(band) \(part(of: band))"
    case .include(let creator): "--include \(try name(creator))"
    case .perAgency(let most): "--max-per-mcn \(most)"
    case .category(let minimum):
      "--category-min \(minimum.name)=\(minimum.share)"
        + (minimum.of == .spend ? " of spend" : "")
    }
  }

  /// The shape as it is asked for.
  private var mixWords: String {
    if measure == .counts { return "--counts" }
    let parts = Band.allCases.map {
      Percent.text(basisPoints: mix[$0]?.basisPoints ?? 0).dropLast()
    }
    return "--mix \(parts.joined(separator: "/"))"
  }

  private func part(of band: Band) -> String {
    guard measure == .counts else {
      return "\(mix[band] ?? Share(basisPoints: 0)) ± \("\(tolerance)".dropLast())"
    }
    return counts[band].map { "\($0.lowerBound)–\($0.upperBound)" } ?? "any"
  }

  /// The wishes that decide who can be chosen: each with the request that is left without it.
  var withoutEach: [(words: String, request: ShortlistRequest)] {
    var list: [(words: String, request: ShortlistRequest)] = []
    func add(_ words: String, _ change: (inout ShortlistRequest) -> Void) {
      var request = self
      change(&request)
      list.append((words, request))
    }
    for (place, name) in exclude.enumerated() {
      add("--exclude \(name)") { $0.exclude.remove(at: place) }
    }
    if !categories.isEmpty {
      add("--category \(categories.joined(separator: ", "))") { $0.categories = [] }
    }
    if formats.count < NoteFormat.allCases.count, let format = formats.first {
      add("--formats \(format.rawValue)") { $0.formats = Set(NoteFormat.allCases) }
    }
    if let minRatingHundredths {
      add("--min-rating \(Money(fen: minRatingHundredths).yuanText)") {
        $0.minRatingHundredths = nil
      }
    }
    if let minEngagement {
      add("--min-engagement \(Percent.text(basisPoints: minEngagement))") {
        $0.minEngagement = nil
      }
    }
    if let maxFee { add("--max-fee \(maxFee)") { $0.maxFee = nil } }
    return list
  }
}
