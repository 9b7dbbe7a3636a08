import Testing

@testable import Ledger

/// Names are told apart, numbered and put in order by their bytes, whatever these are.
@Suite struct NameTests {
  /// Names that like to begin alike, to be one more sign than another, and to hold zeros.
  private func names(_ count: Int, seed: UInt64) -> [String] {
    var numbers = SeededNumbers(state: seed)
    let signs = ["0", "1", "\u{0}", "é", "e\u{301}", "单", "ＰＧＹ", "🧴", "7300000000", "\u{7F}"]
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...7, using: &numbers)).map { _ in
        signs.randomElement(using: &numbers) ?? ""
      }.joined()
    }
  }

  @Test func `names are sorted as their bytes are`() {
    for seed in UInt64(1)...20 {
      let names = names(300, seed: seed)
      let sorted = NameOrder.sorted(Array(names.indices)) { names[$0] }.map {
        Array(names[$0].utf8)
      }
      #expect(sorted == names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func `a name has one number, and names of other bytes have others`() {
    for seed in UInt64(1)...5 {
      let names = names(2_000, seed: seed)
      var places = NamePlaces()
      var known: [[UInt8]: Int] = [:]
      for name in names {
        let bytes = Array(name.utf8)
        #expect(places[name] == known[bytes])
        let (place, isNew) = places.place(of: name)
        #expect(isNew == (known[bytes] == nil) && place == known[bytes] ?? known.count)
        known[bytes] = place
        #expect(places[bytes.span] == place)
      }
      #expect(
        places.names.map { Array($0.utf8) } == known.sorted { $0.value < $1.value }.map(\.key))
    }
  }

  @Test func `names are numbered on behind those of another list, unless both have one`() {
    for seed in UInt64(1)...5 {
      let names = names(500, seed: seed)
      let cut = names.count / 2
      var (first, rest) = (NamePlaces(), NamePlaces())
      for name in names.prefix(cut) { _ = first.place(of: name) }
      for name in names.dropFirst(cut) where first[name] == nil { _ = rest.place(of: name) }
      #expect(!first.overlaps(rest))
      let wanted = first.names + rest.names
      first.append(rest)
      #expect(first.names == wanted && first.overlaps(rest))
      for (place, name) in wanted.enumerated() { #expect(first[name] == place) }
    }
  }
}
