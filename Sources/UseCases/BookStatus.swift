import Domain
import Store

/// What is in a book, in numbers.
public struct BookStatus: Sendable {
  /// Where the file is.
  public let path: String
  /// Whether it is a fictional one.
  public let isDemo: Bool
  /// How many creators it holds.
  public let creators: Int64
  /// How many saved shortlists it holds.
  public let shortlists: Int64
  /// How many orders it holds.
  public let orders: Int64

  /// The same as a list of one row.
  public var listing: Listing {
    Listing(
      columns: [
        .init("book", "Book"), .init("demo", "Fictional"), .init("creators", "Creators", .integer),
        .init("shortlists", "Shortlists", .integer), .init("orders", "Orders", .integer),
      ],
      rows: [
        [
          .text(path), .text(isDemo ? "yes" : "no"), .integer(creators), .integer(shortlists),
          .integer(orders),
        ]
      ])
  }
}

extension OpenBook {
  /// What is in the book, in numbers.
  public func status() throws -> BookStatus {
    try book.snapshot {
      BookStatus(
        path: path, isDemo: try book.isDemo(), creators: try book.creators.count(),
        shortlists: try book.shortlistCount(), orders: try book.orderCount())
    }
  }
}
