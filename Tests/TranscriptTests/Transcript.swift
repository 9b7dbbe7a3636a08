import Foundation
import Testing

/// What a person types and sees, as text: commands after `$ `, then their output, then `[exit N]`.
struct Transcript: CustomTestStringConvertible, Sendable {
  /// One command and everything it answers.
  struct Step: Equatable {
    var command: String
    var output: [String]
  }

  let name: String
  /// Lines before the first command: what the transcript is about.
  let introduction: [String]
  let steps: [Step]

  var testDescription: String { name }

  /// Reads a transcript from its lines; a line after `> ` continues the command above it.
  init(name: String, lines: [String]) {
    var introduction: [String] = []
    var steps: [Step] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), output: []))
      } else if line.hasPrefix("> "), let last = steps.indices.last, steps[last].output.isEmpty {
        steps[last].command += "\n" + line.dropFirst(2)
      } else if let last = steps.indices.last {
        steps[last].output.append(line)
      } else {
        introduction.append(line)
      }
    }
    (self.name, self.introduction, self.steps) = (name, introduction, steps)
  }

  /// The transcript with other outputs, as it is written to its file.
  func text(seen: [Step]) -> String {
    let lines =
      introduction
      + seen.flatMap { step in
        ["$ " + step.command.replacingOccurrences(of: "\n", with: "\n> ")] + step.output
      }
    return lines.joined(separator: "\n") + "\n"
  }
}
