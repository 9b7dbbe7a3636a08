import Domain
import UseCases

/// Which book, who works, and how a result is written: what every command is told.
///
/// A protocol, because the argument library's option types are costly to make where it is not used.
protocol BookChoice {
  var book: String? { get }
  var format: BookOptions.Format { get }
  var person: String? { get }
}

extension BookChoice {
  /// Where the book is: `--book`, else `KOLBOOK_BOOK`, else `kolbook.db` here.
  var path: String { book ?? Environment["KOLBOOK_BOOK"] ?? "kolbook.db" }

  /// Who works.
  func actor() throws -> String {
    let actor = Key.normalised(person ?? Environment.user)
    guard !actor.isEmpty else {
      throw Failure(.usage, "your name is empty", next: "say who you are with --as NAME")
    }
    return actor
  }

  /// Opens the book.
  func open() throws -> OpenBook {
    let actor = try actor()
    guard !path.isEmpty else {
      throw Failure(.usage, "the name of the book is empty", next: "name it with --book FILE")
    }
    let open = try OpenBook(path: path, now: try Environment.now(), actor: actor)
    open.interrupt(when: Interrupt.isAsked)
    return open
  }

  /// Writes a list in the chosen format.
  func write(_ listing: Listing) {
    switch format {
    case .table: Output.write(table: TableText.text(of: listing))
    case .csv: Output.write(bytes: listing.csv())
    case .tsv: Output.write(bytes: listing.tsv())
    case .json: Output.write(listing.json())
    }
  }

  /// Writes a list; where a person looks at an empty one, says on stderr what it is and what to do next.
  func write(_ listing: Listing, none: String, next: String?) {
    write(listing)
    if format == .table, listing.rows.isEmpty { Talk.say(none: none, next: next) }
  }

  /// Says what was done to a creator: words for people, one row for programs.
  func done(_ words: String, _ receipt: CreatorReceipt) {
    format == .table ? done(words) : write(receipt.listing)
  }

  /// Says that something was done: words on stderr, so that pipes get data only.
  func done(_ words: String) {
    Talk.say(words)
  }
}
