import Domain

/// An event as the journal keeps it: key and value texts. Values that say nothing are left out.
public struct EventFields: Hashable, Sendable, NamedValues {
  /// One pair.
  public struct Field: Hashable, Sendable {
    /// Such as `quote_fen`.
    public let key: String
    /// Such as `800005`.
    public let value: String

    /// A pair.
    public init(key: String, value: String) {
      (self.key, self.value) = (key, value)
    }
  }

  /// In byte order of the keys.
  public let fields: [Field]

  /// Stored fields, in any order.
  public init(_ fields: [Field]) {
    self.fields = fields.sorted { $0.key.precedesInBytes($1.key) }
  }

  /// What the journal keeps of an event besides its kind.
  public init(_ event: Event) {
    switch event {
    case .book(let booking): self.init(Self.booking(booking))
    case .amend(let quote): self.init([Field(key: "quote_fen", value: "\(quote.fen)")])
    case .publish(let url?): self.init([Field(key: "url", value: url)])
    case .refund(let amount, let keeping):
      self.init([Field(key: "amount_fen", value: "\(amount.fen)")] + Self.kept(keeping))
    case .cancel(let killFee, let keeping):
      let fee = killFee == .zero ? [] : [Field(key: "kill_fee_fen", value: "\(killFee.fen)")]
      self.init(fee + Self.kept(keeping))
    case .adjust(let part, let amount):
      self.init([
        Field(key: "amount_fen", value: "\(amount.fen)"), Field(key: "part", value: part.rawValue),
      ])
    case .pay, .complete, .publish: self.init([])
    }
  }

  /// The event of a kind with these fields, or `nil` when one is missing or is not what it should be.
  public func event(_ kind: Event.Kind) -> Event? { read(kind) }

  func text(_ name: StaticString) -> String? {
    let name = name.description
    return fields.first { $0.key == name }?.value
  }

  func number(_ name: StaticString) -> Int64? { text(name).flatMap { Int64($0) } }

  private static func booking(_ booking: Booking) -> [Field] {
    var fields = [
      Field(key: "brand_bp", value: "\(booking.rates.brand.basisPoints)"),
      Field(key: "creator", value: booking.creator.text),
      Field(key: "creator_bp", value: "\(booking.rates.creator.basisPoints)"),
      Field(key: "quote_fen", value: "\(booking.quote.fen)"),
    ]
    if booking.mode != .standard { fields.append(Field(key: "mode", value: booking.mode.rawValue)) }
    if booking.channel != .pugongying {
      fields.append(Field(key: "channel", value: booking.channel.rawValue))
    }
    if !booking.hasNumber { fields.append(Field(key: "number", value: "none")) }
    if let format = booking.format { fields.append(Field(key: "format", value: format.rawValue)) }
    if let mcn = booking.mcn { fields.append(Field(key: "mcn", value: mcn)) }
    if let campaign = booking.campaign { fields.append(Field(key: "campaign", value: campaign)) }
    return fields
  }

  private static func kept(_ fees: Event.KeptFees) -> [Field] {
    [(Event.KeptFees.brand, "keep_brand_fee"), (.creator, "keep_creator_fee")]
      .filter { fees.contains($0.0) }.map { Field(key: $0.1, value: "1") }
  }
}

/// Texts by their names, from which an event can be read.
protocol NamedValues {
  /// The text of a name, `nil` when there is none.
  func text(_ name: StaticString) -> String?
  /// The whole number of a name, `nil` when there is none.
  func number(_ name: StaticString) -> Int64?
}

extension NamedValues {
  /// The event of a kind with these fields, or `nil` when one is missing or is not what it should be.
  func read(_ kind: Event.Kind) -> Event? {
    switch kind {
    case .book: return booking.map(Event.book)
    case .amend: return money("quote_fen").map(Event.amend(quote:))
    case .pay: return .pay
    case .publish: return .publish(url: text("url"))
    case .complete: return .complete
    case .refund: return money("amount_fen").map { .refund($0, keeping: kept) }
    case .cancel:
      guard text("kill_fee_fen") != nil else { return .cancel(killFee: .zero, keeping: kept) }
      return money("kill_fee_fen").map { .cancel(killFee: $0, keeping: kept) }
    case .adjust:
      guard let part = text("part").flatMap(Recognised.Part.init(rawValue:)) else { return nil }
      return money("amount_fen").map { .adjust(part, by: $0) }
    }
  }

  private var booking: Booking? {
    guard let creator = text("creator"), let quote = money("quote_fen"),
      let brand = share("brand_bp"), let fee = share("creator_bp"),
      let mode = FeeRate.Mode(rawValue: text("mode") ?? FeeRate.Mode.standard.rawValue),
      let channel = Booking.Channel(
        rawValue: text("channel") ?? Booking.Channel.pugongying.rawValue)
    else { return nil }
    let format = text("format").map(NoteFormat.init(rawValue:))
    if case .some(nil) = format { return nil }
    return Booking(
      creator: CreatorID(creator), quote: quote, rates: FrozenRates(brand: brand, creator: fee),
      mode: mode, channel: channel, hasNumber: text("number") == nil, format: format ?? nil,
      mcn: text("mcn"), campaign: text("campaign"))
  }

  private var kept: Event.KeptFees {
    var kept: Event.KeptFees = []
    if text("keep_brand_fee") == "1" { kept.insert(.brand) }
    if text("keep_creator_fee") == "1" { kept.insert(.creator) }
    return kept
  }

  private func money(_ name: StaticString) -> Money? {
    guard let fen = number(name), fen.magnitude <= Money.largest.fen else {
      return nil
    }
    return Money(fen: fen)
  }

  private func share(_ name: StaticString) -> Share? {
    guard let points = number(name), (0...10_000).contains(points) else {
      return nil
    }
    return Share(basisPoints: points)
  }
}
