public import Domain
import Store

extension OpenBook {
  /// Records a CSV file of order events, all of them or none.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for the problems.
  ///   - skipRefused: records what the rules allow and lists what they refuse; a file with cells
  ///     that can't be read is still recorded not at all.
  ///   - rounding: what becomes of amounts finer than a fen.
  /// - Throws: ``Failure`` of kind `badInput` with every problem and its line.
  public func importOrders(
    _ bytes: [UInt8], file: String, skipRefused: Bool, rounding: FenRounding = .refuse
  ) throws -> OrderImport {
    try book.expectManyWrites()
    return try book.transaction {
      var importer = try OrderImporter(
        book: book, now: now, actor: actor, file: file, skipsRefused: skipRefused,
        rounding: rounding)
      return try importer.run(bytes)
    }
  }
}
