/// What becomes of an amount that is finer than a fen. Source: LEDGER, section 1.
public enum FenRounding: String, CaseIterable, Sendable {
  /// It is an error: nobody can pay it.
  case refuse
  /// It is rounded to a fen, half up in amount, because a person asked for that: 33.335 is 33.34.
  case halfUp = "half-up"
}
