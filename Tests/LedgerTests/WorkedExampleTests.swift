import Domain
import Ledger
import Testing

/// LEDGER section 4, line by line: the table's figures, to the fen and in its order.
@Suite struct `The worked example of 8,000.05` {
  @Test func `booking commits quote and brand fee`() throws {
    var play = try Play()
    #expect(try play.post(.book(booking(money("8000.05")))) == ["1900<-2900 8,800.06"])
    #expect(play.state?.recognised.brandFee == (try money("800.01")))
    #expect(play.state?.recognised.creatorFee == (try money("800.01")))
  }

  @Test func `an amendment before payment moves the commitment`() throws {
    var play = try Play(.booked)
    #expect(try play.post(.amend(quote: money("7500"))) == ["2900<-1900 550.06"])
  }

  @Test func `payment turns the commitment into escrow`() throws {
    var play = try Play(.booked)
    #expect(
      try play.post(.pay) == [
        "2900<-1900 8,800.06", "1110<-1000 8,000.05", "1120<-1000 800.01", "7000<-7050 7,200.04",
        "7000<-7060 800.01",
      ])
  }

  @Test func `an amendment after payment moves the escrow`() throws {
    var play = try Play(.paid)
    #expect(
      try play.post(.amend(quote: money("9000"))) == [
        "1110<-1000 999.95", "1120<-1000 99.99", "7000<-7050 899.96", "7000<-7060 99.99",
      ])
  }

  @Test func `publishing moves nothing`() throws {
    var play = try Play(.paid)
    #expect(try play.post(.publish(url: "https://www.xiaohongshu.com/explore/1")).isEmpty)
  }

  @Test func `completion turns escrow into cost`() throws {
    var play = try Play(.paid)
    #expect(
      try play.post(.complete) == [
        "5000<-1110 8,000.05", "5100<-1120 800.01", "7050<-7100 7,200.04", "7060<-7200 800.01",
      ])
  }

  @Test func `a refund before completion comes out of escrow`() throws {
    var play = try Play(.paid)
    #expect(
      try play.post(.refund(money("1234.56"), keeping: [])) == [
        "1000<-1110 1,234.56", "1000<-1120 123.46", "7050<-7000 1,111.10", "7060<-7000 123.46",
      ])
  }

  @Test func `a refund after completion comes out of cost`() throws {
    var play = try Play(.completed)
    #expect(
      try play.post(.refund(money("1234.56"), keeping: [])) == [
        "1000<-5000 1,234.56", "1000<-5100 123.46", "7100<-7000 1,111.10", "7200<-7000 123.46",
      ])
  }

  @Test func `a kept brand fee does not come back`() throws {
    var play = try Play(.completed)
    #expect(
      try play.post(.refund(money("1234.56"), keeping: .brand)) == [
        "1000<-5000 1,234.56", "7100<-7000 1,111.10", "7200<-7000 123.46",
      ])
    #expect(play.state?.recognised.brandFee == (try money("800.01")))
  }

  @Test func `cancelling before payment releases the commitment`() throws {
    var play = try Play(.booked)
    #expect(
      try play.post(.cancel(killFee: .zero, keeping: [])) == ["2900<-1900 8,800.06"])
  }

  @Test func `cancelling after payment leaves the kill fee and its fees, completed`() throws {
    var play = try Play(.paid)
    #expect(
      try play.post(.cancel(killFee: money("1000"), keeping: [])) == [
        "1000<-1110 7,000.05", "1000<-1120 700.01", "7050<-7000 6,300.04", "7060<-7000 700.01",
        "5000<-1110 1,000.00", "5100<-1120 100.00", "7050<-7100 900.00", "7060<-7200 100.00",
      ])
    let left = try #require(play.state?.recognised)
    #expect(left.brandTotal == (try money("1100")))
    #expect(left.creatorNet == (try money("900")))
    #expect(left.platform == (try money("200")))
  }

  @Test func `an adjustment moves one fen`() throws {
    var paid = try Play(.paid)
    let fen = Event.adjust(.brandFee, by: Money(fen: -1))
    #expect(try paid.post(fen, reason: "statement") == ["1000<-1120 0.01"])
    var completed = try Play(.completed)
    #expect(try completed.post(fen, reason: "statement") == ["1000<-5100 0.01"])
  }

  @Test func `amending 0.14 to 0.25 moves the fee by two fen, not by the fee of eleven`() throws {
    var play = try Play()
    try play.post(.book(booking(Money(fen: 14))))
    try play.post(.pay)
    #expect(
      try play.post(.amend(quote: Money(fen: 25))) == [
        "1110<-1000 0.11", "1120<-1000 0.02", "7000<-7050 0.09", "7000<-7060 0.02",
      ])
  }
}
