import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the program starts, and the one place that ends it.
@main
enum Main {
  static func main() {
    // Whoever started us may ignore it, and `kolbook list | head` is to end without a word.
    signal(SIGPIPE, SIG_DFL)
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if arguments == ["--version"] { return Output.write(Kolbook.version) }
      if let card = PlainWords.card(arguments) {
        return try Show.write(card.words, as: card.choice)
      }
      var command = try direct(arguments) ?? Kolbook.parseAsRoot(arguments)
      try command.run()
    } catch {
      Ending.end(with: error)
    }
  }

  private static let help: Set = ["-h", "--help", "help"]

  /// The command that the first word names, parsed as if it were the whole program.
  ///
  /// Parsing the root's words first takes 0.2 ms at every start. Whatever doesn't parse here (help,
  /// mistakes) is parsed again from the root, which says it with the right names.
  private static func direct(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let word = arguments.first, help.isDisjoint(with: arguments),
      let named = Kolbook.configuration.subcommands.first(where: {
        $0.configuration.commandName == word
      })
    else { return nil }
    return try? named.parseAsRoot(Array(arguments.dropFirst()))
  }
}
