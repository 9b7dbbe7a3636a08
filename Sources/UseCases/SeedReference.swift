import Domain
import Store

/// The reference data as shipped, for planning without a book.
enum SeedReference {
  static func tierTable() throws -> TierTable {
    let tiers = try rows("tier").compactMap { row -> Tier? in
      guard let band = Band(rawValue: row["band"] ?? ""), let least = number(row, "min_followers"),
        let low = number(row, "usual_fee_low_fen"), let high = number(row, "usual_fee_high_fen")
      else { return nil }
      return Tier(
        code: row["code"] ?? "", name: row["name"] ?? "", chineseName: row["chinese_name"] ?? "",
        band: band, minFollowers: least, usualFee: Money(fen: low)...Money(fen: high))
    }
    guard let table = TierTable(tiers.sorted { $0.minFollowers < $1.minFollowers }) else {
      throw unreadable("tier")
    }
    return table
  }

  static func feeSchedule() throws -> FeeSchedule {
    FeeSchedule(
      try rows("fee_rate").map { row in
        guard let side = FeeRate.Side(rawValue: row["side"] ?? ""),
          let mode = FeeRate.Mode(rawValue: row["mode"] ?? ""),
          let from = Day(row["from_date"] ?? ""), let rate = number(row, "rate_bp")
        else { throw unreadable("fee_rate") }
        return FeeRate(
          side: side, mode: mode, from: from, share: Share(basisPoints: rate),
          source: row["source"] ?? "")
      })
  }

  static func categoryWords() throws -> CategoryWords {
    var codes: [String: String] = [:]
    for row in try rows("category_word") {
      codes[(row["word"] ?? "").lowercased()] = row["category"]
    }
    for row in try rows("category") {
      for column in ["code", "name", "chinese_name"] {
        codes[(row[column] ?? "").lowercased()] = row["code"]
      }
    }
    return CategoryWords(codes: codes)
  }

  private static func rows(_ name: String) throws -> [[String: String]] {
    let table = try SeedTable("\(name).csv")
    return table.rows.map { cells in
      Dictionary(zip(table.header, cells)) { first, _ in first }
    }
  }

  private static func number(_ row: [String: String], _ column: String) -> Int64? {
    row[column].flatMap { Int64($0) }
  }

  private static func unreadable(_ name: String) -> Failure {
    Failure(.failed, "seed \(name).csv can't be read")
  }
}
