import Domain
import Interchange

extension ShortlistRequest {
  /// A request as it was kept with a list.
  ///
  /// - Throws: ``Failure`` when the text is not one that this program wrote.
  init(stored text: String) throws {
    do {
      try self.init(JSON.parse(Array(text.utf8)))
    } catch let problem as Failure {
      throw problem
    } catch {
      throw Self.unreadable("JSON")
    }
  }

  private init(_ json: JSON) throws {
    self.init(budget: Money(fen: try Self.integer(json, "budget_fen")))
    measure = try Self.word(json, "by", Measure.init(rawValue:))
    aim = try Self.word(json, "objective", Aim.init(rawValue:))
    // Lists from before there were measured rates don't say it.
    engagement = Self.text(json["engagement"]).flatMap(Engagement.init(rawValue:)) ?? .claimed
    let shares = try Self.word(json, "mix") { text in
      text.split(separator: "/").compactMap { try? Share(percentText: String($0)) }
    }
    guard shares.count == Band.allCases.count else { throw Self.unreadable("mix") }
    mix = Dictionary(uniqueKeysWithValues: zip(Band.allCases, shares))
    tolerance = try Self.word(json, "tolerance") { try? Share(percentText: $0) }
    isStrict = json["rounding"] == .string("strict")
    for text in Self.words(json, "counts") { try readCount(text) }
    if case .array(let ends) = json["bands"], ends.count == 2 {
      let numbers = ends.compactMap(Self.integer)
      guard numbers.count == 2 else { throw Self.unreadable("bands") }
      bounds = (numbers[0], numbers[1])
    }
    base = Self.text(json["base"])
    minimumUse = Self.text(json["min_use"]).flatMap { try? Share(percentText: $0) }
    categories = Self.words(json, "categories")
    include = Self.words(json, "include")
    exclude = Self.words(json, "exclude")
    formats = Set(Self.words(json, "formats").compactMap { NoteFormat(rawValue: $0) })
    if case .number(let stars) = json["min_rating"] {
      minRatingHundredths = try? Money(yuanText: stars).fen
    }
    minEngagement = json["min_engagement_bp"].flatMap(Self.integer)
    maxFee = json["max_fee_fen"].flatMap(Self.integer).map { Money(fen: $0) }
    maxPerMCN = json["max_per_mcn"].flatMap(Self.integer).map { Int($0) }
    if case .array(let wishes) = json["category_min"] {
      categoryMinimums = try wishes.map { wish in
        guard let wish = CategoryWish(wish) else { throw Self.unreadable("category_min") }
        return wish
      }
    }
  }

  /// `koc=20-40`, as it was written.
  private mutating func readCount(_ text: String) throws {
    let sides = text.split(separator: "=")
    let ends = sides.last?.split(separator: "-").compactMap { Int($0) } ?? []
    guard sides.count == 2, let band = Band(rawValue: String(sides[0])), ends.count == 2,
      ends[0] <= ends[1]
    else { throw Self.unreadable("counts") }
    counts[band] = ends[0]...ends[1]
  }

  private static func text(_ json: JSON?) -> String? {
    if case .string(let text) = json { text } else { nil }
  }

  private static func integer(_ json: JSON) -> Int64? {
    if case .number(let digits) = json { Int64(digits) } else { nil }
  }

  private static func integer(_ json: JSON, _ name: String) throws -> Int64 {
    guard let number = json[name].flatMap(integer) else { throw unreadable(name) }
    return number
  }

  private static func words(_ json: JSON, _ name: String) -> [String] {
    if case .array(let words) = json[name] { words.compactMap(text) } else { [] }
  }

  private static func word<Value>(_ json: JSON, _ name: String, _ read: (String) -> Value?) throws
    -> Value
  {
    guard let value = text(json[name]).flatMap(read) else { throw unreadable(name) }
    return value
  }

  private static func unreadable(_ what: String) -> Failure {
    Failure(.foreign, "the request kept with the list can't be read: \(what)")
  }
}
