import Testing

/// What is read without the argument library means what the library would read.
struct PlainWordsTests {
  /// The same words plainly and with `=`, which only the library reads.
  @Test(arguments: [
    ("show 'Luna Glow' --book d.db", "show 'Luna Glow' --book=d.db"),
    ("--book d.db show 'Luna Glow'", "--book=d.db show 'Luna Glow'"),
    ("show --format json 'Luna Glow' --book d.db", "show --format=json 'Luna Glow' --book d.db"),
    (
      "show 'Luna Glow' --format csv --book d.db --as me",
      "show 'Luna Glow' --format=csv --book d.db"
    ),
    ("show --format tsv --book d.db 'Luna Glow'", "show --format=tsv --book d.db 'Luna Glow'"),
    ("show --book e.db --book d.db 'Luna Glow'", "show --book=e.db --book=d.db 'Luna Glow'"),
    ("show 'Luna G' --book d.db", "show 'Luna G' --book=d.db"),
    ("show nobody --book d.db", "show nobody --book=d.db"),
    ("show '' --book d.db", "show '' --book=d.db"),
    ("show a --book e.db", "show a --book=e.db"), ("show a --book ''", "show a --book '' --"),
  ])
  func `a card asked for plainly is the card that the library's reading gives`(
    _ plain: String, _ library: String
  ) throws {
    let shell = try Shell()
    _ = try shell.run("kolbook demo d.db")
    let said = try shell.run("kolbook " + plain)
    #expect(!said.isEmpty)
    #expect(try shell.run("kolbook " + library) == said)
  }

  @Test(arguments: [
    "show", "show a b", "show a --book", "show a --format xml", "show a --what", "show a --book -x",
  ])
  func `what is not plain is the library's to refuse`(_ words: String) throws {
    let said = try Shell().run("kolbook " + words)
    #expect(said.last == "[exit 64]")
  }

  @Test func `the version is one line`() throws {
    #expect(try Shell().run("kolbook --version") == ["kolbook 0.1.0"])
  }
}
