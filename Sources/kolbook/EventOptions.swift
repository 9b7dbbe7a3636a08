import ArgumentParser
import Domain
import UseCases

/// What can be said about every event of an order.
struct EventOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "When it happened: a Shanghai date, or a time with its offset; now if not said.",
      valueName: "time"))
  var at: Moment?

  @Option(
    help: ArgumentHelp("Your own name for the event: told twice, it is recorded once."))
  var key: String?

  @Option(help: ArgumentHelp("Why.", valueName: "text")) var reason = ""

  @Option(help: ArgumentHelp("The journal entry that this one corrects.", valueName: "entry"))
  var corrects: Int64?

  var note: EventNote { EventNote(at: at, key: key, reason: reason, corrects: corrects) }
}

extension BookOptions {
  /// Says what recording came to; machine formats get it as data.
  func write(_ receipts: [OrderReceipt]) {
    if format != .table { return write(OrderReceipt.listing(receipts)) }
    for receipt in receipts {
      done(receipt.sentence)
      if let day = receipt.comingDay {
        done("note: \(day) is yet to come; an audit warns of entries that were dated ahead")
      }
      if let (day, bookedOn) = receipt.tooEarly {
        done("note: \(day) is before the order was booked, \(bookedOn); an audit warns of it")
      }
    }
    let off = receipts.filter(\.isOffPlatform)
    guard let first = off.first else { return }
    done(
      "note: \(Counted.text(Int64(off.count), "order")) past Pugongying or without its number "
        + "(\(first.order)): an audit reports this as an error")
  }
}
