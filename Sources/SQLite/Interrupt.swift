internal import CSQLite

extension Connection {
  /// Asks `check` every few thousand instructions of SQLite's machine; when it says true, the
  /// running statement fails with `ResultCode.interrupt`, and a transaction around it rolls back.
  ///
  /// `check` runs on the connection's thread and must not use the connection. A later call
  /// replaces the check. BEGIN, COMMIT and ROLLBACK of `transaction` are never interrupted; but a
  /// statement that writes outside a transaction may have been done when it says interrupted.
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
  /// True while BEGIN, COMMIT or ROLLBACK runs.
  var isHeld = false

  var shouldStop: Bool { !isHeld && check() }
}
