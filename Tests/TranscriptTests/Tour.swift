import Foundation

/// The README and its fenced blocks that are marked `console`, in order: one tour in one folder.
struct Tour {
  /// The README's lines, and where each block's are.
  let lines: [String]
  let blocks: [(lines: Range<Int>, transcript: Transcript)]

  init(lines: [String]) {
    self.lines = lines
    var blocks: [(lines: Range<Int>, transcript: Transcript)] = []
    var start: Int?
    for (place, line) in lines.enumerated() {
      if line == "```console" {
        start = place + 1
      } else if line == "```", let first = start {
        let name = "README line \(first)"
        blocks.append(
          (first..<place, Transcript(name: name, lines: Array(lines[first..<place]))))
        start = nil
      }
    }
    self.blocks = blocks
  }

  /// The README with what was seen in its blocks; a block with a line `…` is left as it is.
  func text(seen: [[Transcript.Step]]) -> String {
    var lines = lines
    for (block, steps) in zip(blocks, seen).reversed() where !lines[block.lines].contains("…") {
      let text = block.transcript.text(seen: steps).dropLast()
      lines.replaceSubrange(block.lines, with: text.components(separatedBy: "\n"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
