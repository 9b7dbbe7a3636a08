import Testing

@testable import kolbook

/// What long work says of its pace.
struct PaceTests {
  @Test func `it says how many of how many, how fast, and how long it will take`() {
    let words = { (count: Int, seconds: Int) in
      Pace.words(count, of: 1_000_000, "row", after: .seconds(seconds))
    }
    #expect(words(240_000, 2) == "240,000 of about 1,000,000 rows, 120,000 a second, 7 s left …")
    #expect(words(1_000, 2) == "1,000 of about 1,000,000 rows, 500 a second, 33 min left …")
    #expect(words(1_000_000, 8) == "1,000,000 of about 1,000,000 rows, finishing …")
    #expect(words(1_100_000, 8) == "1,100,000 of about 1,100,000 rows, finishing …")
  }
}
