import Domain
import Foundation
import Testing

/// Commands that answers name can be pasted into a shell as they stand.
@Suite struct CommandTextTests {
  @Test(arguments: [
    "spring", "春季 2026", "it's", "a;b", "$HOME", "`x`", "\"q\"", "", "~", "*", "a\nb", "-o",
    "\\", "小红薯\u{3000}号", "a&b|c>d", "#1", "!x", "{a,b}", "[a]", "a=b",
  ])
  func `a shell takes each word as it was meant`(word: String) throws {
    let command = CommandText.line("show", word, "end")
    #expect(command.hasPrefix("kolbook show "))
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "kolbook() { printf '%s\\0' \"$@\"; }; " + command]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    #expect(bytes == Data("show\0\(word)\0end\0".utf8))
  }

  @Test func `plain words stay as they are`() {
    #expect(
      CommandText.line("order", "show", "PGY-1", "小红", "30%", "a/b.csv")
        == "kolbook order show PGY-1 小红 30% a/b.csv")
  }
}
