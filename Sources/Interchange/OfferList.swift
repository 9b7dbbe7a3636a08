public import Domain

/// Offers as a file lists them: rows of numbers; texts stay where the file has them.
public struct OfferList: Sendable {
  /// One creator × note format.
  public struct Row: Sendable {
    /// The creator's place in the byte order of the ids, from 0.
    public internal(set) var creator: Int32
    /// Where it stands in the file.
    public let line: Int32
    /// Which kind of note.
    public let format: NoteFormat
    /// What it is worth, weighted by this in percent; 100 for no rating.
    public let ratingWeightPercent: Int32
    /// The average in hundredths of a star, 0 for no rating.
    public let ratingHundredths: Int32
    /// Interactions per note and follower in basis points, -1 when the file doesn't say.
    public let engagementBasisPoints: Int32
    /// The place of the agency in ``OfferList/agencies``, from 1; 0 for none.
    public internal(set) var agency: Int32
    /// The place of the cell in ``OfferList/categoryCells``.
    public let categories: Int32
    /// As of the list.
    public let followers: Int64
    /// The quote in fen, net of fees; 0 for a creator who is paid in product only.
    public let quoteFen: Int64
  }

  /// The file, as the user named it.
  public let file: String
  /// By creator, then image before video; at most one of a kind.
  public internal(set) var rows: [Row] = []
  /// The agencies of the file, by number; the first is nobody.
  public internal(set) var agencies: [String] = [""]
  /// The different cells of the category column; the first is empty.
  public internal(set) var categoryCells: [String] = [""]
  /// What could not be read, in the order of the file.
  public internal(set) var problems = ProblemList()

  var texts = CellPool()
  /// The id and the nickname of each creator.
  var people: [(id: CellPool.Place, nickname: CellPool.Place)] = []

  init(file: String) { self.file = file }

  /// How many creators there are.
  public var creators: Int { people.count }

  /// The id of a creator.
  public func id(of creator: Int32) -> CreatorID {
    CreatorID(texts.text(people[Int(creator)].id))
  }

  /// The nickname of a creator; the id where the file has none.
  public func nickname(of creator: Int32) -> String {
    let person = people[Int(creator)]
    let name = Key.line(texts.cell(person.nickname))
    return name.isEmpty ? texts.text(person.id) : name
  }

  /// The place of the creator of this id, or `nil` when there is none.
  public func creator(of id: CreatorID) -> Int32? {
    var (low, high) = (0, people.count)
    while low < high {
      let middle = (low + high) / 2
      if CreatorID(texts.text(people[middle].id)) < id { low = middle + 1 } else { high = middle }
    }
    return low < people.count && self.id(of: Int32(low)) == id ? Int32(low) : nil
  }
}
