/// What a value must look like; argument-parser says only that the one it met does not.
enum Wanted {
  /// The words for a mistake, with a line on what is wanted after the first.
  static func added(to message: String, _ arguments: ArraySlice<String>) -> String {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, let name = placeholder(in: first), let shape = shapes[name]
    else { return message }
    lines[0] = negative(first, arguments) ?? first
    lines.insert("Wanted: \(shape)", at: 1)
    return lines.joined(separator: "\n")
  }

  /// A number below zero is not missing, as argument-parser has it, but invalid.
  private static func negative(_ line: String, _ arguments: ArraySlice<String>) -> String? {
    let missing = "Error: Missing value for '"
    guard line.hasPrefix(missing),
      let option = line.dropFirst(missing.count).split(separator: " ").first,
      let place = arguments.firstIndex(of: String(option)), place + 1 < arguments.endIndex,
      arguments[place + 1].dropFirst().first?.isNumber == true
    else { return nil }
    return "Error: The value '\(arguments[place + 1])' is invalid for "
      + line.dropFirst(missing.count - 1)
  }

  /// `count` in `The value 'x' is invalid for '--followers <count>'`.
  private static func placeholder(in line: String) -> String? {
    guard line.hasSuffix(">'"), let start = line.lastIndex(of: "<") else { return nil }
    return String(line[line.index(after: start)...].dropLast(2))
  }

  private static let shapes = [
    "yuan": "yuan with at most two decimals, such as 8000, ¥8,000 or 1.2万",
    "count": "a whole number, such as 125000, 125,000 or 12.5万",
    "percent": "a percentage from 0% to 100% with at most two decimals, such as 5.2%",
    "rate": "a percentage with at most two decimals, such as 5.2%",
    "points": "percentage points from 0 to 100, such as 5",
    "koc/mid/head": "three parts that make 100, such as 70/20/10",
    "band=count,…": "a count or a range for a band, such as koc=20-40,mid=3-5,head=1",
    "mid,head": "where mid and head begin, the smaller first, such as 10万,50万",
    "category=percent": "a category and its least part, such as 美妆=30% or 美妆=30% of spend",
    "format,…": "image, video or image,video",
    "day": "a day, such as 2026-08-03",
    "time": "a Shanghai day such as 2026-08-03, or 2026-08-03T10:00:00+08:00",
    "stars": "stars from 1 to 5",
    "entry": "the number of a journal entry",
    "month": "a month from 1 to 12",
    "seconds": "whole seconds",
  ]
}
