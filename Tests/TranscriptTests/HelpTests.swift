import Foundation
import Testing

/// Help, transcripts and README keep up with the commands there are.
struct HelpTests {
  @Test func `each command's help starts with an example`() throws {
    let shell = try Shell()
    for command in try CommandTree.read(shell).all {
      let help = try shell.run("kolbook \(command.words) --help")
      let start = help.prefix { !$0.hasPrefix("USAGE:") }
      let example = "kolbook \(command.words)"
      #expect(
        start.contains { $0.drop { $0 == " " || $0 == "$" }.hasPrefix(example) },
        "kolbook \(command.words) --help has no example above its usage")
    }
  }

  @Test func `each example fits in 80 columns, and goes on only after a backslash`() throws {
    let shell = try Shell()
    for command in try CommandTree.read(shell).all {
      let help = try shell.run("COLUMNS=80 kolbook \(command.words) --help")
      let examples = help.drop { $0 != "EXAMPLES" }.dropFirst().prefix { !$0.isEmpty }
      var goesOn = false
      for line in examples {
        #expect(
          goesOn ? line.hasPrefix("    ") : line.hasPrefix("  ") && line.contains("kolbook "),
          "kolbook \(command.words) --help breaks an example: \(line)")
        goesOn = line.hasSuffix(" \\")
      }
      #expect(!goesOn, "the last example of kolbook \(command.words) --help has no end")
    }
  }

  @Test func `each command has a transcript`() throws {
    let typed = try Repository.allTranscripts().flatMap(\.steps).map { $0.command + " " }
    for command in try CommandTree.read(try Shell()).all where command.children.isEmpty {
      #expect(
        typed.contains { $0.contains("kolbook \(command.words) ") },
        "no transcript runs kolbook \(command.words)")
    }
  }

  @Test func `the README names each subcommand`() throws {
    let readme = try String(contentsOf: Repository.readme, encoding: .utf8)
    for command in try CommandTree.read(try Shell()).children {
      #expect(
        readme.contains("kolbook \(command.words)"),
        "the README does not name kolbook \(command.words)")
    }
  }
}
