import Domain
import Ledger
import Store

extension OpenBook {
  /// Books the picks of a saved shortlist at the prices that were decided, as one campaign.
  ///
  /// Booked again, a pick that is booked already is left as it is.
  ///
  /// - Parameters:
  ///   - name: the shortlist, which names the campaign unless `placed` does: the one
  ///     that it is assigned to, else its own name.
  ///   - placed: how the orders are placed; its number, creator, quote and format are not used.
  ///   - numbers: a CSV file of the order numbers: the picks it names are booked. Without a file
  ///     all picks are, and none has a number.
  ///   - file: the file's name, for the problems.
  /// - Returns: receipts in the order of the file, or of the shortlist.
  /// - Throws: ``Failure`` when there is no such shortlist or one of the orders is refused; then none is booked.
  public func bookShortlist(
    _ name: String, _ placed: OrderDraft, numbers: [UInt8]?, file: String, _ note: EventNote
  ) throws -> [OrderReceipt] {
    try posting { poster in
      let name = Key.normalised(name)
      let planned = try book.ledger.planned(by: name)
      guard !planned.isEmpty else {
        throw Failure(
          .failed, "there is no shortlist \(name) in this book", next: "kolbook shortlist list")
      }
      let orders: [(number: String?, pick: PlannedOrder)]
      if let numbers {
        orders = try numbered(planned, by: NumbersFile(numbers, file: file), file)
      } else {
        orders = planned.map { (nil, $0) }
      }
      var placed = placed
      placed.campaign = try placed.campaign ?? book.shortlists.campaign(of: name) ?? name
      return try orders.map { number, pick in
        try poster.post(self.draft(of: pick, number, placed, shortlist: name, note))
      }
    }
  }

  private func numbered(_ planned: [PlannedOrder], by file: NumbersFile, _ name: String) throws
    -> [(number: String?, pick: PlannedOrder)]
  {
    var problems: [String] = []
    var orders: [(number: String?, pick: PlannedOrder)] = []
    for row in file.rows {
      let pick = planned.first { $0.creator == row.pick.creator && $0.format == row.pick.format }
      guard let pick else {
        problems.append(
          "\(name):\(row.line): the shortlist has no \(row.pick.format.rawValue) note of "
            + row.pick.creator.text)
        continue
      }
      orders.append((row.number, pick))
    }
    guard problems.isEmpty else {
      throw Failure(
        .badInput, "\(name): problems in \(problems.count) lines; nothing was booked",
        details: problems, next: "correct these lines")
    }
    return orders
  }

  private func draft(
    of pick: PlannedOrder, _ number: String?, _ placed: OrderDraft, shortlist: String,
    _ note: EventNote
  ) throws -> EventPoster.Draft {
    var draft = placed
    draft.creator = pick.creator.text
    draft.quote = pick.quote
    draft.format = pick.format
    draft.mcn = placed.mcn ?? pick.agency
    var note = note
    let which = number ?? "\(pick.creator)/\(pick.format.rawValue)"
    note.key = "\(note.key ?? "shortlist/\(shortlist)")/\(which)"
    guard let key = try book.creators.key(id: pick.creator) else {
      throw Failure(.failed, "creator \(pick.creator) is not in this book any more")
    }
    let creator = try book.creators.creator(key)
    return EventPoster.Draft(order: number, what: .book(draft, creator), note: note)
  }
}
