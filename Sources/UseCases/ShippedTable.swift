import Domain
import Interchange

/// Reference data that every book shares: it is compiled in, and a book keeps none of it.
enum ShippedTable: String, CaseIterable {
  /// How other people's lists are read.
  case layout
  /// What a column of a list can mean.
  case field
  /// How Chinese characters are read.
  case pinyin

  /// Its rows, in its own order.
  func listing() throws -> Listing {
    switch self {
    case .layout, .pinyin:
      let table = try SeedTable("\(rawValue).csv")
      return Listing(
        columns: table.header.map { .init($0, ReferenceRows.title($0)) },
        rows: table.rows.map { $0.map { .optional($0.isEmpty ? nil : $0) } })
    case .field:
      return Listing(
        columns: [.init("field", "field"), .init("units", "units", .list), .init("says", "says")],
        rows: Field.all.map { [.text($0.name), .list($0.unitNames), .text($0.words)] })
    }
  }

  /// Why it can't be replaced.
  var isNotKept: Failure {
    Failure(
      .usage, "a book keeps no table \(rawValue)",
      next: self == .pinyin
        ? "a creator is found by its tags too: kolbook tag NAME PINYIN"
        : "import a list by your own layouts with: kolbook import LIST --layout-file FILE")
  }
}
