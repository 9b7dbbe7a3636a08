import Foundation

/// A command and its subcommands, as `--experimental-dump-help` tells them.
struct CommandTree: Decodable {
  struct Whole: Decodable {
    let command: CommandTree
  }

  let commandName: String
  let superCommands: [String]?
  let subcommands: [CommandTree]?
  let shouldDisplay: Bool?

  /// What is typed after `kolbook`.
  var words: String { ((superCommands ?? []).dropFirst() + [commandName]).joined(separator: " ") }
  /// Its own subcommands, without `help` and hidden ones.
  var children: [CommandTree] {
    (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
  }
  /// All commands below this one, groups too.
  var all: [CommandTree] { children.flatMap { [$0] + $0.all } }

  static func read(_ shell: Shell) throws -> CommandTree {
    let text = try shell.run("kolbook --experimental-dump-help").joined(separator: "\n")
    return try JSONDecoder().decode(Whole.self, from: Data(text.utf8)).command
  }
}
