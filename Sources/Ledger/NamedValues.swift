import Domain

/// Texts by their names, from which an event can be read.
protocol NamedValues {
  /// A text, or where it stands.
  associatedtype Text: Hashable, Sendable
  /// The text of a name, `nil` when there is none.
  func find(_ name: StaticString) -> Text?
  /// What it says.
  func text(_ text: Text) -> String
  /// The whole number that it is, `nil` when it is none.
  func number(_ text: Text) -> Int64?
}

extension NamedValues {
  /// The event of a kind with these fields, or `nil` when one is missing or is not what it should be.
  func read(_ kind: Event.Kind) -> Event? {
    switch step(kind) {
    case nil: nil
    case .book: terms.map { .book(Booking($0.map(text))) }
    case .amend(let quote): .amend(quote: quote)
    case .pay: .pay
    case .publish: .publish(url: find("url").map(text))
    case .complete: .complete
    case .refund(let amount, let keeping): .refund(amount, keeping: keeping)
    case .cancel(let killFee, let keeping): .cancel(killFee: killFee, keeping: keeping)
    case .adjust(let part, let amount): .adjust(part, by: amount)
    }
  }

  /// What the event does, or `nil` when there is no such event.
  func step(_ kind: Event.Kind) -> Step? {
    switch kind {
    case .book: return terms.map(Step.init)
    case .amend: return money("quote_fen").map(Step.amend(quote:))
    case .pay: return .pay
    case .publish: return .publish
    case .complete: return .complete
    case .refund: return money("amount_fen").map { .refund($0, keeping: kept) }
    case .cancel:
      guard find("kill_fee_fen") != nil else { return .cancel(killFee: .zero, keeping: kept) }
      return money("kill_fee_fen").map { .cancel(killFee: $0, keeping: kept) }
    case .adjust:
      guard let part = find("part").flatMap({ Recognised.Part(rawValue: text($0)) }) else {
        return nil
      }
      return money("amount_fen").map { .adjust(part, by: $0) }
    }
  }

  /// What is agreed when they are those of a booking.
  var terms: Terms<Text>? {
    guard let creator = find("creator"), let quote = money("quote_fen"),
      let brand = share("brand_bp"), let fee = share("creator_bp"),
      let mode = value("mode", or: FeeRate.Mode.standard),
      let channel = value("channel", or: Booking.Channel.pugongying)
    else { return nil }
    let format = find("format").map { NoteFormat(rawValue: text($0)) }
    if case .some(nil) = format { return nil }
    return Terms(
      creator: creator, quote: quote, rates: FrozenRates(brand: brand, creator: fee), mode: mode,
      channel: channel, hasNumber: find("number") == nil, format: format ?? nil,
      mcn: find("mcn"), campaign: find("campaign"))
  }

  private var kept: Event.KeptFees {
    var kept: Event.KeptFees = []
    if find("keep_brand_fee").map(text) == "1" { kept.insert(.brand) }
    if find("keep_creator_fee").map(text) == "1" { kept.insert(.creator) }
    return kept
  }

  private func value<Value: RawRepresentable<String>>(
    _ name: StaticString, or usual: Value
  ) -> Value? {
    guard let said = find(name) else { return usual }
    return Value(rawValue: text(said))
  }

  private func money(_ name: StaticString) -> Money? {
    guard let fen = find(name).flatMap(number), fen.magnitude <= Money.largest.fen else {
      return nil
    }
    return Money(fen: fen)
  }

  private func share(_ name: StaticString) -> Share? {
    guard let points = find(name).flatMap(number), (0...10_000).contains(points) else {
      return nil
    }
    return Share(basisPoints: points)
  }
}
