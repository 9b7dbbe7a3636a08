import Domain
import Ledger
import Store

extension OpenBook {
  /// Looks through the whole book for what anybody changed in it.
  ///
  /// - Parameters:
  ///   - anchor: a head that an earlier report or closing printed, `N:HASH`.
  ///   - progress: told after every thousand entries how many there were, and of how many.
  /// - Throws: ``Failure`` of kind `usage` when the anchor is not one.
  public func verify(
    anchor: String?, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> VerificationReport {
    let head = try anchor.map { text in
      guard let head = ChainHead(Key.normalised(text)) else {
        throw Failure(
          .usage, "--anchor: wanted ENTRY:HASH as reports print it, found \"\(text)\"",
          next: CommandText.line("audit", "--verify"))
      }
      return head
    }
    return try book.snapshot {
      VerificationReport(verification: try book.ledger.verify(anchor: head, progress: progress))
    }
  }
}
