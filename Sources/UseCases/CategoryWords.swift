import Domain
import Interchange

/// The category that each spelling means.
struct CategoryWords {
  /// Spellings in lower case, and the codes they stand for.
  let codes: [String: String]

  /// The codes of the words in a cell: of the cell as a whole if it is one, else of its parts; a word
  /// that no category knows stays as it is.
  func codes(in cell: String) -> [String] {
    if let code = codes[cell.lowercased()] { return [code] }
    return CategoryText.parts(of: cell).map { codes[$0.lowercased()] ?? $0 }
  }
}
