public import Domain
import Store

/// Which creators a person asks for, in a person's words.
public struct CreatorSearch: Sendable {
  /// A tier by code.
  public var tier: String?
  /// A band of the pyramid.
  public var band: Band?
  /// Words that find the creator, or are in notes on it.
  public var words: String?
  /// Everything else.
  public var filter = CreatorFilter()

  /// Everybody.
  public init() {}
}

extension OpenBook {
  /// The filter of a search: tiers and bands become follower ranges, category words become codes.
  ///
  /// - Throws: ``Failure`` of kind `usage` for a tier or category that the book does not know.
  func filter(_ search: CreatorSearch) throws -> CreatorFilter {
    var filter = search.filter
    let table = try book.reference.tierTable()
    var ranges: [Range<Int64>] = []
    if let code = search.tier { ranges.append(try Self.range(ofTier: code, in: table)) }
    if let band = search.band { ranges.append(try Self.range(of: band, in: table)) }
    for range in ranges {
      filter.minFollowers = max(filter.minFollowers ?? 0, range.lowerBound)
      filter.belowFollowers = min(filter.belowFollowers ?? .max, range.upperBound)
    }
    filter.categories = try filter.categories.map(categoryCode)
    return filter
  }

  /// The code of a category as a person writes it.
  func categoryCode(_ word: String) throws -> String {
    let word = Key.normalised(word)
    if let code = try book.reference.categoryWords()[word.lowercased()] { return code }
    if try book.labels.hasCategory(word) { return word }
    throw Failure(
      .usage, "the book knows no category \(word)",
      next: "see the categories with: kolbook reference show category")
  }

  private static func range(ofTier code: String, in table: TierTable) throws -> Range<Int64> {
    guard let place = table.tiers.firstIndex(where: { $0.code == code }) else {
      let known = table.tiers.map(\.code).joined(separator: ", ")
      throw Failure(.usage, "the tier table has no tier \(code); it has \(known)")
    }
    let above = table.tiers.dropFirst(place + 1).first?.minFollowers ?? .max
    return table.tiers[place].minFollowers..<above
  }

  private static func range(of band: Band, in table: TierTable) throws -> Range<Int64> {
    let places = table.tiers.indices.filter { table.tiers[$0].band == band }
    guard let first = places.first, let last = places.last, last - first + 1 == places.count else {
      throw Failure(.usage, "no tier is in the band \(band.rawValue), or they don't adjoin")
    }
    let above = table.tiers.dropFirst(last + 1).first?.minFollowers ?? .max
    return table.tiers[first].minFollowers..<above
  }
}
