import Foundation
import SQLite

/// A folder for one test's files, gone with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    let name = "kolbook-sqlite-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
  }
}

/// An empty database in memory.
func memory() throws(SQLiteError) -> Connection {
  try Connection(path: ":memory:", access: .create)
}

/// The error that `body` throws, or `nil`.
func sqliteError<R>(_ body: () throws -> R) throws -> SQLiteError? {
  do {
    _ = try body()
    return nil
  } catch let error as SQLiteError {
    return error
  }
}

/// SplitMix64: the same numbers on every machine for the same seed.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
