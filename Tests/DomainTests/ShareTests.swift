import Domain
import Testing

@Suite struct ShareTests {
  @Test func `a tenth of any price is within half a fen, upwards at a tie`() {
    let tenth = Share(basisPoints: 1_000)
    for fen in Int64(0)...100_000 {
      let fee = tenth.of(Money(fen: fen)).fen
      #expect(abs(10 * fee - fen) <= 5)
      if fen % 10 == 5 { #expect(10 * fee > fen, "a tie rounds up: \(fen)") }
    }
  }

  @Test(
    arguments: [
      (5, 1_000, 1), (4, 1_000, 0), (3_335, 1_000, 334), (800_005, 1_000, 80_001),
      (10_000_000_000_000, 10_000, 10_000_000_000_000),
      (10_000_000_000_000, 2_000, 2_000_000_000_000),
      (1, 4_999, 0), (1, 5_000, 1),
    ] as [(Int64, Int64, Int64)])
  func `a share is rounded half up to a fen`(amount: Int64, basisPoints: Int64, share: Int64) {
    #expect(Share(basisPoints: basisPoints).of(Money(fen: amount)).fen == share)
  }

  @Test(
    arguments: [
      ("10%", 1_000), ("10", 1_000), ("7.5%", 750), ("0.05%", 5), ("100", 10_000), ("0", 0),
    ] as [(String, Int64)])
  func `a percentage is read exactly`(text: String, basisPoints: Int64) throws {
    #expect(try Share(percentText: text).basisPoints == basisPoints)
    #expect(
      try Share(percentText: Share(basisPoints: basisPoints).description).basisPoints == basisPoints
    )
  }

  @Test(arguments: ["", "101", "-1", "0.001%", "1万", "abc", "10%%"])
  func `what is no share is refused`(text: String) {
    #expect(throws: NumberProblem.self) { try Share(percentText: text) }
  }

  @Test func `a part in basis points is the nearest one`() {
    for whole in Int64(1)...60 {
      for part in 0...(2 * whole) {
        let basisPoints = Percent.basisPoints(part, of: whole) ?? -1
        #expect(abs(basisPoints * whole - part * 10_000) * 2 <= whole)
      }
    }
    #expect(Percent.basisPoints(1, of: 0) == nil)
  }
}
