public import Domain
import SQLite

/// One open book: a file, and a store for each kind of thing in it.
///
/// Reads and writes go through the stores. Whatever must hold together goes into one ``transaction(_:)``.
public final class Book {
  /// Where the file is.
  public let path: String
  let connection: Connection
  /// The number of the change set that is being recorded; the stores put it on what they add.
  private(set) var change: Int64?

  /// Which books have so many notes that reports read them in two parts.
  var noteRule = AtOnce.Rule(fewest: 10_000)

  init(path: String, connection: Connection) {
    self.path = path
    self.connection = connection
  }

  /// Opens a book, upgrading an older one after a verified backup beside it.
  ///
  /// - Throws: ``Failure`` when there is no file, it is not a book, or it is a newer one.
  public static func open(at path: String) throws -> Book {
    try open(at: path, migrations: Migration.known)
  }

  static func open(at path: String, migrations: [Migration]) throws -> Book {
    guard FileStatus.exists(path) else {
      throw Failure(
        .inputOutput, "there is no book at \(path)",
        next: "make one with: kolbook init, or try a fictional one with: kolbook demo")
    }
    let connection = try BookFile.connect(path, .readWrite)
    try Migrator(connection: connection, path: path, migrations: migrations).prepare()
    try connection.run(script: "PRAGMA synchronous = FULL")
    return Book(path: path, connection: connection)
  }

  /// Makes a new book and fills it; a file already there is never touched.
  ///
  /// The book is built beside its place and named last, so a half-made one is never found there.
  ///
  /// - Parameters:
  ///   - id: 16 random bytes that tell this book from every other.
  ///   - fill: puts in what a new book starts with; all of it happens in one transaction.
  public static func create(
    at path: String, id: [UInt8], isDemo: Bool, now: Moment, fill: (Book) throws -> Void
  ) throws {
    try create(at: path, id: id, isDemo: isDemo, now: now, migrations: Migration.known, fill: fill)
  }

  static func create(
    at path: String, id: [UInt8], isDemo: Bool, now: Moment, migrations: [Migration],
    fill: (Book) throws -> Void
  ) throws {
    guard !FileStatus.exists(path) else { throw taken(path) }
    let header = Header(id: id, isDemo: isDemo, created: now)
    try build(for: path, header, migrations: migrations, fill: fill) { draft in
      guard FileStatus.publish(draft, as: path) else { throw taken(path) }
    }
  }

  /// What a book says of itself.
  struct Header {
    let id: [UInt8]
    let isDemo: Bool
    let created: Moment
  }

  /// Builds a book beside its place; once it is whole and closed, `publish` gives it its name.
  static func build(
    for path: String, _ header: Header, migrations: [Migration], fill: (Book) throws -> Void,
    publish: (_ draft: String) throws -> Void
  ) throws {
    // The book's own id in the name: nobody else's file is called so, nor another program's draft.
    let draft = "\(path).\(header.id.map { String($0, radix: 16) }.joined()).new"
    defer { for end in ["", "-wal", "-shm", "-journal"] { FileStatus.remove(draft + end) } }
    do {
      let connection = try BookFile.connect(path, .create, draft: draft)
      try startLog(connection, path)
      try Migrator(connection: connection, path: draft, migrations: migrations).migrate(from: 0)
      let book = Book(path: draft, connection: connection)
      try book.transaction {
        try connection.run(
          "INSERT INTO book (one, book_id, created_utc, is_demo) VALUES (1, ?, ?, ?)",
          header.id, header.created.utcSeconds, header.isDemo)
        try fill(book)
      }
      // The log is left behind, so all of it must be in the file; closing wouldn't say it isn't.
      guard try connection.emptyWriteAheadLog() else {
        throw Failure(
          .busy, "another program has \(draft) open", next: "try again when it is closed")
      }
    }
    try publish(draft)
  }

  /// Runs several writes as one: all of them happen, or none.
  public func transaction<R>(_ body: () throws -> R) throws -> R {
    try connection.transaction(body)
  }

  /// Gives SQLite the memory for one large transaction: what doesn't fit is written to the log early, and
  /// read from there again.
  public func expectManyWrites() throws {
    try connection.run(script: "PRAGMA cache_size = -262144")
  }

  /// Runs several writes as one change set, in one transaction.
  public func change<R>(
    _ command: String, by actor: String, at moment: Moment, _ body: () throws -> (R, ChangeScope)
  ) throws -> R {
    try transaction { try record(command, by: actor, at: moment, body) }
  }

