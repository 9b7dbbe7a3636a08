import Domain
import SQLite

extension Row {
  /// The day in a column; one that no calendar has, which only another program writes, is the last or
  /// first that can be told.
  func day(_ column: Int32) -> Day { Day(number: Int32(clamping: int64(column))) }

  /// The day in a column, `nil` for NULL.
  func dayOrNil(_ column: Int32) -> Day? { isNull(column) ? nil : day(column) }
}
