/// Rows in memory that SQL can read as a table: see ``Connection/run(_:reading:_:)``.
///
/// Cells are appended from left to right, row by row; texts are copied.
public struct LentRows {
  /// A number, or a text by where it lies.
  struct Cell {
    static let null: Int32 = -2
    static let number: Int32 = -1

    /// The number, or where the text starts.
    let value: Int64
    /// How many bytes the text has, or what else the cell is.
    let kind: Int32
  }

  /// How many columns a row has.
  let width: Int
  private(set) var cells: [Cell] = []
  private(set) var texts: [UInt8] = []

  /// No rows yet.
  ///
  /// - Precondition: `columns` is 1 through 12.
  public init(columns: Int) {
    precondition((1...LentTable.mostColumns).contains(columns), "columns out of range")
    width = columns
  }

  /// The number of whole rows.
  public var count: Int { cells.count / width }

  /// Appends a whole number.
  public mutating func append(_ number: Int64) {
    cells.append(Cell(value: number, kind: Cell.number))
  }

  /// Appends a whole number, or NULL for `nil`.
  public mutating func append(orNull number: Int64?) {
    if let number { append(number) } else { cells.append(Cell(value: 0, kind: Cell.null)) }
  }

  /// Appends text from its UTF-8 bytes, which the caller vouches for.
  public mutating func append(utf8 text: UnsafeRawBufferPointer) {
    cells.append(Cell(value: Int64(texts.count), kind: Int32(text.count)))
    texts.append(contentsOf: text)
  }

  /// Appends text.
  public mutating func append(_ text: String) {
    cells.append(Cell(value: Int64(texts.count), kind: Int32(text.utf8.count)))
    texts.append(contentsOf: text.utf8)
  }

  /// Forgets all rows; their memory stays for the next ones.
  public mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }
}
