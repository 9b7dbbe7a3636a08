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

  func find(_ name: StaticString) -> String? {
    let name = name.description
    return fields.first { $0.key == name }?.value
  }

  func text(_ text: String) -> String { text }

  func number(_ text: String) -> Int64? { Int64(text) }

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
