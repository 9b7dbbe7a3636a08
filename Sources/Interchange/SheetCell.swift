public import Domain

/// One cell of a sheet on its way out: a value, how it looks, and what works it out or where it leads.
public struct SheetCell: Sendable {
  enum Value: Sendable {
    case nothing
    case text(String)
    /// The exact decimal text of a number, such as `8800.06`.
    case number(String)
  }

  let value: Value
  var look: SheetLook
  /// What Excel works the value out by; the value is what that comes to.
  var formula: String?
  /// Where a click leads.
  var link: String?

  /// The exact decimal text of a number; `nil` for anything else.
  public var digits: String? { if case .number(let digits) = value { digits } else { nil } }

  private init(_ value: Value, _ look: SheetLook, formula: String? = nil, link: String? = nil) {
    (self.value, self.look, self.formula, self.link) = (value, look, formula, link)
  }

  /// An empty cell.
  public static let nothing = SheetCell(.nothing, .init(.general))

  /// Words or an id: always text, never a number or formula.
  public static func text(_ text: String?) -> SheetCell {
    text.map { SheetCell(.text($0), .init(.text)) } ?? .empty(.text)
  }

  /// A whole number.
  public static func integer(_ number: Int64?) -> SheetCell {
    number.map { SheetCell(.number("\($0)"), .init(.integer)) } ?? .empty(.integer)
  }

  /// An amount, in yuan to the fen.
  public static func money(_ money: Money?) -> SheetCell {
    money.map { SheetCell(.number($0.yuanText), .init(.money)) } ?? .empty(.money)
  }

  /// A proportion or rate.
  public static func basisPoints(_ rate: Int64?) -> SheetCell {
    guard let rate else { return .empty(.percent) }
    return SheetCell(.number(decimal(rate, places: 4)), .init(.percent))
  }

  /// Hundredths, such as an average of stars.
  public static func hundredths(_ number: Int64?) -> SheetCell {
    guard let number else { return .empty(.hundredths) }
    return SheetCell(.number(decimal(number, places: 2)), .init(.hundredths))
  }

  /// A day, which Excel counts from the last day but one of 1899; one before March 1900, when it counts
  /// a day that never was, is written as text.
  public static func day(_ day: Day?) -> SheetCell {
    guard let day else { return .empty(.date) }
    let number = Int(day.number) + 25_569
    guard number > 60 else { return .text("\(day)") }
    return SheetCell(.number("\(number)"), .init(.date))
  }

  /// An address to click on; only words where it is none that Excel would open.
  public static func link(_ address: String?) -> SheetCell {
    guard let address else { return .empty(.text) }
    guard isAddress(address) else { return .text(address) }
    return SheetCell(.text(address), .init(.text, .link), link: address)
  }

  /// A cell for somebody to fill in.
  public static func empty(_ kind: SheetLook.Kind) -> SheetCell {
    SheetCell(.nothing, .init(kind))
  }

  /// The cell with another role on the sheet.
  public func `as`(_ role: SheetLook.Role) -> SheetCell {
    var cell = self
    cell.look.role = role
    return cell
  }

  /// The cell as what a formula comes to: `SUM(K4:K14)`.
  public func by(_ formula: String) -> SheetCell {
    var cell = self
    cell.formula = formula
    return cell
  }

  /// How many Latin letters wide it is, about; a header has a button beside its words.
  var width: Int {
    // Of an address, the site is enough.
    if link != nil { return 22 }
    return switch (value, look.kind) {
    case (.nothing, _): 0
    case (.text(let text), _): SheetPlan.width(of: text) + (look.role == .header ? 2 : 0)
    case (.number, .date): 10
    case (.number(let digits), .money): digits.utf8.count * 4 / 3 + 2
    case (.number(let digits), _): digits.utf8.count * 4 / 3 + 1
    }
  }

  /// A number of units of 10^-`places`, without zeros at its end.
  private static func decimal(_ number: Int64, places: Int) -> String {
    var digits = String(number.magnitude)
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = digits.dropLast(places)
    var rest = digits.suffix(places)
    while rest.last == "0" { rest.removeLast() }
    return (number < 0 ? "-" : "") + whole + (rest.isEmpty ? "" : "." + rest)
  }

  /// Excel takes a workbook for damaged that has an address with other signs, or a longer one.
  private static func isAddress(_ text: String) -> Bool {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), text.utf8.count <= 2_000 else {
      return false
    }
    let others = #""<>\^`{|}[]#%"#
    return text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !others.utf8.contains($0) }
  }
}
