import Domain

/// The prices of one row. They wait here until the row is complete, because they need each other: a
/// fee its format, a price its tick, a price with the fee in it the bare one.
struct RowPrices {
  /// A price with the column it came from.
  struct Cell {
    let price: Money?
    let column: Int
    let label: String
  }

  enum Kind: Hashable {
    /// A price, and the layout says that it is before the fee.
    case plain
    /// 裸价: said to be before the fee.
    case bare
    /// 执行价: with the fee in it.
    case withFee
  }

  struct Key: Hashable {
    let kind: Kind
    let format: NoteFormat
  }

  var cells: [Key: Cell] = [:]
  var ticks: [NoteFormat: Bool] = [:]
  var fee: Cell?
  var format: NoteFormat?
  var validUntil: Day?

  /// What they come to.
  struct Result {
    var prices: [CreatorRecord.Price] = []
    var notes: [CreatorRecord.Note] = []
    var fault: RecordBuilder.Fault?
  }

  /// The quotes, image before video, and what is only a note.
  func result(_ rules: RowRules) -> Result {
    var result = Result()
    if let fee {
      if let format = format ?? rules.formatOfFee {
        result.prices.append(quote(fee.price, format))
      } else {
        result.fault = .init(
          column: fee.column, found: "a fee, and no format in its row",
          wanted: "image or video in the column format")
      }
    }
    for format in NoteFormat.allCases { add(format, rules, to: &result) }
    return result
  }

  /// A bare price goes before a plain one; a price with the fee in it gives a quote only when it is the
  /// only one and the fee comes out exactly. What is left over is a note.
  private func add(_ format: NoteFormat, _ rules: RowRules, to result: inout Result) {
    let plain = cells[Key(kind: .plain, format: format)]
    let bare = cells[Key(kind: .bare, format: format)]
    let withFee = cells[Key(kind: .withFee, format: format)]
    if rules.tickedFormats.contains(format), ticks[format] != true {
      keep(plain, .estimate, in: &result)
      return
    }
    let quoted = bare ?? plain
    if let quoted { result.prices.append(quote(quoted.price, format)) }
    if bare != nil, plain?.price != bare?.price { keep(plain, .unclearPrice, in: &result) }
    guard let gross = withFee?.price else { return }
    if let net = quoted?.price {
      if rules.brandFee.map({ net + $0.of(net) }) != gross { keep(withFee, .withFee, in: &result) }
    } else if let net = rules.quote(withFee: gross) {
      result.prices.append(quote(net, format))
    } else {
      keep(withFee, .withFee, in: &result)
    }
  }

  private func quote(_ price: Money?, _ format: NoteFormat) -> CreatorRecord.Price {
    .init(format: format, price: price, validUntil: price == nil ? nil : validUntil)
  }

  private func keep(
    _ cell: Cell?, _ reason: CreatorRecord.Note.Reason, in result: inout Result
  ) {
    guard let cell, let price = cell.price else { return }
    result.notes.append(.init(label: cell.label, text: price.description, reason: reason))
  }
}
