/// What a mistyped word may have meant.
public enum Spelling {
  /// The name that is at most two letters from a word, of several the nearest, then the first by
  /// the alphabet; `nil` when none is.
  public static func nearest(_ word: String, among names: [String]) -> String? {
    names.map { (distance(word, $0), $0) }.filter { $0.0 <= 2 }.min { $0 < $1 }?.1
  }

  /// How many letters to insert, drop, replace or swap to make one word of the other.
  static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    guard abs(left.count - right.count) <= 2 else { return 3 }
    var rows = [Array(0...right.count)]
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var best = min(row[j], rows[i][j + 1]) + 1
        best = min(best, rows[i][j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
