import Domain
import Store

/// What facts of rows are stamped with, each by a number: a list has few different ones.
struct RowStamps {
  struct Stamp: Hashable {
    let day: Day
    let source: [UInt8]
    /// What a rate is a part of.
    let base: EngagementRate.Base
    /// The last day of a price.
    let validUntil: Day?
  }

  private var known: [Stamp] = []
  private var numbers: [Stamp: Int16] = [:]
  private var last = 0

  subscript(number: Int16) -> Stamp { known[Int(number)] }

  /// The number of the stamp of a row's fact; `nil` when there are too many.
  mutating func number(_ fact: CreatorLoad.Fact?, _ row: CreatorRow) -> Int16? {
    guard let fact else { return 0 }
    if last < known.count, isSame(known[last], fact, row) { return Int16(last) }
    let stamp = Stamp(
      day: fact.day, source: Array(fact.source), base: row.base, validUntil: row.validUntil)
    if let number = numbers[stamp] {
      last = Int(number)
      return number
    }
    guard known.count < Int16.max else { return nil }
    last = known.count
    known.append(stamp)
    numbers[stamp] = Int16(last)
    return Int16(last)
  }

  private func isSame(_ stamp: Stamp, _ fact: CreatorLoad.Fact, _ row: CreatorRow) -> Bool {
    stamp.day == fact.day && stamp.base == row.base && stamp.validUntil == row.validUntil
      && stamp.source.count == fact.source.count && stamp.source.elementsEqual(fact.source)
  }
}
