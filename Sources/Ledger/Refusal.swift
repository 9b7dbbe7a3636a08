import Domain

/// Why an event was not recorded: one sentence with the arithmetic, and what to do instead.
public struct Refusal: Error, Hashable, Sendable {
  /// The rule that refuses; its raw value is what machine output shows.
  public enum Rule: String, CaseIterable, Sendable {
    /// The order number is in the book already.
    case reusedNumber = "reused-number"
    /// No such order.
    case unknownOrder = "unknown-order"
    /// A quote of nothing, less than nothing, or more than the largest amount.
    case quoteOutOfRange = "quote-out-of-range"
    /// The schedule has no fee for the booking day.
    case noRate = "no-rate"
    /// Paid already.
    case alreadyPaid = "already-paid"
    /// Completed already.
    case alreadyCompleted = "already-completed"
    /// Cancelled already.
    case alreadyCancelled = "already-cancelled"
    /// Not paid yet.
    case notPaid = "not-paid"
    /// A refund of nothing, or less than nothing.
    case refundNotPositive = "refund-not-positive"
    /// A refund above what is left of the quote.
    case refundTooLarge = "refund-too-large"
    /// A completed order can't be amended.
    case amendCompleted = "amend-completed"
    /// A quote below what already came back.
    case amendBelowRefunds = "amend-below-refunds"
    /// A completed order can't be cancelled.
    case cancelCompleted = "cancel-completed"
    /// A kill fee below nothing, above what is left of the quote, or before payment.
    case killFeeOutOfRange = "kill-fee-out-of-range"
    /// An adjustment of nothing, or past the largest amount.
    case adjustmentOutOfRange = "adjustment-out-of-range"
    /// An adjustment that says no reason.
    case noReason = "no-reason"
    /// The books are closed on that day, or through it already.
    case closedBooks = "closed-books"
    /// The books can't be closed through a day that is not over.
    case notOver = "not-over"
    /// The books are not closed that far, so they can't be opened again.
    case notClosed = "not-closed"
  }

  /// The rule that refuses.
  public let rule: Rule
  /// One sentence, no full stop at the end.
  public let sentence: String
  /// What to type instead, if something helps.
  public let next: String?

  init(_ rule: Rule, _ sentence: String, next: String? = nil) {
    (self.rule, self.sentence, self.next) = (rule, sentence, next)
  }

  /// The refusal of what is dated in closed books.
  static func closed(_ lock: Lock, _ day: Day) -> Refusal {
    Refusal(
      .closedBooks,
      "the books are closed through \(lock.through) (entry \(lock.sequence)), so nothing dated "
        + "\(day) is taken; date it later and name the entry that it corrects, or open them again",
      next: CommandText.line("reopen", "\(Quarter(containing: day))", "--reason", "WHY"))
  }

  static func noRate(_ side: FeeRate.Side, _ mode: FeeRate.Mode, _ day: Day) -> Refusal {
    Refusal(
      .noRate,
      "the fee schedule has no \(side.rawValue)-side rate for \(mode.rawValue) orders on \(day)",
      next: "add the rate that holds from \(day) or earlier")
  }
}
