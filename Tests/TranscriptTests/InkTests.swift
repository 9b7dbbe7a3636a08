import Testing

/// What stands out for a person at a terminal, and that nothing does elsewhere.
struct InkTests {
  @Test func `on a terminal a table's header and an error's labels stand out`() throws {
    let shell = try Shell()
    _ = try shell.run("kolbook demo d.db")
    let list = try Self.onTerminal("list --book d.db --tier top", in: shell)
    #expect(list.hasPrefix("\u{1B}[1m"))
    #expect(list.prefix { $0 != "\r\n" }.hasSuffix("\u{1B}[0m"))
    let wrong = try Self.onTerminal("show nobody --book d.db", in: shell)
    #expect(wrong.hasPrefix("\u{1B}[1;31mkolbook:\u{1B}[0m no creator"))
    #expect(wrong.contains("\u{1B}[1mnext:\u{1B}[0m "))
  }

  @Test(arguments: ["TERM=xterm NO_COLOR=1", "TERM=dumb"])
  func `whoever wants no colour gets the same words without`(_ wish: String) throws {
    let shell = try Shell()
    let plain = try Self.onTerminal("show nobody --book d.db", in: shell, wish)
    let inked = try Self.onTerminal("show nobody --book d.db", in: shell)
    #expect(!plain.contains("\u{1B}") && inked.contains("\u{1B}"))
    let words = inked.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == words)
  }

  @Test func `a pipe gets no colour`() throws {
    let shell = try Shell()
    let said = try shell.run("env -u NO_COLOR TERM=xterm kolbook show nobody --book d.db")
    #expect(!said.joined().contains("\u{1B}"))
  }

  /// What a command writes when both streams are a terminal.
  private static func onTerminal(_ words: String, in shell: Shell, _ wish: String = "TERM=xterm")
    throws -> String
  {
    #if os(macOS)
      let terminal = "script -q /dev/null kolbook \(words)"
    #else
      let terminal = "script -qec 'kolbook \(words)' /dev/null"
    #endif
    return try shell.run("env -u NO_COLOR \(wish) \(terminal)").joined(separator: "\n")
  }
}
