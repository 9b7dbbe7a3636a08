import Domain
import Ledger
import Store

extension OpenBook {
  /// Books an order at the fees in force on its day.
  ///
  /// - Throws: ``Failure`` when the creator is unknown, the number is used, or no fee is in force.
  public func bookOrder(_ draft: OrderDraft, _ note: EventNote) throws -> OrderReceipt {
    try posting { poster in
      let creator = try book.creators.creator(try find(draft.creator))
      return try poster.post(
        .init(order: Self.newName(draft.number), what: .book(draft, creator), note: note))
    }
  }

  /// The number of a new order; `nil` when none was given, which is not the same as an empty one.
  private static func newName(_ text: String?) throws -> String? {
    guard let text else { return nil }
    guard let name = orderName(text) else {
      throw Failure(
        .usage, "the order number is empty",
        next: "say the number, or leave it out for an order that has none yet")
    }
    if let odd = name.unicodeScalars.first(where: { $0.properties.generalCategory == .control }) {
      throw Failure(
        .usage,
        "order: wanted a number on one line, found a control character "
          + "(U+\(String(odd.value, radix: 16, uppercase: true)))")
    }
    return name
  }

  /// Records what happens to an order after its booking.
  ///
  /// - Throws: ``Failure`` with the rule and the arithmetic when the order's state forbids it.
  public func record(_ event: OrderEvent, of number: String, _ note: EventNote) throws
    -> OrderReceipt
  {
    try posting { poster in
      guard let name = Self.orderName(number) else {
        throw Failure(.usage, "the order number is empty", next: "kolbook order list")
      }
      return try poster.post(.init(order: name, what: .event(try event.event()), note: note))
    }
  }

  /// One transaction of postings; a refusal leaves it in the words of a command.
  func posting<Result>(_ body: (inout EventPoster) throws -> Result) throws -> Result {
    try book.transaction {
      var poster = try EventPoster(book: book, now: now, actor: actor)
      do {
        return try body(&poster)
      } catch let refusal as Refusal {
        throw Failure(refusal)
      }
    }
  }

  /// An order number as it is stored; `nil` when nothing was given.
  static func orderName(_ text: String?) -> String? {
    text.map(Key.normalised).flatMap { $0.isEmpty ? nil : $0 }
  }
}
