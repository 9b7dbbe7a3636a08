/// What results are summed up by.
public enum ResultGrouping: String, CaseIterable, Sendable {
  /// Each note, the one published last first.
  case note
  /// Each creator, the one with most interactions first.
  case creator
  /// Each tier, the smallest first.
  case tier
  /// Each band of the pyramid, the base first.
  case band
  /// Each campaign, by name.
  case campaign
}
