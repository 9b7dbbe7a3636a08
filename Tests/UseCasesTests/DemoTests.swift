import Domain
import Ledger
import Testing

@testable import UseCases

/// The fictional book holds what the seed says, and shows each kind of finding once.
struct DemoTests {
  /// A folder with a real book in it.
  let real: TemporaryBook

  init() throws { real = try TemporaryBook() }

  @Test func `the demo holds its creators, ratings and orders, and says that it is fictional`()
    throws
  {
    let status = try make("demo.db")
    #expect(status.isDemo)
    #expect(status.creators == 301)
    #expect(status.orders == 61)
    let open = try OpenBook(path: path("demo.db"), now: TemporaryBook.noon, actor: "lin")
    #expect(try open.card("Luna Glow").summary.creator.userID?.hasPrefix("facade") == true)
    #expect(throws: Failure.self, "two creators have this name on purpose") {
      try open.card("小鹿同学")
    }
  }

  @Test func `an audit of the demo finds one of each thing it was given`() throws {
    _ = try make("demo.db")
    let open = try OpenBook(path: path("demo.db"), now: TemporaryBook.noon, actor: "lin")
    let third = try open.audit("2026Q3", basis: "charged", fiscalStart: 1).audit
    #expect(
      third.findings.map(\.code)
        == [.offPlatform, .aboveBenchmark, .duplicatePayment, .staleEscrow])
    let second = try open.audit("2026Q2", basis: "charged", fiscalStart: 1).audit
    #expect(second.findings.isEmpty)
    #expect(third.byTier.compactMap(\.key) == ["nano", "micro", "mid", "top"])
  }

  @Test func `the same moment and id make the same book`() throws {
    let first = try audited("one.db")
    #expect(try first == audited("two.db"))
  }

  @Test func `only a fictional book is made anew`() throws {
    _ = try make("demo.db")
    #expect(failure { try make("demo.db") }?.kind == .cannotCreate)
    #expect(try make("demo.db", replacing: true).creators == 301)
    #expect(failure { try make("kolbook.db", replacing: true) }?.kind == .cannotCreate)
    #expect(try real.open().status().creators == 0)
  }

  private let id = [UInt8](repeating: 1, count: 16)

  private func path(_ name: String) -> String { "\(real.folder)/\(name)" }

  private func make(_ name: String, replacing: Bool = false) throws -> BookStatus {
    try OpenBook.makeDemo(at: path(name), id: id, now: TemporaryBook.noon, replacing: replacing)
  }

  private func audited(_ name: String) throws -> String {
    _ = try make(name)
    let open = try OpenBook(path: path(name), now: TemporaryBook.noon, actor: "lin")
    return "\(try open.audit("2026Q3", basis: "charged", fiscalStart: 1).audit)"
  }

  private func failure(_ body: () throws -> BookStatus) -> Failure? {
    #expect(throws: Failure.self) { _ = try body() }
  }
}
