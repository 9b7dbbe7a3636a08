public import Domain
import SQLite

/// What is filed under a creator without a date: categories, tags, contacts.
public struct LabelStore {
  let connection: Connection
  let change: Int64?

  /// Files a creator under a category of the book, or one as a list wrote it; whether that was new.
  @discardableResult
  public func addCategory(_ category: String, to key: CreatorKey) throws -> Bool {
    try connection.run(
      "INSERT OR IGNORE INTO creator_category (creator_no, category, change_no) VALUES (?, ?, ?)",
      key.number, category, change) > 0
  }

  /// Takes a creator out of a category.
  public func removeCategory(_ category: String, of key: CreatorKey) throws {
    try ChangeStore(connection: connection).keepCategory(category, of: key, in: change)
    try connection.run(
      "DELETE FROM creator_category WHERE creator_no = ? AND category = ?", key.number, category)
  }

  /// A creator's categories, by code.
  public func categories(of key: CreatorKey) throws -> [String] {
    try connection.all(
      "SELECT category FROM creator_category WHERE creator_no = ? ORDER BY category", key.number
    ) { row in try row.text(0) }
  }

  /// Whether any creator is filed under a category.
  public func hasCategory(_ category: String) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM creator_category WHERE category = ? LIMIT 1", category
    ) { _ in true } ?? false
  }

  /// Puts a tag on a creator; whether that was new.
  @discardableResult
  public func addTag(_ tag: String, to key: CreatorKey) throws -> Bool {
    try connection.run(
      "INSERT OR IGNORE INTO creator_tag (creator_no, tag, change_no) VALUES (?, ?, ?)",
      key.number, tag, change) > 0
  }

  /// Takes a tag off a creator; whether it was there.
  @discardableResult
  public func removeTag(_ tag: String, from key: CreatorKey) throws -> Bool {
    try ChangeStore(connection: connection).keepTag(tag, of: key, in: change)
    return try connection.run(
      "DELETE FROM creator_tag WHERE creator_no = ? AND tag = ?", key.number, tag) > 0
  }

  /// A creator's tags, by name.
  public func tags(of key: CreatorKey) throws -> [String] {
    try connection.all(
      "SELECT tag FROM creator_tag WHERE creator_no = ? ORDER BY tag", key.number
    ) { row in try row.text(0) }
  }

  /// Keeps a way to reach a creator; whether it was new.
  @discardableResult
  public func addContact(_ contact: Contact, to key: CreatorKey) throws -> Bool {
    try connection.run(
      """
      INSERT OR IGNORE INTO creator_contact (creator_no, kind, value, change_no)
      VALUES (?, ?, ?, ?)
      """, key.number, contact.kind, contact.value, change) > 0
  }

  /// A creator's contacts, by kind and value.
  public func contacts(of key: CreatorKey) throws -> [Contact] {
    try connection.all(
      "SELECT kind, value FROM creator_contact WHERE creator_no = ? ORDER BY kind, value",
      key.number
    ) { row in Contact(kind: try row.text(0), value: try row.text(1)) }
  }
}
