public import Domain
import Interchange
import Store

extension OpenBook {
  /// Makes a fictional book: creators, ratings and two quarters of orders from the seed, taken in as a
  /// person's own lists and event files are.
  ///
  /// - Parameters:
  ///   - id: 16 random bytes.
  ///   - replacing: whether a fictional book that is there may go; any other file never may.
  /// - Returns: what is in it.
  /// - Throws: ``Failure`` of kind `cannotCreate` when the place is taken.
  public static func makeDemo(
    at path: String, id: [UInt8], now: Moment, replacing: Bool
  ) throws -> BookStatus {
    let fill = { (book: Book) in
      try fillReference(of: book)
      try OpenBook(book: book, now: now, actor: "lin").fillDemo()
    }
    do {
      if replacing {
        try Book.replaceDemo(at: path, id: id, now: now, fill: fill)
      } else {
        try Book.create(at: path, id: id, isDemo: true, now: now, fill: fill)
      }
    } catch let failure as Failure where failure.kind == .cannotCreate && !replacing {
      throw Failure(
        .cannotCreate, failure.sentence,
        next: "kolbook demo NEW.db, or to make a fictional book anew: kolbook demo --force")
    }
    return try OpenBook(path: path, now: now, actor: "lin").status()
  }

  private func fillDemo() throws {
    let creators = "demo_creator.csv"
    _ = try fileLists([InputFile(name: creators, bytes: Seed.bytes(creators))], .init(), today)
    try book.record("import demo_rating.csv", by: actor, at: now) {
      ((), .lists(try fillDemoRatings()))
    }
    let orders = "demo_order.csv"
    var importer = try OrderImporter(
      book: book, now: now, actor: actor, file: orders, skipsRefused: false,
      recordsWhenItHappens: true)
    _ = try importer.run(Seed.bytes(orders))
  }

  private func fillDemoRatings() throws -> ImportedLists {
    let file = "demo_rating.csv"
    let table = try SeedTable(file)
    let columns = ["creator_id", "rater", "rated_on", "stars", "verdict", "ceiling", "comment"]
    guard table.header == columns else {
      throw Failure(.failed, "seed demo_rating.csv has other columns than a rating")
    }
    var rated: Set<CreatorKey> = []
    for row in table.rows {
      guard let key = try book.creators.key(id: CreatorID(row[0])), let day = Day(row[2]) else {
        throw Failure(.failed, "seed demo_rating.csv rates an unknown creator, or on no day")
      }
      let ceiling = row[5].isEmpty ? nil : try Money(yuanText: row[5])
      let rating = Rating(
        rater: row[1], day: day, stars: Int64(row[3]),
        verdict: Verdict(code: row[4], ceiling: ceiling), comment: row[6])
      try book.ratings.record(rating, of: key)
      rated.insert(key)
    }
    return ImportedLists(
      files: file, layout: "kolbook", encoding: "UTF-8", added: 0, updated: rated.count,
      unchanged: 0)
  }
}
