import Domain
import Interchange

/// The category that each spelling means.
struct CategoryWords {
  /// Spellings in lower case, and the codes they stand for.
  let codes: [String: String]

  /// The code of a word; a word that no category knows stays as it is.
  func code(of word: String) -> String {
    let word = Key.normalised(word)
    return codes[word.lowercased()] ?? word
  }

  /// The codes of the words in a cell: of the cell as a whole if it is one, else of its parts; a word
  /// that no category knows stays as it is.
  func codes(in cell: String) -> [String] {
    if let code = codes[cell.lowercased()] { return [code] }
    return CategoryText.parts(of: cell).map { codes[$0.lowercased()] ?? $0 }
  }
}
