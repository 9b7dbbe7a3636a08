public import Domain
import Interchange
import Store

/// What came of a creator's notes.
public struct CreatorResults: Sendable {
  /// How many notes have results.
  public let notes: Int
  /// The median of their reads, all traffic.
  public let medianReads: Int64?
  /// The median of their interactions, all traffic.
  public let medianInteractions: Int64?
  /// The engagement rate that they show; `nil` for too few notes of the last year.
  public let measured: MeasuredEngagement?

  var value: JSON {
    .object([
      .init("notes", .integer(notes)), .init("median_reads", .optional(medianReads)),
      .init("median_interactions", .optional(medianInteractions)),
      .init("measured_engagement_bp", .optional(measured?.basisPoints)),
      .init("measured_base", .string(EngagementRate.Base.followers.rawValue)),
      .init("measured_notes", .optional(measured?.notes)),
      .init("measured_days", .integer(MeasuredEngagement.window)),
    ])
  }
}

extension OpenBook {
  /// What came of a creator's notes; `nil` without any.
  func results(of key: CreatorKey) throws -> CreatorResults? {
    var notes: [NoteResult] = []
    try book.eachResult(.creator(key)) { note, _ in
      if note.noteID != nil { notes.append(note) }
    }
    guard !notes.isEmpty else { return nil }
    return CreatorResults(
      notes: notes.count, medianReads: Median.of(notes.compactMap(\.figures.reads)),
      medianInteractions: Median.of(notes.compactMap(\.figures.interactions)),
      measured: MeasuredEngagement(rates: notes.compactMap { $0.measuredRate(on: today) }))
  }

  /// The engagement rates that creators' own notes show, of those who have enough of them.
  func measuredEngagement() throws -> [CreatorKey: MeasuredEngagement] {
    let today = today
    let parts = try book.noteParts { book, span in
      var rates: [CreatorKey: [Int64]] = [:]
      try book.eachResult(.span(span)) { note, _ in
        guard let key = book.results.creator(of: note), let rate = note.measuredRate(on: today)
        else { return }
        rates[key, default: []].append(rate)
      }
      return rates
    }
    return parts.dropFirst().reduce(into: parts[0]) { $0.merge($1) { $0 + $1 } }
      .compactMapValues(MeasuredEngagement.init)
  }
}
