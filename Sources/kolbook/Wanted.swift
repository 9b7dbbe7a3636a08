/// What a value must look like; argument-parser says only that the one it met does not.
enum Wanted {
  /// The words for a mistake, with a line on what is wanted after the first.
  static func added(to message: String) -> String {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, let name = placeholder(in: first), let shape = shapes[name]
    else { return message }
    lines.insert("Wanted: \(shape)", at: 1)
    return lines.joined(separator: "\n")
  }

  /// `count` in `The value 'x' is invalid for '--followers <count>'`.
  private static func placeholder(in line: String) -> String? {
    guard line.hasSuffix(">'"), let start = line.lastIndex(of: "<") else { return nil }
    return String(line[line.index(after: start)...].dropLast(2))
  }

  private static let shapes = [
    "yuan": "yuan with at most two decimals, such as 8000, ¥8,000 or 1.2万",
    "count": "a whole number, such as 125000, 125,000 or 12.5万",
    "percent": "a percentage with at most two decimals, such as 5.2%",
    "day": "a day, such as 2026-08-03",
    "time": "a Shanghai day such as 2026-08-03, or 2026-08-03T10:00:00+08:00",
    "stars": "stars from 1 to 5",
    "entry": "the number of a journal entry",
    "month": "a month from 1 to 12",
    "seconds": "whole seconds",
  ]
}
