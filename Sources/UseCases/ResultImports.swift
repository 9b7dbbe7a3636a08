import Domain
import Store

extension OpenBook {
  /// The files of results that said something new, the newest first.
  public func resultImports() throws -> Listing {
    Listing(
      columns: [
        .init("import", "import", .integer), .init("day", "day"), .init("by", "by"),
        .init("file", "file"), .init("layout", "layout"), .init("rows", "rows", .integer),
        .init("added", "new", .integer), .init("sha256", "SHA-256"),
      ],
      rows: try book.results.imports().map { one in
        [
          .integer(one.number), .optional(one.at.day), .text(one.actor), .text(one.file),
          .text(one.layout), .integer(one.rows), .integer(one.added), .text(one.digest),
        ]
      })
  }

  /// Takes out what an import of results added. What it told of a note that others know too stays.
  public func forgetResults(_ number: Int64) throws {
    try book.transaction {
      guard try book.results.forget(number) else {
        throw Failure(
          .failed, "there is no import \(number) of results",
          next: "see those there are with: kolbook results imports")
      }
    }
  }
}
