import Store

/// Thrown to roll a dry run back.
private struct Rehearsed<Result: Sendable>: Error {
  let result: Result
}

extension Book {
  /// Runs several writes as one; a dry run does all of it and keeps nothing.
  func transaction<R: Sendable>(isDryRun: Bool, _ body: () throws -> R) throws -> R {
    do {
      return try transaction {
        let result = try body()
        if isDryRun { throw Rehearsed(result: result) }
        return result
      }
    } catch let rehearsed as Rehearsed<R> {
      return rehearsed.result
    }
  }
}
