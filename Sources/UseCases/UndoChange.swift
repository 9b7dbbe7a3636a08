import Domain
import Store

extension OpenBook {
  /// Takes back what one command changed about creators: all of it, or nothing.
  ///
  /// Taking back an undoing does the change again.
  ///
  /// - Parameter number: the change; `nil` for the newest.
  /// - Throws: ``Failure`` that says what builds on the change.
  @discardableResult
  public func undo(_ number: Int64?, isDryRun: Bool = false) throws -> UndoReceipt {
    try book.transaction(isDryRun: isDryRun) {
      let set = try changeSet(number)
      guard set.canUndo else {
        throw Failure(
          .failed,
          "change \(set.number) (\(set.command)) was made before this book kept what "
            + "imports overwrite, so it can't be undone",
          next: "import a corrected list, or go back to a copy of the book")
      }
      if let other = set.undoneBy {
        throw Failure(
          .failed, "change \(set.number) (\(set.command)) is undone already, by change \(other)",
          next: "to make it again: " + CommandText.line("undo", "\(other)"))
      }
      do {
        let rows = try book.undo(set, by: actor, at: now)
        let newest = try book.changes.newest(1).first
        return UndoReceipt(
          change: newest?.number ?? 0, undone: set, rows, isDryRun: isDryRun)
      } catch let obstacle as ChangeObstacle {
        throw Self.refused(set, obstacle)
      }
    }
  }

  /// The change of this number, or the newest.
  func changeSet(_ number: Int64?) throws -> ChangeSet {
    let newest = try book.changes.newest(1).first
    guard let newest else {
      throw Failure(.failed, "no command has changed anything about creators yet")
    }
    guard let number else { return newest }
    guard let set = try book.changes.set(number) else {
      throw Failure(
        .failed, "there is no change \(number); the newest is \(newest.number)",
        next: "see them with: kolbook log")
    }
    return set
  }

  private static func refused(_ set: ChangeSet, _ obstacle: ChangeObstacle) -> Failure {
    let (why, next): (String, String) =
      switch obstacle {
      case .order(let order, let creator):
        (
          "order \(order) is booked for \(creator), whom it added, and orders are never undone",
          CommandText.line("order", "show", order)
        )
      case .shortlist(let list, let creator):
        (
          "the shortlist \(list) has \(creator), whom it added",
          CommandText.line("shortlist", "delete", list) + ", and undo again"
        )
      case .later(let later, let creator):
        (
          "change \(later.number) (\(later.command)) came after it and builds on it: \(creator)",
          CommandText.line("undo", "\(later.number)")
        )
      case .closed(let order, let creator):
        (
          "the books were closed since, with order \(order) of \(creator), whom it changed",
          "kolbook reopen QUARTER --reason WHY, and undo again"
        )
      case .changed(let what):
        ("\(what) is no longer as it left it", CommandText.line("log", "\(set.number)"))
      }
    return Failure(
      .failed, "change \(set.number) (\(set.command)) can't be undone: \(why)", next: next)
  }
}
