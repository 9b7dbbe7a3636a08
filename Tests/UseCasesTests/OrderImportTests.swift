import Domain
import Testing
import UseCases

/// Files of order events: all of them or none, every problem with its line.
struct OrderImportTests {
  private let header =
    "at,event,order,creator,quote,amount,side,keep_brand_fee,keep_creator_fee,mode,channel,mcn,"
    + "format,through,reason,key\n"

  private func load(_ fixture: OrderFixture, _ text: String, skip: Bool = false) throws
    -> OrderImport
  {
    try fixture.book.importOrders(Array(text.utf8), file: "events.csv", skipRefused: skip)
  }

  private let year = """
    2026-07-01,book,PGY-1,kb001,8000.05,,,,,,,,图文,,,a
    2026-07-02T23:59:59+08:00,pay,PGY-1,,,,,,,,,,,,,b
    2026-07-20,complete,PGY-1,,,,,,,,,,,,,c
    2026-08-01,refund,PGY-1,,,"1,234.56",,yes,,,,,,,,d
    2026-08-02,adjust,PGY-1,,,-0.01,brand_fee,,,,,,,,statement,e
    2026-08-03,book,PGY-2,新人,1.2万,,,,,boosted,direct,Alpha,video,,,f
    2026-08-04,amend,PGY-2,,¥9000,,,,,,,,,,,g
    2026-08-05,pay,PGY-2,,,,,,,,,,,,,h
    2026-08-06,cancel,PGY-2,,,1000,,,,,,,,,late,i

    """

  @Test func `a file of events is recorded once, in whatever order its columns are`() throws {
    let fixture = try OrderFixture()
    let first = try load(fixture, header + year)
    #expect((first.recorded, first.known, first.lastSequence) == (9, 0, 9))
    #expect(first.newCreators.count == 1)
    let again = try load(fixture, header + year)
    #expect((again.recorded, again.known, again.lastSequence) == (0, 9, 9))
    #expect(again.newCreators == [])
    #expect(
      OrderFixture.lines(try fixture.book.orders(OrderQuery())) == [
        "PGY-1 2026-07-01 kb001 鹿小厨房 image completed ¥8,000.05 ¥1,234.56 ¥800.00 ¥7,565.49 "
          + "¥676.55 ¥6,088.94 standard pugongying 山海 - - - - - -",
        "PGY-2 2026-08-03 新人 新人 video cancelled ¥9,000.00 ¥8,000.00 ¥200.00 ¥1,200.00 "
          + "¥100.00 ¥900.00 boosted direct Alpha - - - - - -",
      ])
    let other = try OrderFixture()
    let few = try load(other, "key,order,quote,creator,event,at\na,P,1,kb001,book,2026-07-01\n")
    #expect(few.recorded == 1)
  }

  @Test func `every problem is listed with its line, and nothing is recorded`() throws {
    let fixture = try OrderFixture()
    let rows = """
      2026-07-01,book,PGY-1,kb001,8000,,,,,,,,image,,,
      2026-07-02,pay,PGY-2,,,,,,,,,,,,,
      yesterday,pay,PGY-1,,,,,,,,,,,,,
      2026-07-02T10:00:00,pay,PGY-1,,,,,,,,,,,,,
      2026-07-02,paid,PGY-1,,,,,,,,,,,,,
      2026-07-02,pay,,,,,,,,,,,,,,
      2026-07-02,book,PGY-3,,100,,,,,,,,,,,
      2026-07-02,book,PGY-3,kb001,33.335,,,,,,,,,,,
      2026-07-02,book,PGY-3,kb001,0,,,,,,,,,,,
      2026-07-02,book,PGY-3,kb001,1,,,,,express,,,,,,
      2026-07-02,refund,PGY-1,,,5,,perhaps,,,,,,,,
      2026-07-02,adjust,PGY-1,,,5,total,,,,,,,,x,
      2026-07-02,pay,PGY-1

      """
    let failure = try fixture.failure { _ = try load(fixture, header + rows) }
    #expect(failure.kind == .badInput)
    #expect(failure.sentence == "events.csv: 12 problems; nothing was recorded")
    let places = failure.details.map { $0.split(separator: ":", maxSplits: 2)[1] }
    #expect(places == ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"])
    #expect(failure.details[0] == "events.csv:3: there is no order PGY-2 in this book")
    #expect(
      failure.details[4]
        == "events.csv:7: order: wanted the number of the order, found nothing")
    #expect(
      failure.details[6]
        == "events.csv:9: quote: wanted an amount in yuan with at most two decimals, "
        + "found \"33.335\"")
    #expect(try fixture.book.orders(OrderQuery()).rows.isEmpty)
  }

  @Test func `what the rules refuse can be left out, each with its rule`() throws {
    let fixture = try OrderFixture()
    let rows = """
      2026-07-01,book,PGY-1,kb001,8000,,,,,,,,image,,,
      2026-07-01,book,PGY-1,kb001,8000,,,,,,,,image,,,
      2026-07-02,complete,PGY-1,,,,,,,,,,,,,
      2026-07-02,pay,PGY-1,,,,,,,,,,,,,
      2026-07-02,pay,PGY-1,,,,,,,,,,,,,
      2026-07-03,refund,PGY-1,,,8000.01,,,,,,,,,,
      2026-07-03,refund,PGY-1,,,-1,,,,,,,,,,
      2026-07-03,refund,PGY-1,,,0.001,,,,,,,,,,
      2026-07-03,pay,PGY-9,,,,,,,,,,,,,
      2026-07-04,complete,PGY-1,,,,,,,,,,,,,

      """
    let result = try load(fixture, header + rows, skip: true)
    #expect((result.recorded, result.lastSequence) == (3, 3))
    #expect(
      result.refused.map { "\($0.line) \($0.rule)" } == [
        "3 reused-number", "4 not-paid", "6 already-paid", "7 refund-too-large",
        "8 refund-not-positive", "9 sub-fen", "10 unknown-order",
      ])
    #expect(try fixture.book.orders(OrderQuery()).rows[0][5].shown == "completed")
    // Cells that can't be read stop the file even so.
    let failure = try fixture.failure {
      _ = try load(fixture, header + "today,pay,PGY-1,,,,,,,,,,,,,\n", skip: true)
    }
    #expect(failure.kind == .badInput)
  }

  @Test func `a header without the columns that matter is refused`() throws {
    let fixture = try OrderFixture()
    let failure = try fixture.failure { _ = try load(fixture, "when,what\n1,2\n") }
    #expect(failure.sentence == "events.csv:1: the header has no column at, event, order")
    #expect(try fixture.failure { _ = try load(fixture, "") }.kind == .badInput)
  }
}
