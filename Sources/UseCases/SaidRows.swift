import Domain
import Interchange
import Store

/// What the plain rows of one import have said so far, packed: 64 MB for a million creators.
///
/// It is what ``SaidFacts`` keeps of other rows, and is handed to it when another row of a creator comes.
struct SaidRows {
  /// The facts of a plain row.
  enum Fact: Int, CaseIterable { case followers, rate, image, video }

  /// One fact: its value, -1 for none, and where that was said.
  private struct Said {
    var value: Int64 = -1
    var line: Int32 = 0
    var stamp: Int16 = 0
    var file: Int16 = 0
  }

  /// All facts of one creator.
  private struct All {
    private var followers = Said()
    private var rate = Said()
    private var image = Said()
    private var video = Said()

    subscript(fact: Fact) -> Said {
      get {
        switch fact {
        case .followers: followers
        case .rate: rate
        case .image: image
        case .video: video
        }
      }
      set {
        switch fact {
        case .followers: followers = newValue
        case .rate: rate = newValue
        case .image: image = newValue
        case .video: video = newValue
        }
      }
    }
  }

  private(set) var stamps = RowStamps()
  private var files: [String] = []
  private var said: [All] = []
  /// The place in `said` of each creator, plus one; 0 for nobody yet, -1 for those of other rows.
  private var places = PerCreator<Int32>(0)

  /// - Parameter room: so many rows may come.
  init(room: Int) { said.reserveCapacity(room) }

  /// Whether other rows than plain ones were about a creator.
  func isMetAsRecord(_ key: CreatorKey) -> Bool { places[key] < 0 }

  /// Notes that other rows than plain ones are about a creator.
  mutating func meet(asRecord key: CreatorKey) { places[key] = -1 }

  /// The facts of a row with their stamps; `nil` when there are too many stamps.
  mutating func facts(of row: CreatorRow, asOf: Day, source: CreatorRow.Text) -> RowFacts? {
    RowFacts(of: row, asOf: asOf, source: source, &stamps)
  }

  /// Which facts of a row its creator's earlier rows have not said; `nil` when they have said otherwise, or
  /// on another day.
  func news(in facts: RowFacts, of key: CreatorKey) -> [Fact]? {
    let place = Int(places[key])
    var news: [Fact] = []
    for fact in Fact.allCases {
      guard let new = facts[fact] else { continue }
      let old = place > 0 ? said[place - 1][fact] : Said()
      if old.value < 0 {
        news.append(fact)
      } else if old.value != new.value || old.stamp != facts.stamp(fact) {
        return nil
      }
    }
    return news
  }

  /// Keeps the news of a row.
  mutating func keep(_ news: [Fact], of facts: RowFacts, line: Int, file: String, _ key: CreatorKey)
  {
    if files.last != file { files.append(file) }
    var all = places[key] > 0 ? said[Int(places[key]) - 1] : All()
    for fact in news {
      guard let new = facts[fact] else { continue }
      all[fact] = Said(
        value: new.value, line: Int32(clamping: line), stamp: facts.stamp(fact),
        file: Int16(clamping: files.count - 1))
    }
    if places[key] > 0 {
      said[Int(places[key]) - 1] = all
    } else {
      said.append(all)
      places[key] = Int32(said.count)
    }
  }

  /// What plain rows have said of a creator as records, one a fact, with its day and source.
  func records(of key: CreatorKey) -> [(record: CreatorRecord, file: String)] {
    guard places[key] > 0 else { return [] }
    let all = said[Int(places[key]) - 1]
    return Fact.allCases.compactMap { fact in
      let said = all[fact]
      guard said.value >= 0 else { return nil }
      return (record(fact, said), files[Int(said.file)])
    }
  }

  private func record(_ fact: Fact, _ said: Said) -> CreatorRecord {
    var record = CreatorRecord(line: Int(said.line))
    let stamp = stamps[said.stamp]
    let source = String(decoding: stamp.source, as: UTF8.self)
    switch fact {
    case .followers: record.followers = .init(said.value, day: stamp.day, source: source)
    case .rate:
      record.engagement = .init(
        EngagementRate(basisPoints: said.value, base: stamp.base), day: stamp.day, source: source)
    case .image, .video:
      let price = said.value == 0 ? nil : Money(fen: said.value)
      record.quotes = [
        .init(
          .init(
            format: fact == .image ? .image : .video, price: price,
            validUntil: price == nil ? nil : stamp.validUntil), day: stamp.day, source: source)
      ]
    }
    return record
  }
}
