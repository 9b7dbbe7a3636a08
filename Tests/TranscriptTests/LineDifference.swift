/// How two texts differ, line by line.
enum LineDifference {
  /// `-` what was wanted, `+` what was seen, and the lines they share.
  static func text(wanted: [String], seen: [String]) -> String {
    let difference = seen.difference(from: wanted)
    let removed = Set(
      difference.removals.compactMap { change -> Int? in
        if case .remove(let offset, _, _) = change { offset } else { nil }
      })
    let inserted = Set(
      difference.insertions.compactMap { change -> Int? in
        if case .insert(let offset, _, _) = change { offset } else { nil }
      })
    var lines: [String] = []
    var (old, new) = (0, 0)
    while old < wanted.count || new < seen.count {
      if old < wanted.count, removed.contains(old) {
        lines.append("-" + wanted[old])
        old += 1
      } else if new < seen.count, inserted.contains(new) {
        lines.append("+" + seen[new])
        new += 1
      } else {
        lines.append(" " + wanted[old])
        (old, new) = (old + 1, new + 1)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Whether what was seen is what was wanted; a wanted line `…` stands for any number of lines.
  static func matches(wanted: [String], seen: [String]) -> Bool {
    let parts = wanted.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return wanted == seen
    }
    guard seen.starts(with: first), seen.count >= first.count + last.count,
      seen.suffix(last.count) == last
    else { return false }
    var rest = seen.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() {
      while !rest.starts(with: part) {
        guard !rest.isEmpty else { return false }
        rest = rest.dropFirst()
      }
      rest = rest.dropFirst(part.count)
    }
    return true
  }
}
