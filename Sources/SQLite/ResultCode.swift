internal import CSQLite

/// The result codes of SQLite that callers tell apart, by the name the C manual gives them.
///
/// Compare the first group with `SQLiteError.primaryCode`, the constraints with its `code`.
public enum ResultCode {
  /// A plain error: usually the SQL itself.
  public static let error = SQLITE_ERROR
  /// Another connection holds a lock, and still did after the busy timeout.
  public static let busy = SQLITE_BUSY
  /// This connection itself is in the way, such as a table dropped while it is being read.
  public static let locked = SQLITE_LOCKED
  /// The file can be read but not written.
  public static let readOnly = SQLITE_READONLY
  /// A query was stopped by `Connection.interrupt(when:)`.
  public static let interrupt = SQLITE_INTERRUPT
  /// The operating system could not read or write.
  public static let ioError = SQLITE_IOERR
  /// The file is damaged.
  public static let corrupt = SQLITE_CORRUPT
  /// The disk, or the book's page limit, is full.
  public static let full = SQLITE_FULL
  /// The file could not be opened.
  public static let cannotOpen = SQLITE_CANTOPEN
  /// A value is too big for SQLite.
  public static let tooBig = SQLITE_TOOBIG
  /// A rule of the schema refused the values.
  public static let constraint = SQLITE_CONSTRAINT
  /// A value is not of the kind that was asked for: NULL, NaN, or text that is not UTF-8.
  public static let mismatch = SQLITE_MISMATCH
  /// The interface was used wrongly, such as a second statement in one SQL text.
  public static let misuse = SQLITE_MISUSE
  /// A parameter's index is out of range.
  public static let range = SQLITE_RANGE
  /// The file is not a SQLite database.
  public static let notADatabase = SQLITE_NOTADB

  /// A CHECK refused a row.
  public static let constraintCheck = kb_constraint_check
  /// A STRICT column refused a value's type.
  public static let constraintDatatype = kb_constraint_datatype
  /// A row points to a row that is not there, or is pointed to by one that stays.
  public static let constraintForeignKey = kb_constraint_foreign_key
  /// NULL in a NOT NULL column.
  public static let constraintNotNull = kb_constraint_not_null
  /// The primary key is taken.
  public static let constraintPrimaryKey = kb_constraint_primary_key
  /// A row id is taken.
  public static let constraintRowID = kb_constraint_rowid
  /// A trigger refused with RAISE.
  public static let constraintTrigger = kb_constraint_trigger
  /// A UNIQUE index refused a row.
  public static let constraintUnique = kb_constraint_unique
}
