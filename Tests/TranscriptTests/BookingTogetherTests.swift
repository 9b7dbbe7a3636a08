import Foundation
import SQLite
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Several people book at once, and some of them are cut off in the middle.
@Suite struct BookingTogetherTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "kolbook-together-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(try ChildProgram.start(["init"], in: folder).wait() == 0)
    #expect(try ChildProgram.start(["add", "first", "--id", "first"], in: folder).wait() == 0)
    return folder
  }

  private func book(_ order: String, in folder: URL, as user: String = "lin") throws -> Process {
    try ChildProgram.start(
      ["order", "book", order, "--creator", "first", "--quote", "8000.05", "--key", "k\(order)"],
      in: folder, as: user)
  }

  private func read<R>(_ folder: URL, _ body: (Connection) throws -> R) throws -> R {
    try body(Connection(path: folder.appending(path: "kolbook.db").path, access: .readWrite))
  }

  private func numbers(_ folder: URL) throws -> [String] {
    try read(folder) { book in
      let health = try book.all("PRAGMA integrity_check") { row in try row.text(0) }
      #expect(health == ["ok"])
      return try book.all("SELECT order_id FROM journal ORDER BY seq") { row in try row.text(0) }
    }
  }

  private func isSound(_ folder: URL) throws -> Bool {
    try ChildProgram.start(["audit", "--verify"], in: folder).wait() == 0
  }

  @Test func `eight processes book 40 orders each, none is lost, doubled or turned away`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    // One thread a process; each books its orders one after the other.
    let codes = Codes()
    DispatchQueue.concurrentPerform(iterations: 8) { person in
      for number in 0..<40 {
        let code = try? book("\(person)-\(number)", in: folder, as: "person \(person)").wait()
        codes.add(code ?? -1)
      }
    }
    #expect(codes.all == Array(repeating: 0, count: 320))
    let wanted = (0..<8).flatMap { person in (0..<40).map { "\(person)-\($0)" } }
    let seen = try numbers(folder)
    #expect(seen.count == 320 && Set(seen) == Set(wanted))
    #expect(try isSound(folder))
  }

  /// What the processes ended with.
  private final class Codes: @unchecked Sendable {
    private let lock = NSLock()
    private var codes: [Int32] = []

    func add(_ code: Int32) { lock.withLock { codes.append(code) } }
    var all: [Int32] { lock.withLock { codes } }
  }

  @Test func `kill -9 while booking leaves the order booked whole or not at all`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let start = ContinuousClock.now
    #expect(try book("0", in: folder).wait() == 0)
    let length = (ContinuousClock.now - start) / .microseconds(1)
    var known: Set<String> = ["0"]
    for number in 1...40 {
      let process = try book("\(number)", in: folder)
      usleep(UInt32(length * Double(number) / 40))
      kill(process.processIdentifier, SIGKILL)
      let code = process.wait()
      let seen = try numbers(folder)
      #expect(Set(seen).isSuperset(of: known) && seen.count <= known.count + 1)
      #expect(code != 0 || seen.contains("\(number)"), "said to be booked, and is not")
      known = Set(seen)
    }
    #expect(known.count < 41, "no booking was killed before its end")
    #expect(try isSound(folder))
    // Told again under the same keys, each is in the book once.
    for number in 1...40 { #expect(try book("\(number)", in: folder).wait() == 0) }
    #expect(try numbers(folder).count == 41)
  }

  @Test func `kill -9 during a file of events leaves all of them or none`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var file = "at,event,order,creator,quote,key\n"
    let orders = 2_000
    for number in 0..<orders {
      file += "2026-08-01,book,o\(number),first,\(number + 1),b\(number)\n"
      file += "2026-08-02,pay,o\(number),,,p\(number)\n"
    }
    let list = folder.appending(path: "events.csv")
    try file.write(to: list, atomically: true, encoding: .utf8)
    try FileManager.default.copyItem(
      at: folder.appending(path: "kolbook.db"), to: folder.appending(path: "trial.db"))
    let start = ContinuousClock.now
    let trial = ["order", "import", "events.csv", "--book", "trial.db"]
    #expect(try ChildProgram.start(trial, in: folder).wait() == 0)
    let length = (ContinuousClock.now - start) / .microseconds(1)
    var outcomes: Set<Int> = []
    for part in 1...12 {
      let process = try ChildProgram.start(["order", "import", "events.csv"], in: folder)
      let share = part <= 6 ? Double(part) / 7 : 0.88 + Double(part - 6) / 30
      usleep(UInt32(length * share))
      kill(process.processIdentifier, SIGKILL)
      _ = process.wait()
      let count = try numbers(folder).count
      #expect([0, 2 * orders].contains(count))
      #expect(try isSound(folder))
      outcomes.insert(count)
      if count > 0 { break }
    }
    #expect(outcomes.contains(0), "no run was killed before its end")
    #expect(try ChildProgram.start(["order", "import", "events.csv"], in: folder).wait() == 0)
    #expect(try numbers(folder).count == 2 * orders)
    #expect(try isSound(folder))
  }
}
