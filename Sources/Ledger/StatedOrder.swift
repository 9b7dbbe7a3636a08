public import Domain

/// An order that statements have and the books don't.
public struct StatedOrder: Hashable, Sendable {
  /// Its number, in half-width signs.
  public let name: String
  /// Every line that has it, the order report's before the note batch's.
  public let places: [ComparedOrder.Place]

  /// Those of some statements, by number in byte order.
  public static func missing(in reconciliations: [Reconciliation]) -> [StatedOrder] {
    var places: [String: [ComparedOrder.Place]] = [:]
    for compared in reconciliations.lazy.flatMap(\.orders) where compared.match == .missingHere {
      places[Key.widthFolded(compared.name), default: []] += compared.places
    }
    return places.map { StatedOrder(name: $0, places: $1) }
      .sorted { $0.name.precedesInBytes($1.name) }
  }

  /// What the first line says of the quote.
  public var quote: Money { places.first?.line.quote ?? .zero }
  /// What the first line says of the mode.
  public var mode: FeeRate.Mode { places.first?.line.mode ?? .standard }
  /// The first line that names a creator.
  public var named: StatementLine? { places.lazy.map(\.line).first { $0.userID != nil } }
  /// 合作名称.
  public var campaign: String? { first(\.campaign) }
  /// When it was made.
  public var createdOn: Day? { first(\.createdOn) }
  /// When its note was published.
  public var publishedOn: Day? { first(\.publishedOn) }
  /// When it was completed.
  public var completedOn: Day? { first(\.completedOn) }

  private func first<Value>(_ part: @escaping (StatementLine) -> Value?) -> Value? {
    places.lazy.compactMap { part($0.line) }.first
  }
}
