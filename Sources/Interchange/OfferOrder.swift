import Domain

/// Puts the creators of a list in the byte order of their ids, and their offers behind each other.
extension OfferList {
  mutating func order() {
    let order = Self.order(people.map(\.id), texts.bytes)
    var places = [Int32](repeating: 0, count: people.count)
    var sorted: [(id: CellPool.Place, nickname: CellPool.Place)] = []
    sorted.reserveCapacity(people.count)
    for old in order {
      let person = people[Int(old)]
      if sorted.last.map({ texts.isSame($0.id, person.id) }) != true { sorted.append(person) }
      places[Int(old)] = Int32(sorted.count - 1)
    }
    people = sorted
    for row in rows.indices { rows[row].creator = places[Int(rows[row].creator)] }
    group()
    mergeAgencies()
    dropRepeated()
  }

  /// Rows by creator, then by format, then as they stand in the file.
  private mutating func group() {
    var starts = [Int32](repeating: 0, count: people.count * 2 + 1)
    let key = { (row: Row) in Int(row.creator) * 2 + (row.format == .image ? 0 : 1) }
    for row in rows { starts[key(row) + 1] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var order = [Int32](repeating: 0, count: rows.count)
    for (place, row) in rows.enumerated() {
      order[Int(starts[key(row)])] = Int32(place)
      starts[key(row)] += 1
    }
    rows = order.map { [rows] in rows[Int($0)] }
  }

  /// Different spellings of one agency get one number.
  private mutating func mergeAgencies() {
    var names = [""]
    var numbers: [String: Int32] = ["": 0]
    let merged = agencies.map { name -> Int32 in
      if let number = numbers[name] { return number }
      names.append(name)
      numbers[name] = Int32(names.count - 1)
      return Int32(names.count - 1)
    }
    guard names.count < agencies.count else { return }
    agencies = names
    for row in rows.indices { rows[row].agency = merged[Int(rows[row].agency)] }
  }

  /// A row that repeats another is dropped; one that says something else of the same offer, or of how
  /// many followers its creator has, is a problem.
  private mutating func dropRepeated() {
    var kept = 0
    for row in rows.indices {
      let new = rows[row]
      if kept > 0, case let old = rows[kept - 1], old.creator == new.creator {
        if old.followers != new.followers {
          problems.add(contradiction(new, "\(new.followers) followers", old, "\(old.followers)"))
          continue
        }
        if old.format == new.format {
          if !old.saysTheSame(as: new) {
            problems.add(contradiction(new, "another \(new.format) offer", old, "the same offer"))
          }
          continue
        }
      }
      rows[kept] = new
      kept += 1
    }
    rows.removeLast(rows.count - kept)
  }

  private func contradiction(_ new: Row, _ found: String, _ old: Row, _ wanted: String)
    -> ImportProblem
  {
    ImportProblem(
      file: file, line: Int(max(new.line, old.line)), column: nil,
      found: "\(found) of \(id(of: new.creator))",
      wanted: "\(wanted), as line \(min(new.line, old.line)) says")
  }

  /// The places in the byte order of the texts; of equal texts the earlier place is first.
  private static func order(_ places: [CellPool.Place], _ bytes: [UInt8]) -> [Int32] {
    bytes.withUnsafeBufferPointer { bytes in
      let shared = sharedPrefix(places, bytes)
      var keys = places.enumerated().map { number, place in
        (key: key(place.range.dropFirst(shared), bytes), place: Int32(number))
      }
      let isBefore = { (left: (key: UInt64, place: Int32), right: (key: UInt64, place: Int32)) in
        if left.key != right.key { return left.key < right.key }
        let (first, second) = (places[Int(left.place)].range, places[Int(right.place)].range)
        for (one, other) in zip(first, second) where bytes[one] != bytes[other] {
          return bytes[one] < bytes[other]
        }
        return (first.count, left.place) < (second.count, right.place)
      }
      keys.sort(by: isBefore)
      return keys.map(\.place)
    }
  }

  /// How many bytes all texts begin with.
  private static func sharedPrefix(
    _ places: [CellPool.Place], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    guard let first = places.first?.range else { return 0 }
    var shared = first.count
    for place in places {
      let range = place.range
      shared = min(shared, range.count)
      var same = 0
      while same < shared, bytes[range.lowerBound + same] == bytes[first.lowerBound + same] {
        same += 1
      }
      shared = same
      if shared == 0 { break }
    }
    return shared
  }

  /// The first eight bytes as a number in their order; zeros behind the end.
  private static func key(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for place in range.prefix(8) { key = key << 8 | UInt64(bytes[place]) }
    return key << UInt64(8 * (8 - min(range.count, 8)))
  }
}

extension OfferList.Row {
  fileprivate func saysTheSame(as other: OfferList.Row) -> Bool {
    (ratingWeightPercent, ratingHundredths, engagementBasisPoints, agency, categories)
      == (
        other.ratingWeightPercent, other.ratingHundredths, other.engagementBasisPoints,
        other.agency, other.categories
      ) && quoteFen == other.quoteFen
  }
}
