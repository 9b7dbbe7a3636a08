import Testing

/// The runner itself: what it reads, runs and compares.
struct TranscriptRunnerTests {
  @Test func `a transcript is read and written back as it was`() {
    let lines = ["About this.", "$ echo a", "a", "$ cat <<END", "> b", "> END", "b", "[exit 1]"]
    let transcript = Transcript(name: "t", lines: lines)
    #expect(transcript.steps.map(\.command) == ["echo a", "cat <<END\nb\nEND"])
    #expect(transcript.steps.map(\.output) == [["a"], ["b", "[exit 1]"]])
    #expect(transcript.text(seen: transcript.steps) == lines.joined(separator: "\n") + "\n")
  }

  @Test func `both streams, the exit code and a missing newline are seen`() throws {
    let shell = try Shell()
    #expect(try shell.run("echo out; echo err >&2; exit 3") == ["out", "err", "[exit 3]"])
    #expect(try shell.run("printf half") == ["half", "[no newline at the end]"])
    #expect(try shell.run("true") == [])
    #expect(try shell.run("echo x > f") == [])
    #expect(try shell.run("cat f; pwd; echo $KOLBOOK_USER") == ["x", "~", "lin"])
    #expect(try shell.run("kolbook --version").first?.hasPrefix("kolbook ") == true)
  }

  @Test func `dots stand for any lines, and nothing else is forgiven`() {
    let seen = ["a", "b", "c", "d"]
    for wanted in [
      seen, ["…"], ["a", "…"], ["…", "d"], ["a", "…", "c", "…", "d"], ["a", "…", "b", "c", "d"],
    ] {
      #expect(LineDifference.matches(wanted: wanted, seen: seen), "\(wanted)")
    }
    for wanted in [
      ["a"], ["b", "…"], ["…", "c"], ["a", "…", "d", "…", "c", "d"],
      ["a", "b", "c", "d", "…", "d"],
    ] {
      #expect(!LineDifference.matches(wanted: wanted, seen: seen), "\(wanted)")
    }
  }

  @Test func `a difference shows what was wanted and what was seen`() {
    #expect(
      LineDifference.text(wanted: ["a", "b", "c"], seen: ["a", "x", "c"]) == " a\n-b\n+x\n c")
  }
}
