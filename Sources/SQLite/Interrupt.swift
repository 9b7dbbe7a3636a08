internal import CSQLite

extension Connection {
  /// Asks `check` every few thousand instructions of SQLite's machine; when it says true, the
  /// running statement fails with `ResultCode.interrupt`, and a transaction around it rolls back.
  ///
  /// `check` runs on the connection's thread and must not use the connection. A later call
  /// replaces the check. A COMMIT that has begun is not interrupted.
  public func interrupt(when check: @escaping () -> Bool) {
    progress.check = check
    sqlite3_progress_handler(
      handle, 4_000,
      { context in
        guard let context else { return 0 }
        let progress = Unmanaged<Progress>.fromOpaque(context).takeUnretainedValue()
        return progress.shouldStop ? 1 : 0
      }, Unmanaged.passUnretained(progress).toOpaque())
  }
}

/// What SQLite's progress callback asks. The connection owns it and outlives the callback.
final class Progress {
  var check: () -> Bool = { false }
  private var isHeld = false

  var shouldStop: Bool { !isHeld && check() }

  /// Lets `body` finish, whatever the check says.
  func holding<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    isHeld = true
    defer { isHeld = false }
    return try body()
  }
}
