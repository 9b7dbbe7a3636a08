import Domain

/// The postings of one segment while they are gathered: creators come in ascending order.
struct SearchPostings {
  /// Open addressing over the tokens: one more than a token's place, 0 where there is none.
  private var table = [UInt32](repeating: 0, count: 1 << 16)
  private var tokens: [Int64] = []
  /// How many creators have the token, and the last of them.
  private var counts: [UInt32] = []
  private var last: [UInt32] = []
  /// The places of tokens and the creators, as they came, with where in the name the token is.
  private var entries: [(place: UInt32, number: UInt32)] = []

  /// Notes that a creator has a token; when it has it twice, the first place must be the best.
  ///
  /// - Parameters:
  ///   - number: of the creator within the segment, from 1.
  ///   - found: where in the name.
  mutating func add(_ token: Int64, _ number: UInt32, _ found: SearchPlace = .inside) {
    let place = place(of: token)
    guard last[place] != number else { return }
    last[place] = number
    counts[place] += 1
    entries.append((UInt32(place), number << 2 | UInt32(found.rawValue)))
  }

  private mutating func place(of token: Int64) -> Int {
    var slot = Self.slot(of: token, in: table.count)
    while table[slot] != 0 {
      let place = Int(table[slot]) - 1
      if tokens[place] == token { return place }
      slot = (slot + 1) & (table.count - 1)
    }
    tokens.append(token)
    counts.append(0)
    last.append(0)
    table[slot] = UInt32(tokens.count)
    if tokens.count * 2 > table.count { grow() }
    return tokens.count - 1
  }

  private mutating func grow() {
    table = [UInt32](repeating: 0, count: table.count * 2)
    for (place, token) in tokens.enumerated() {
      var slot = Self.slot(of: token, in: table.count)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = UInt32(place + 1)
    }
  }

  private static func slot(of token: Int64, in size: Int) -> Int {
    // Fibonacci hashing: the upper bits of the product depend on all bits.
    Int((UInt64(bitPattern: token) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  /// Hands out each token with its creators, by token, and forgets them.
  mutating func drain(_ body: (_ token: Int64, _ numbers: [UInt8]) throws -> Void) rethrows {
    var starts = [Int](repeating: 0, count: tokens.count)
    var total = 0
    for place in tokens.indices {
      starts[place] = total
      total += Int(counts[place])
    }
    var numbers = [UInt32](repeating: 0, count: total)
    for entry in entries {
      let place = Int(entry.place)
      numbers[starts[place]] = entry.number
      starts[place] += 1
    }
    entries.removeAll(keepingCapacity: true)
    var bytes: [UInt8] = []
    for place in tokens.indices.sorted(by: { tokens[$0] < tokens[$1] }) {
      bytes.removeAll(keepingCapacity: true)
      var before: UInt32 = 0
      for entry in numbers[(starts[place] - Int(counts[place]))..<starts[place]] {
        let found = SearchPosting.place(of: Int64(entry))
        SearchPosting.append(entry >> 2 - before, found, to: &bytes)
        before = entry >> 2
      }
      try body(tokens[place], bytes)
    }
    self = SearchPostings(reusing: self)
  }

  /// Nothing gathered.
  init() {}

  private init(reusing other: SearchPostings) {
    entries = other.entries
  }
}
