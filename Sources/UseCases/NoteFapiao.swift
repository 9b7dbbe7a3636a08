public import Domain
import Store

extension OpenBook {
  /// Notes an order's invoice (发票); what isn't said stays as it was noted before.
  ///
  /// - Returns: what is noted now.
  /// - Throws: ``Failure`` when there is no such order.
  public func noteFapiao(_ said: Fapiao, of number: String) throws -> Fapiao {
    let clean = { (text: String?) in
      text.map(Key.line).flatMap { $0.isEmpty ? nil : $0 }
    }
    return try book.transaction {
      let name = Self.orderName(number) ?? ""
      guard try book.ledger.order(name) != nil else {
        throw Failure(
          .failed, "there is no order \(name) in this book", next: "kolbook order list")
      }
      let before = try book.fapiaos.fapiao(of: name) ?? Fapiao()
      let after = Fapiao(
        number: clean(said.number) ?? before.number, date: clean(said.date) ?? before.date,
        note: clean(said.note) ?? before.note)
      if after != before { try book.fapiaos.note(after, of: name, at: now, by: actor) }
      return after
    }
  }
}
