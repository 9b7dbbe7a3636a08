import Domain
import Ledger
import Store

extension OpenBook {
  /// Books the picks of a saved shortlist at the prices that were decided, as one campaign.
  ///
  /// A pick that is booked already under the same number, or without one, is left as it is; under another
  /// number it would be paid twice, and is refused.
  ///
  /// - Parameters:
  ///   - name: the shortlist, which names the campaign unless `placed` does: the one
  ///     that it is assigned to, else its own name.
  ///   - placed: how the orders are placed; its number, creator, quote and format are not used.
  ///   - numbers: a CSV file of the order numbers: the picks it names are booked. Without a file
  ///     all picks are, and none has a number.
  ///   - file: the file's name, for the problems.
  /// - Returns: receipts in the order of the file, or of the shortlist.
  /// - Throws: ``Failure`` when there is no such shortlist or one of the orders is refused, or would book a
  ///   creator's note a second time; then none is booked.
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
      let drafts = try orders.map { number, pick in
        try self.draft(of: pick, number, placed, shortlist: name, note)
      }
      try refuseTwice(drafts, of: name)
      return try drafts.map { try poster.post($0) }
    }
  }

  /// Refuses notes of creators that the campaign has an order for, unless it was booked by the same key.
  private func refuseTwice(_ drafts: [EventPoster.Draft], of name: String) throws {
    let twice = try drafts.compactMap { draft -> String? in
      guard case .book(let placed, let creator) = draft.what, let format = placed.format,
        let campaign = placed.campaign, let key = try book.creators.key(id: creator.id),
        try draft.note.key.flatMap({ try book.ledger.line(key: $0) }) == nil,
        let order = try book.ledger.order(of: key, format, campaign: campaign)
      else { return nil }
      return "\(creator.nickname) (\(creator.id)): the \(format.rawValue) note is order \(order)"
    }
    guard !twice.isEmpty else { return }
    throw Failure(
      .failed,
      "\(twice.count == 1 ? "1 pick" : "\(twice.count) picks") of \(name) "
        + "\(twice.count == 1 ? "is" : "are") booked already; "
        + "nothing was booked", details: twice,
      next: "book the others with --numbers FILE, or a second note of one creator alone: "
        + "kolbook order book --help")
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
