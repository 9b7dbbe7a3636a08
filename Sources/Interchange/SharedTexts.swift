/// The texts of a workbook's cells, which stand in a part of their own and are named by numbers: the way
/// that every program reads, those of phones among them.
///
/// A text that comes often is written once, as far as a table of bounded size remembers it.
final class SharedTexts {
  /// Beyond this many different texts, new ones are written each time they come.
  private static let mostRemembered = 1 << 16

  private let part = DeflatedPart()
  private var numbers: [String: Int] = [:]
  private var waiting: Markup = ""
  private var count = 0

  init() {
    // Without its counts, which are not known yet and which readers do without.
    part.write(("\(OfficeXML.head)<sst xmlns=\"\(OfficeXML.sheets)\">" as Markup).bytes)
  }

  /// The number of a text.
  func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    let number = count
    count += 1
    if numbers.count < Self.mostRemembered { numbers[text] = number }
    waiting += "<si><t xml:space=\"preserve\">\(OfficeXML.cellText(text))</t></si>"
    if waiting.bytes.count > 1 << 15 { part.write(waiting.take()) }
    return number
  }

  /// The part with all of them.
  func finish() -> DeflatedPart {
    part.write(waiting.take() + "</sst>".utf8)
    part.finish()
    return part
  }
}
