import Store

/// What undoing a change did.
public struct UndoReceipt: Sendable {
  /// The number of the undoing, which is a change itself.
  public let change: Int64
  /// The change that was taken back.
  public let undone: Int64
  /// What that change was, such as `import mcn.csv`.
  public let command: String
  /// Creators taken out again.
  public let creatorsOut: Int64
  /// Creators brought back.
  public let creatorsBack: Int64
  /// Creators of whom what is known is as it was.
  public let cardsBack: Int64
  /// Figures, quotes, ratings, notes and labels taken out again.
  public let valuesOut: Int64
  /// The same, brought back.
  public let valuesBack: Int64
  /// Whether nothing of it was kept.
  public let isDryRun: Bool

  init(change: Int64, undone set: ChangeSet, _ rows: UndoneRows, isDryRun: Bool) {
    (self.change, undone, command) = (change, set.number, set.command)
    (creatorsOut, creatorsBack) = (rows.creatorsRemoved, rows.creatorsRestored)
    (valuesOut, valuesBack) = (rows.rowsRemoved, rows.rowsRestored)
    (cardsBack, self.isDryRun) = (rows.cardsRestored, isDryRun)
  }

  /// The same as a list of one row.
  public var listing: Listing {
    Listing(
      columns: [
        .init("change", "Change", .integer), .init("undoes", "Undoes", .integer),
        .init("command", "Command"), .init("creators_out", "Creators out", .integer),
        .init("creators_back", "Creators back", .integer),
        .init("cards_back", "Cards as they were", .integer),
        .init("values_out", "Values out", .integer), .init("values_back", "Values back", .integer),
        .init("dry_run", "Dry run"),
      ],
      rows: [
        [
          .integer(change), .integer(undone), .text(command), .integer(creatorsOut),
          .integer(creatorsBack), .integer(cardsBack), .integer(valuesOut), .integer(valuesBack),
          .text(isDryRun ? "yes" : "no"),
        ]
      ])
  }
}
