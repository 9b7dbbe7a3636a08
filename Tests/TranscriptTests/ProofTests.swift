import Foundation
import Testing

/// What a list claims is confirmed by a program that shares nothing with ours, and lies are not.
struct ProofTests {
  static let hasPython = ["/usr/bin", "/usr/local/bin", "/bin"].contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/python3")
  }

  @Test(.enabled(if: hasPython, "python3 runs the checker"))
  func `another program confirms lists by their JSON, and refuses them after any tampering`() throws
  {
    let test = Repository.root.appending(path: "Benchmarks/test_check_proof.py").path
    let seen = try Shell().run("python3 '\(test)' \"$(command -v kolbook)\" --lists 12")
    #expect(seen.count == 1 && seen.last?.hasSuffix(": 0 failures") == true, "\(seen)")
  }
}
