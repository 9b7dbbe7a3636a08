public import Domain
import SQLite

extension Failure {
  /// Any error of the rooms in words: SQLite's codes become what a person can act on.
  public init(explaining error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as SQLiteError: self = Self.explain(error)
    default: self.init(.failed, "\(error)")
    }
  }

  private static func explain(_ error: SQLiteError) -> Failure {
    switch error.primaryCode {
    case ResultCode.busy, ResultCode.locked:
      Failure(
        .busy, "another program is writing to the book", next: "try again when it has finished")
    case ResultCode.full:
      Failure(
        .inputOutput, "the disk is full; nothing was changed", next: "make room and try again")
    case ResultCode.readOnly:
      Failure(.inputOutput, "the book is write-protected", next: "check the file's permissions")
    case ResultCode.cannotOpen:
      Failure(.inputOutput, "the book can't be opened", next: "check the path and its permissions")
    case ResultCode.ioError:
      Failure(.inputOutput, "reading or writing the book failed: \(error.message)")
    case ResultCode.corrupt:
      Failure(.inputOutput, "the book is damaged: \(error.message)", next: "restore a backup of it")
    case ResultCode.notADatabase:
      Failure(
        .foreign, "the file is not a kolbook book", next: "choose another file with --book")
    case ResultCode.interrupt:
      Failure(.interrupted, "stopped; nothing was changed")
    default:
      Failure(.failed, error.description)
    }
  }
}
