/// What conversions are summed up by.
public enum ConversionGrouping: String, CaseIterable, Sendable {
  /// Each channel, by name.
  case channel
  /// Each day, the oldest first.
  case day
  /// Each note, by id.
  case note
  /// Each creator, as they were named.
  case creator
  /// Each campaign, by name.
  case campaign
}
