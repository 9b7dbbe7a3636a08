import Domain
import Testing

@testable import Ledger

/// LEDGER section 7: the encoding, the hashes it publishes, and what they cover.
@Suite struct ChainTests {
  private static let tenth = Share(basisPoints: 1000)

  private func entry(
    _ sequence: Int64, _ at: Int64, _ event: Event, on state: inout OrderState?,
    recorded: Int64? = nil, corrects: Int64? = nil
  ) throws -> Entry {
    let posting = try Posting(event, on: state, order: "PGY-0001")
    state = posting.state
    return Entry(
      sequence: sequence, at: Moment(utcSeconds: at),
      recordedAt: Moment(utcSeconds: recorded ?? at),
      actor: "lin", order: "PGY-0001", event: event, corrects: corrects,
      transfers: posting.transfers)
  }

  private let booking = Event.book(
    Booking(
      creator: CreatorID("kb001"), quote: Money(fen: 800_000),
      rates: FrozenRates(brand: tenth, creator: tenth)))

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `SHA-256 gives NIST's examples`(_ text: String, _ digest: String) {
    #expect(Chain.hash(Array(text.utf8)).description == digest)
  }

  @Test func `LEDGER's genesis and two entries come out to the byte`() throws {
    var chain = Chain(bookID: Array(repeating: 0, count: 16))
    #expect(
      chain.digest.description
        == "0e38f5937e4dec70b717f0f198de18d3c88cadb926bc2f100f9d9912b0d01b33")
    var state: OrderState?
    let first = JournalRecord(try entry(1, 1_770_688_800, booking, on: &state))
    #expect(EncodedEntry(first).encoding.count == 175)
    chain.add(first)
    #expect(
      chain.digest.description
        == "421eb75530d8b0f434f50b001ed866481a7c84362d1afb16edc0e775d120fb81")
    chain.add(JournalRecord(try entry(2, 1_770_692_400, .pay, on: &state)))
    #expect(
      chain.digest.description
        == "21308b856dd178e204802f1154adb366d8c4df53203807ee21817fe3b91cc9dc")
  }

  @Test func `the encoding is LEDGER's, and what it has no place for are fields`() throws {
    var state: OrderState?
    let entry = try entry(1, 100, booking, on: &state, recorded: 250, corrects: 7)
    let encoded = EncodedEntry(JournalRecord(entry, key: "row-1"))
    var wanted = Array("kolbook.journal.v1\0".utf8) + big(UInt64(1)) + big(Int64(100))
    for text in ["lin", "book", "PGY-0001", ""] { wanted += told(text) }
    let fields = [
      ("brand_bp", "1000"), ("corrects_seq", "7"), ("creator", "kb001"), ("creator_bp", "1000"),
      ("key", "row-1"), ("quote_fen", "800000"), ("recorded_utc", "250"),
    ]
    wanted += big(UInt32(fields.count)) + fields.flatMap { told($0.0) + told($0.1) }
    wanted += big(UInt32(1)) + big(UInt32(1900)) + big(UInt32(2900)) + big(Int64(880_000))
    #expect(encoded.encoding == wanted)
  }

  @Test func `a head reads back, and nothing else reads as one`() throws {
    let head = ChainHead(sequence: 236, digest: Chain(bookID: [1]).digest)
    #expect(ChainHead("\(head)") == head)
    let digits = "\(head.digest)"
    for text in [
      "", digits, "236:", "x:\(digits)", "-1:\(digits)", "1:\(digits)0", "1:2:\(digits)",
    ] {
      #expect(ChainHead(text) == nil, "\(text)")
    }
    #expect(ChainHead("1:" + digits.dropLast() + "g") == nil)
  }

  @Test func `a stored field can't take the name of what is hashed as a field`() {
    for name in ["corrects_seq", "key", "recorded_utc"] {
      var entry = EncodedEntry()
      let numbers = EncodedEntry.Numbers(sequence: 1, at: 1, recordedAt: 1, corrects: nil)
      entry.begin(
        numbers, actor: "lin".utf8.span, type: "pay".utf8.span, order: "1".utf8.span,
        reason: "".utf8.span)
      entry.field(name.utf8.span, "1".utf8.span)
      let isSound = entry.finish()
      #expect(!isSound, "\(name)")
    }
  }

  private func big<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map {
      UInt8(truncatingIfNeeded: number >> Number(Number.bitWidth - 8 - 8 * $0))
    }
  }

  private func told(_ text: String) -> [UInt8] { big(UInt32(text.utf8.count)) + Array(text.utf8) }
}
