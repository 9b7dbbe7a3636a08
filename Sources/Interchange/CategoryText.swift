import Domain

/// Splits a cell that names several categories.
public enum CategoryText {
  /// The words of a cell, parted by commas, semicolons, 、, bars, slashes and line breaks.
  public static func parts(of cell: String) -> [String] {
    var parts: [String] = []
    var known: Set<String> = []
    for part in cell.split(whereSeparator: ",，;；、|/\n\r\r\n\t".contains) {
      let word = Key.normalised(String(part))
      if !word.isEmpty, known.insert(word).inserted { parts.append(word) }
    }
    return parts
  }
}
