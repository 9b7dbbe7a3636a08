import CEmbedded
import Foundation
import Testing

/// What is compiled in is what lies in the folders, byte for byte.
struct EmbeddedTests {
  @Test func `every seed file is compiled in, in the order of the names`() throws {
    let embedded = (0..<embedded_seed_count()).map { file(embedded_seed($0)) }
    #expect(try embedded == folder("seed", ending: ".csv"))
  }

  @Test func `every migration is compiled in, in the order of the numbers`() throws {
    let embedded = (0..<embedded_migration_count()).map { file(embedded_migration($0)) }
    #expect(try embedded == folder("migrations", ending: ".sql"))
  }

  @Test func `seed files are UTF-8 without BOM, with LF, a header, a source and a date`() throws {
    for file in try folder("seed", ending: ".csv") {
      let text = try #require(String(validating: file.bytes, as: UTF8.self), "\(file.name)")
      #expect(!text.unicodeScalars.starts(with: ["\u{FEFF}"]), "\(file.name)")
      #expect(!text.utf8.contains(13) && text.utf8.last == 10, "\(file.name)")
      if file.name.hasPrefix("demo_") { continue }
      let header = text.prefix { $0 != "\n" }.split(separator: ",")
      #expect(header.suffix(3) == ["source", "as_of", "note"], "\(file.name)")
    }
  }

  private struct Named: Equatable, CustomStringConvertible {
    let name: String
    let bytes: [UInt8]

    var description: String { "\(name) (\(bytes.count) bytes)" }
  }

  private func file(_ pointer: UnsafePointer<embedded_file>?) -> Named {
    guard let pointer else { return Named(name: "", bytes: []) }
    let file = pointer.pointee
    return Named(
      name: String(cString: file.name),
      bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
  }

  private func folder(_ name: String, ending: String) throws -> [Named] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: name).path)
    return try names.filter { $0.hasSuffix(ending) }.sorted().map {
      Named(
        name: $0, bytes: Array(try Data(contentsOf: root.appending(path: name).appending(path: $0)))
      )
    }
  }
}
