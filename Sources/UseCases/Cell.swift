public import Domain
import Interchange

/// One value of a ``Listing``.
public enum Cell: Hashable, Sendable {
  /// Nothing known.
  case none
  /// Words, an id, a date.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// An amount.
  case money(Money)
  /// An amount of US dollars.
  case dollars(Dollars)
  /// A proportion or rate in basis points.
  case basisPoints(Int64)
  /// Hundredths, such as an average of stars.
  case hundredths(Int64)
  /// Several words.
  case list([String])

  /// Words, or nothing.
  public static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .none }

  /// A day in ISO form, or nothing.
  public static func optional(_ day: Day?) -> Cell { day.map { .text("\($0)") } ?? .none }

  /// An amount, or nothing.
  public static func optional(_ money: Money?) -> Cell { money.map(Cell.money) ?? .none }

  /// A whole number, or nothing.
  public static func optional(_ number: Int64?) -> Cell { number.map(Cell.integer) ?? .none }

  /// The value as people read it: amounts and counts grouped, rates in percent, `-` for nothing.
  public var shown: String {
    switch self {
    case .none: "-"
    case .text(let text): text
    case .integer(let number): Grouped.text(number)
    case .money(let money): "\(money)"
    case .dollars(let dollars): "\(dollars)"
    case .basisPoints(let rate): Percent.text(basisPoints: rate)
    case .hundredths(let number): Money(fen: number).yuanText
    case .list(let words): words.joined(separator: " ")
    }
  }

  /// The value in CSV: yuan with two decimals, percent with its sign, list items joined by a bar.
  var csv: CSVWriter.Cell {
    switch self {
    case .none: .empty
    case .text(let text): .text(text)
    case .integer(let number): .plain("\(number)")
    case .money(let money): .plain(money.yuanText)
    case .dollars(let dollars): .plain(Money(fen: dollars.cents).yuanText)
    case .basisPoints(let rate): .plain(Percent.text(basisPoints: rate))
    case .hundredths(let number): .plain(Money(fen: number).yuanText)
    case .list(let words): .text(words.joined(separator: "|"))
    }
  }

  /// Writes ``json``, most of it without making it first.
  func write(to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.write(text)
    case .integer(let number): writer.write(number)
    case .money(let money): writer.write(money.fen)
    case .none, .dollars, .basisPoints, .hundredths, .list: writer.write(json)
    }
  }

  /// The value in JSON; amounts are whole fen, rates whole basis points.
  var json: JSON {
    switch self {
    case .none: .null
    case .text(let text): .string(text)
    case .integer(let number): .integer(number)
    case .money(let money): .integer(money.fen)
    case .dollars(let dollars): .integer(dollars.cents)
    case .basisPoints(let rate): .integer(rate)
    case .hundredths(let number): .number(Money(fen: number).yuanText)
    case .list(let words): .array(words.map(JSON.string))
    }
  }
}
