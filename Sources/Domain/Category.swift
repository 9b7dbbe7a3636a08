/// A vertical of the field and what it adds to a fee.
///
/// Source: DOMAIN section 2, guide [X]. The premium is a range because the guide gives one
/// ("parenting +30-40 %"); categories that the guide does not name have none.
public struct Category: Hashable, Sendable {
  /// `beauty`, `parenting`, …
  public let code: String
  /// Its name in English.
  public let name: String
  /// Its name in Chinese.
  public let chineseName: String
  /// What it adds to a general fee, in basis points: 3000...4000 for +30-40 %.
  public let premiumBasisPoints: ClosedRange<Int64>

  /// A row of the table.
  public init(
    code: String, name: String, chineseName: String, premiumBasisPoints: ClosedRange<Int64>
  ) {
    self.code = code
    self.name = name
    self.chineseName = chineseName
    self.premiumBasisPoints = premiumBasisPoints
  }
}
