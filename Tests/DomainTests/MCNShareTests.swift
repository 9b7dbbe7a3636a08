import Domain
import Testing

@Suite struct MCNShareTests {
  @Test func `of a net of 7,200.00 an MCN with 30 % takes 2,160.00, and the creator has 5,040.00`()
  {
    let part = MCNShares.part(Share(basisPoints: 3_000), of: Money(yuan: 7_200))
    #expect(part == Money(yuan: 2_160))
    #expect(Money(yuan: 7_200) - part == Money(yuan: 5_040))
  }

  @Test func `the part is the nearest fen, half up, and what is paid back is what was paid`() {
    var random = SplitMix(seed: 9)
    for _ in 0..<2_000 {
      let share = Int64.random(in: 0...10_000, using: &random)
      let net = Int64.random(in: 0...1_000_000_000, using: &random)
      let part = MCNShares.part(Share(basisPoints: share), of: Money(fen: net)).fen
      let error = 2 * (net * share - part * 10_000)
      #expect(-10_000 <= error && error < 10_000)
      #expect(MCNShares.part(Share(basisPoints: share), of: Money(fen: -net)).fen == -part)
    }
  }

  @Test func `the share is the one agreed by the booking day`() throws {
    let days = try ["2026-07-01", "2026-08-01"].map { try #require(Day($0)) }
    let shares = MCNShares([
      .init(mcn: "山海", from: days[1], share: Share(basisPoints: 2_000)),
      .init(mcn: "山海", from: days[0], share: Share(basisPoints: 3_000)),
    ])
    #expect(shares.share(of: "山海", on: days[0].adding(days: -1)) == nil)
    #expect(shares.share(of: "山海", on: days[0])?.basisPoints == 3_000)
    #expect(shares.share(of: "山海", on: days[1].adding(days: 9))?.basisPoints == 2_000)
    #expect(shares.share(of: "另一家", on: days[1]) == nil)
    #expect(shares.share(of: nil, on: days[1]) == nil && shares.share(of: "山海", on: nil) == nil)
  }
}
