extension BoostEvidence {
  /// The evidence in a sentence, with the number of notes behind each norm.
  public var sentence: String {
    let parts = [ageText, readsText, engagementText].compactMap(\.self)
    return parts.isEmpty ? "nothing is known of it yet" : parts.joined(separator: "; ")
  }

  private var ageText: String? {
    guard verdict == .tooYoung, let age = note.age else { return nil }
    return "figures of \(Self.counted(Int(age), "day")) after publication"
  }

  private var readsText: String? {
    guard let reads = note.figures.organicReads else {
      return note.figures.reads.map {
        "\(Grouped.text($0)) reads, of which nothing says how many were paid for"
      }
    }
    let comparisons = [ownText(reads), tierText(reads)].compactMap(\.self)
    return "\(Grouped.text(reads)) natural reads"
      + (comparisons.isEmpty
        ? ", and nothing to compare with" : ": " + comparisons.joined(separator: ", "))
  }

  private func ownText(_ reads: Int64) -> String? {
    guard let own, let ratio = Ratio(reads, to: own.median) else {
      return tierReads == nil ? nil : "no norm of their own"
    }
    let whose =
      own.notes == 0
      ? "the median on their card" : "their median of \(own.counted("other"))"
    return "\(ratio) \(whose) (\(Grouped.text(own.median)))"
  }

  private func tierText(_ reads: Int64) -> String? {
    guard let tier, let norm = tierReads, let ratio = Ratio(reads, to: norm.median) else {
      return own == nil ? nil : "no norm of the tier"
    }
    return "\(ratio) \(tier.name)'s (\(Grouped.text(norm.median)), \(norm.counted()))"
  }

  private var engagementText: String? {
    guard let rate = NoteMeasure.engagementOfReads.value(of: note) else { return nil }
    let text = "interactions \(Percent.text(basisPoints: rate)) of all reads"
    guard let tier, let norm = tierEngagement, let ratio = Ratio(rate, to: norm.median) else {
      return text
    }
    return "\(text), \(ratio) \(tier.name)'s"
  }

  private static func counted(_ count: Int, _ thing: String) -> String {
    "\(Grouped.text(Int64(count))) \(thing)\(count == 1 ? "" : "s")"
  }
}
