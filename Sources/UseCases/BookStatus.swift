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
