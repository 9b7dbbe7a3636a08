import Domain
import Foundation
import Testing

@testable import Interchange
@testable import UseCases

/// The corpus of odd files: each is read or refused as its line says, and a book is as it was after
/// each refusal. `KOLBOOK_RECORD=1` writes what comes of them now; read the difference.
@Suite struct OddFileTests {
  @Test func `each odd file is read or refused as its line says`() throws {
    if ProcessInfo.processInfo.environment["KOLBOOK_RECORD"] != nil {
      try OddFile.recorded().write(to: OddFile.path, atomically: true, encoding: .utf8)
      return
    }
    let files = try OddFile.all()
    #expect(files.count >= 150)
    #expect(Set(files.map(\.name)).count == files.count)
    for file in files {
      let start = ContinuousClock.now
      #expect(file.read() == file.outcome, "\(file.name)")
      #expect(ContinuousClock.now - start < .seconds(60), "\(file.name)")
    }
  }

  @Test func `after each refusal, and after each rehearsal, a book is as it was to the byte`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "kolbook.db").path
    let now = Moment(utcSeconds: 1_795_406_400)
    try OpenBook.create(at: path, id: .init(repeating: 3, count: 16), now: now)
    let name = "mcn_candidates.csv"
    let list = InputFile(name: name, bytes: try Sample.bytes(name))
    _ = try OpenBook(path: path, now: now, actor: "lin").importLists([list])
    let before = try Data(contentsOf: URL(filePath: path))
    let odd = try OddFile.all().map { ($0.name, $0.bytes) }
    for (name, bytes) in odd + HostileSheetTests.all.map({ ($0.name, $0.bytes) }) {
      let book = try OpenBook(path: path, now: now, actor: "lin")
      var options = ImportOptions()
      if case .read = outcome(of: bytes) { options.isDryRun = true }
      do {
        // A list that is right comes first, so that there is something to take back.
        let report = try book.importLists([list, InputFile(name: "odd", bytes: bytes)], options)
        #expect(report.isDryRun, "\(name)")
      } catch let failure as Failure {
        #expect(failure.kind == .badInput, "\(name)")
        #expect(failure.details.first?.hasPrefix("odd") == true, "\(name)")
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == before, "\(name)")
    }
    let log = (try? Data(contentsOf: URL(filePath: path + "-wal")))?.count ?? 0
    #expect(log == 0)
  }

  private enum Outcome { case read, refused }

  private func outcome(of bytes: [UInt8]) -> Outcome {
    Sample.read(bytes, file: "odd").0.problems.isEmpty ? .read : .refused
  }
}
