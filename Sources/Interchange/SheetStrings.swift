/// The texts that cells share, as one run of bytes.
final class SheetStrings: XMLHandler {
  /// No text is longer than 1 MiB, as in CSV; Excel itself stops at 32,767 characters.
  static let longest = CSVReader.largestField

  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var isText = false
  private var phonetic = 0

  /// How many there are.
  var count: Int { ends.count - 1 }

  /// The text of this number, from 0; `nil` when there is none.
  func text(_ number: Int) -> String? {
    guard (0..<count).contains(number) else { return nil }
    return SheetText.string(bytes[ends[number]..<ends[number + 1]])
  }

  override func start(_ name: XMLText, _ attributes: XMLAttributes) {
    switch name {
    case "t": isText = phonetic == 0
    // How a text is to be read out is no part of it.
    case "rPh": phonetic += 1
    default: break
    }
  }

  override func end(_ name: XMLText) {
    switch name {
    case "t": isText = false
    case "rPh": phonetic -= 1
    case "si":
      ends.append(bytes.count)
      if ends.count > SheetRows.mostCells { fault = SheetRows.tooManyCells }
    default: break
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isText else { return }
    bytes += piece
    if bytes.count - (ends.last ?? 0) > Self.longest { fault = SheetText.tooLong }
  }
}

/// What texts of a workbook have in common.
enum SheetText {
  static let tooLong = WorkbookFault(
    "a text of more than 1 MiB in a cell", wanted: "texts of at most 1 MiB")

  /// The text; `_x000D_` stands for the character of that number, which XML can't hold.
  static func string(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: "_x") {
      let digits = rest[found.upperBound...].prefix(4)
      let end = digits.endIndex
      guard digits.utf8.count == 4, let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value), end < rest.endIndex, rest[end] == "_"
      else {
        result += rest[..<found.upperBound]
        rest = rest[found.upperBound...]
        continue
      }
      result += rest[..<found.lowerBound]
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
