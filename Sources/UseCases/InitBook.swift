public import Domain
import Interchange
import Store

extension OpenBook {
  /// Makes a new book with the reference data of the seed; a file already there is never touched.
  ///
  /// - Parameter id: 16 random bytes.
  /// - Throws: ``Failure`` of kind `cannotCreate` when the place is taken.
  public static func create(at path: String, id: [UInt8], now: Moment) throws {
    try Book.create(at: path, id: id, isDemo: false, now: now) { book in
      try fillReference(of: book)
    }
  }

  /// Puts the shipped reference data into a new book.
  static func fillReference(of book: Book) throws {
    for table in ReferenceTable.allCases {
      let rows = try SeedTable("\(table.rawValue).csv")
      guard rows.header == table.columns else {
        throw Failure(.failed, "seed \(table.rawValue).csv has other columns than its table")
      }
      try book.reference.replace(table, with: rows.rows.map { $0.map { $0.isEmpty ? nil : $0 } })
    }
  }
}
