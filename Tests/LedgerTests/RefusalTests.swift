import Domain
import Ledger
import Testing

/// Everything that LEDGER section 4 refuses, and what this build adds to say why.
@Suite struct `Refused events` {
  private let yuan = Money(yuan: 1)

  @Test func `paying or completing twice`() throws {
    #expect(refusal(try Play(.paid), .pay) == .alreadyPaid)
    #expect(refusal(try Play(.completed), .pay) == .alreadyPaid)
    #expect(refusal(try Play(.completed), .complete) == .alreadyCompleted)
  }

  @Test func `completing, publishing, refunding or adjusting before payment`() throws {
    let booked = try Play(.booked)
    #expect(refusal(booked, .complete) == .notPaid)
    #expect(refusal(booked, .publish(url: nil)) == .notPaid)
    #expect(refusal(booked, .refund(yuan, keeping: [])) == .notPaid)
    #expect(refusal(booked, .adjust(.quote, by: yuan), reason: "why") == .notPaid)
  }

  @Test func `refunds of nothing, of less, and of more than is left`() throws {
    var paid = try Play(.paid)
    #expect(refusal(paid, .refund(.zero, keeping: [])) == .refundNotPositive)
    #expect(refusal(paid, .refund(-yuan, keeping: [])) == .refundNotPositive)
    #expect(refusal(paid, .refund(try money("8000.06"), keeping: [])) == .refundTooLarge)
    try paid.post(.refund(money("8000.05"), keeping: []))
    #expect(refusal(paid, .refund(Money(fen: 1), keeping: [])) == .refundTooLarge)
  }

  @Test func `the sentence shows the arithmetic`() throws {
    var paid = try Play(.paid)
    try paid.post(.refund(money("1000"), keeping: []))
    do {
      try paid.post(.refund(money("7000.06"), keeping: []))
      Issue.record("not refused")
    } catch let refusal as Refusal {
      #expect(
        refusal.sentence == "a refund of ¥7,000.06 is more than the ¥7,000.05 left of order "
          + "PGY-0001: quote ¥8,000.05, refunded ¥1,000.00")
    }
  }

  @Test func `amending or cancelling a completed order`() throws {
    #expect(refusal(try Play(.completed), .amend(quote: yuan)) == .amendCompleted)
    #expect(
      refusal(try Play(.completed), .cancel(killFee: .zero, keeping: [])) == .cancelCompleted)
  }

  @Test func `amending below what came back`() throws {
    var paid = try Play(.paid)
    try paid.post(.refund(money("1000"), keeping: []))
    #expect(refusal(paid, .amend(quote: try money("999.99"))) == .amendBelowRefunds)
    #expect(refusal(paid, .amend(quote: try money("1000"))) == nil)
  }

  @Test func `unknown orders and reused numbers`() throws {
    #expect(refusal(try Play(), .pay) == .unknownOrder)
    #expect(refusal(try Play(.booked), .book(booking(yuan))) == .reusedNumber)
    #expect(refusal(try Play(.cancelled), .book(booking(yuan))) == .reusedNumber)
  }

  @Test func `quotes of nothing or less`() throws {
    #expect(refusal(try Play(), .book(booking(.zero))) == .quoteOutOfRange)
    #expect(refusal(try Play(), .book(booking(-yuan))) == .quoteOutOfRange)
    #expect(refusal(try Play(.paid), .amend(quote: .zero)) == .quoteOutOfRange)
  }

  @Test func `kill fees before payment, below nothing or above what is left`() throws {
    let kill = { (fee: Money) in Event.cancel(killFee: fee, keeping: []) }
    #expect(refusal(try Play(.booked), kill(yuan)) == .killFeeOutOfRange)
    #expect(
      refusal(try Play(.booked), .cancel(killFee: .zero, keeping: .brand)) == .killFeeOutOfRange)
    #expect(refusal(try Play(.paid), kill(-yuan)) == .killFeeOutOfRange)
    #expect(refusal(try Play(.paid), kill(try money("8000.06"))) == .killFeeOutOfRange)
    #expect(refusal(try Play(.paid), kill(try money("8000.05"))) == nil)
  }

  @Test func `adjustments of nothing or without a reason`() throws {
    #expect(
      refusal(try Play(.paid), .adjust(.quote, by: .zero), reason: "x") == .adjustmentOutOfRange)
    #expect(refusal(try Play(.paid), .adjust(.quote, by: yuan)) == .noReason)
    let most = Event.adjust(.quote, by: .largest)
    var paid = try Play(.paid)
    try paid.post(most, reason: "limit")
    #expect(refusal(paid, most, reason: "limit") == .adjustmentOutOfRange)
  }

  @Test func `anything after a cancellation before payment`() throws {
    let events: [Event] = [
      .amend(quote: yuan), .pay, .publish(url: nil), .complete, .refund(yuan, keeping: []),
      .cancel(killFee: .zero, keeping: []), .adjust(.quote, by: yuan),
    ]
    for event in events {
      #expect(refusal(try Play(.cancelled), event, reason: "x") == .alreadyCancelled)
    }
  }

  @Test func `a kill fee can still be refunded and adjusted, like a completed order`() throws {
    var play = try Play(.paid)
    try play.post(.cancel(killFee: money("1000"), keeping: []))
    #expect(refusal(play, .refund(try money("1000.01"), keeping: [])) == .refundTooLarge)
    #expect(
      try play.post(.refund(money("1000"), keeping: [])) == [
        "1000<-5000 1,000.00", "1000<-5100 100.00", "7100<-7000 900.00", "7200<-7000 100.00",
      ])
    #expect(refusal(play, .complete) == .alreadyCancelled)
  }

  @Test func `a refused event changes nothing`() throws {
    var play = try Play(.paid)
    let before = play.state
    #expect(throws: Refusal.self) { try play.post(.pay) }
    #expect(play.state == before)
  }
}
