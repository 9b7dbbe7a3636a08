import Domain
import Testing

/// What a note is compared with, and what unusual figures change about it.
@Suite struct NoteNormTests {
  @Test func `whom figures speak for is looked at first when something in them is unusual`() throws
  {
    let rules = try AdviceTests.rules()
    let usual = (1...5).map { AdviceTests.note(Int64($0), 9, interactions: 100, cost: 10_000) }
    let norms = NoteNorms(usual, try AdviceTests.tiers(), rules)
    for (cost, plain, unusual) in [
      (Int64(9_000), RebookVerdict.again, RebookVerdict.lookFirst), (16_000, .cheaper, .cheaper),
    ] {
      var delivery = CreatorDelivery(rules)
      delivery.add(AdviceTests.note(7, interactions: 100, cost: cost), expected: nil, norms)
      #expect(delivery.verdict == plain)
      delivery.isUnusual = true
      #expect(delivery.verdict == unusual)
    }
  }

  @Test func `images are compared with images where there are enough, else with all`() throws {
    let rules = try AdviceTests.rules()
    var notes = (1...5).map { AdviceTests.note(Int64($0), 9, natural: 100, format: .image) }
    notes += (6...9).map { AdviceTests.note(Int64($0), 9, natural: 900, format: .video) }
    notes.append(AdviceTests.note(10, 9, natural: 500))
    let norms = NoteNorms(notes, try AdviceTests.tiers(), rules)
    func reads(_ format: NoteFormat?) -> Norm? {
      norms.norm(.organicReads, for: AdviceTests.note(11, 3, format: format))
    }
    #expect(reads(.image) == Norm(median: 100, notes: 5, format: .image))
    // Four videos are too few; the middle two of all ten are 100 and 500.
    #expect(reads(.video) == Norm(median: 300, notes: 10))
    #expect(reads(nil) == Norm(median: 300, notes: 10))
    let own = norms.ownReads(besides: notes[5])
    #expect(own == Norm(median: 900, notes: 3, format: .video))
    #expect(norms.ownReads(besides: notes[9]) == Norm(median: 100, notes: 9))
  }
}