  /// Records what `body` changes about creators as one change set, inside a transaction of the caller;
  /// a set that changed nothing leaves no trace.
  ///
  /// - Parameters:
  ///   - command: what was done, in the words of the command line.
  ///   - body: gives its result, and whom or what the set is about.
  public func record<R>(
    _ command: String, by actor: String, at moment: Moment, _ body: () throws -> (R, ChangeScope)
  ) throws -> R {
    precondition(change == nil, "a change set inside a change set")
    let number = try changes.begin(command, by: actor, at: moment)
    change = number
    defer { change = nil }
    let (result, scope) = try body()
    try changes.finish(number, scope)
    return result
  }

  /// Runs several reads against one state of the book.
  public func snapshot<R>(_ body: () throws -> R) throws -> R {
    try connection.snapshot(body)
  }

  /// Asks `check` now and then during long work; when it says `true`, the work fails as interrupted.
  public func interrupt(when check: @escaping () -> Bool) {
    connection.interrupt(when: check)
  }

  /// Brings the index of names up to date if more than `limit` creators are outside of it; if another program
  /// is writing, a later search does.
  ///
  /// - Parameters:
  ///   - day: today.
  ///   - progress: told after every thousand names how many were read, and of how many.
  public func refreshSearch(
    over limit: Int64 = SearchStore.openLimit, on day: Day, _ pinyin: () throws -> Pinyin,
    progress: (Int, Int) -> Void
  ) throws {
    guard try search.staleCount() > limit else { return }
    let pinyin = try pinyin()
    do {
      try transaction { try search.refresh(pinyin, on: day, progress: progress) }
    } catch let problem as SQLiteError where problem.primaryCode == ResultCode.busy {}
  }

  /// Whether the book is a fictional one.
  public func isDemo() throws -> Bool {
    try connection.first("SELECT is_demo FROM book") { row in row.int64(0) == 1 } ?? false
  }

  /// How many shortlists are kept.
  public func shortlistCount() throws -> Int64 {
    try connection.first("SELECT count(*) FROM shortlist") { row in row.int64(0) } ?? 0
  }

  /// How many orders are booked, whatever became of them.
  public func orderCount() throws -> Int64 {
    try connection.first("SELECT count(*) FROM orders") { row in row.int64(0) } ?? 0
  }

  /// Who the creators are.
  public var creators: CreatorStore { CreatorStore(connection: connection, change: change) }
  /// Creators row by row, for large lists; all of one list go through one.
  public var load: CreatorLoad { CreatorLoad(connection: connection, change: change) }
  /// Creators at a glance.
  public var summaries: SummaryStore { SummaryStore(connection: connection) }
  /// Creators by parts of their names.
  public var search: SearchStore { SearchStore(connection: connection) }
  /// The numbers of all creators, for planning.
  public var figures: FigureStore { FigureStore(connection: connection) }
  /// Categories, tags, contacts.
  public var labels: LabelStore { LabelStore(connection: connection, change: change) }
  /// Followers, engagement, medians over time.
  public var facts: FactStore { FactStore(connection: connection, change: change) }
  /// Quotes over time.
  public var quotes: QuoteStore { QuoteStore(connection: connection, change: change) }
  /// Ratings over time.
  public var ratings: RatingStore { RatingStore(connection: connection, change: change) }
  /// Notes over time.
  public var notes: NoteStore { NoteStore(connection: connection, change: change) }
  /// Blocks and conflict windows.
  public var exclusions: ExclusionStore { ExclusionStore(connection: connection, change: change) }
  /// Orders and the fee books.
  public var ledger: LedgerStore { LedgerStore(connection: connection) }
  /// Pugongying's statements.
  public var statements: StatementStore { StatementStore(connection: connection) }
  /// The invoices of orders.
  public var fapiaos: FapiaoStore { FapiaoStore(connection: connection) }
  /// Shortlists as they were decided.
  public var shortlists: ShortlistStore { ShortlistStore(connection: connection) }
  /// Campaigns and what hangs on them.
  public var campaigns: CampaignStore { CampaignStore(connection: connection) }
  /// Tiers, categories, fee rates, benchmarks, playbook.
  public var reference: ReferenceStore { ReferenceStore(connection: connection) }
  /// Creators who may be one person.
  public var duplicates: DuplicateStore { DuplicateStore(connection: connection) }
  /// What came of notes.
  public var results: ResultStore { ResultStore(connection: connection) }
  /// What commands changed about creators.
  public var changes: ChangeStore { ChangeStore(connection: connection) }

  private static func startLog(_ connection: Connection, _ path: String) throws {
    guard try connection.useWriteAheadLog() else {
      throw Failure(
        .cannotCreate, "the disk of \(path) can't hold a write-ahead log (a network disk?)",
        next: "keep the book on a local disk")
    }
  }

  private static func taken(_ path: String) -> Failure {
    Failure(
      .cannotCreate, "\(path) is already there and was not touched",
      next: "choose another name with --book")
  }
}
