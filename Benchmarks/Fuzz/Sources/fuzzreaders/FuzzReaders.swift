import Domain
import Interchange

/// Reads one input of the fuzzer's in the way that its first byte names: a list of creators, a statement of the
/// platform's, a file of offers or of layouts as they come, or as the sheet, the shared texts or the styles of a
/// workbook, whose check sums the fuzzer would never get right by itself.
///
/// Whatever the bytes, reading ends, doesn't trap, and names places that are in the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = [UInt8](UnsafeBufferPointer(start: start, count: count))
  guard let way = input.first else { return 0 }
  let bytes = Array(input.dropFirst())
  switch way % 8 {
  case 0: readList(bytes)
  case 1: readStatement(bytes)
  case 2: _ = OfferListReader.read(bytes, file: "f", today: day, needsEngagement: false)
  case 3: _ = LayoutFile.read(bytes, file: "f")
  case 4: readList(workbook(5, bytes))
  case 5: readList(workbook(3, bytes))
  case 6: readList(workbook(4, bytes))
  default: readStatement(workbook(5, bytes))
  }
  return 0
}

private let day = Day(number: 20_780)

private let rows =
  SheetFile.row(1, ["user_id", "nickname", "followers"])
  + SheetFile.row(2, ["0ff89196a3ad93058ae9c80f", "小红", "100"])

/// A workbook with these bytes in place of one of its parts.
private func workbook(_ place: Int, _ bytes: [UInt8]) -> [UInt8] {
  var parts = SheetFile.parts([("List", rows)])
  parts[place].bytes = bytes
  return SheetFile.zip(parts)
}

private func readList(_ bytes: [UInt8]) {
  let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
  let isText = !bytes.starts(with: "PK".utf8)
  let reading = CreatorListReader.read(
    bytes, file: "f", options: .init(),
    plain: { row, _ in
      precondition(row.line > 0, "a plain row in line \(row.line)")
      for text in [row.ownID, row.redID, row.nickname, row.city, row.agency, row.categories] {
        let said = String(decoding: text, as: UTF8.self)
        precondition(Key.normalised(said).utf8.elementsEqual(text), "a text that is not normal")
      }
      return row.line.isMultiple(of: 2)
    },
    each: { record, _ in
      precondition(record.line > 0, "a record in line \(record.line)")
      let prices = record.quotes.compactMap(\.value.price)
      precondition(prices.allSatisfy { $0 > .zero }, "a price")
    })
  for problem in reading.problems.kept {
    precondition(problem.line >= 0, "a problem in line \(problem.line)")
    precondition(!isText || problem.line <= lines * 2, "line \(problem.line) of \(lines)")
    precondition(!problem.description.isEmpty, "a problem without words")
  }
}

private func readStatement(_ bytes: [UInt8]) {
  for problem in StatementReader.read(bytes, file: "f").problems.kept {
    precondition(problem.line >= 0, "a problem in line \(problem.line)")
  }
}
