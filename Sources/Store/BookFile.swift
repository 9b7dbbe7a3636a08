import Domain
import SQLite

/// A book's file on its way to a connection.
enum BookFile {
  /// Opens or makes the file, and says which one it was when that fails.
  ///
  /// - Parameter draft: where the book of that path is built, when that is elsewhere.
  static func connect(
    _ path: String, _ access: Connection.Access, draft: String? = nil
  ) throws -> Connection {
    do {
      return try Connection(path: draft ?? path, access: access)
    } catch {
      switch error.primaryCode {
      case ResultCode.cannotOpen where access == .create:
        throw Failure(
          .cannotCreate, "\(path) can't be made", next: "check the folder and its permissions")
      case ResultCode.cannotOpen:
        throw Failure(
          .inputOutput, "\(path) can't be opened", next: "check that it is a file you may read")
      case ResultCode.readOnly:
        throw Failure(
          .inputOutput, "\(path) is write-protected", next: "check the permissions of the file")
      case ResultCode.notADatabase:
        throw notABook(path)
      default: throw error
      }
    }
  }

  /// What is said of a file that something else wrote.
  static func notABook(_ path: String) -> Failure {
    Failure(
      .foreign, "\(path) is not a kolbook book",
      next: "choose another file with --book, or make a book with: kolbook init --book NEW.db")
  }
}
