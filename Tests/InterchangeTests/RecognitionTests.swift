import Domain
import Testing

@testable import Interchange

/// How the columns of a list come to their meanings: `--map`, and headers below titles.
@Suite struct RecognitionTests {
  private let id = "0ff89196a3ad93058ae9c80f"

  private func read(_ text: String, _ maps: String...) throws -> (CreatorReading, [CreatorRecord]) {
    var options = CreatorReading.Options()
    options.maps = try maps.compactMap { try ColumnMap($0) }
    #expect(options.maps.count == maps.count)
    return Sample.read(text, options)
  }

  private func problems(_ reading: CreatorReading) -> [String] {
    reading.problems.kept.map(\.description)
  }

  @Test func `mapped columns are read though no layout knows the file`() throws {
    let (reading, records) = try read(
      "达人,主页,粉 丝,昨天\n薯,xiaohongshu.com/user/profile/\(id),1.2,x\n",
      "达人=nickname", "主页=profile_url", "粉丝 = followers(万)")
    #expect(problems(reading) == [])
    #expect(records.first?.nickname == "薯")
    #expect(records.first?.userID == id)
    #expect(records.first?.followers?.value == 12_000)
    #expect(reading.columns.map(\.use) == [.read, .read, .read, .unknown])
  }

  @Test func `a map goes before the layout, and one to nothing leaves a column out`() throws {
    let list = "creator_id,fee,city,rating\na,7,上海,4\n"
    let (reading, records) = try read(list, "fee=video_fee", "city=", "rating=rating:王敏")
    #expect(records.first?.quotes.map(\.value.format) == [.video])
    #expect(records.first?.city == nil)
    #expect(records.first?.reviews.map(\.rater) == ["王敏"])
    #expect(reading.columns[2].use == .ignored("left out by --map"))
    #expect(reading.assumptions == [])
  }

  @Test func `two columns for one value are read once one of them is left out`() throws {
    let list = "creator_id,nickname,昵称\na,b,c\n"
    #expect(
      problems(try read(list).0) == [
        "list:1: wanted one column for one value (leave one out with --map '昵称='), "
          + "found the columns nickname and 昵称"
      ])
    #expect(try read(list, "昵称=").1.map(\.nickname) == ["b"])
  }

  @Test func `a map of a column that isn't there is a problem that names the nearest`() throws {
    let (reading, records) = try read("creator_id,粉丝数\na,1\n", "粉丝=followers")
    #expect(
      problems(reading) == [
        "list:1: wanted a column of the file, perhaps 粉丝数, found no column 粉丝"
      ])
    #expect(records == [])
    #expect(
      problems(try read("creator_id,粉丝数\na,1\n", "阅读中位数=note").0) == [
        "list:1: wanted one of the columns creator_id, 粉丝数, found no column 阅读中位数"
      ])
  }

  @Test func `a map of a member of JSON is one of a column`() throws {
    let (_, records) = try read(#"[{"creator_id":"a","fans":"1.2"}]"#, "fans=followers(万)")
    #expect(records.first?.followers?.value == 12_000)
  }

  @Test(arguments: [
    ("粉丝=folowers", "a field, perhaps followers (see: kolbook reference show field)"),
    ("a=b=c", "a field (see: kolbook reference show field)"),
    ("粉丝=followers(fen)", "followers in one of: 1, 万"),
  ])
  func `a map to no field is refused`(text: String, wanted: String) {
    let problem = #expect(throws: ColumnMap.Unknown.self) { try ColumnMap(text) }
    #expect(problem?.wanted == wanted)
  }

  @Test func `what is no map is none`() throws {
    for text in ["", "=", "=followers", "粉丝"] { #expect(try ColumnMap(text) == nil) }
    #expect(try ColumnMap("a=b=followers")?.column == "a=b")
  }

  @Test(arguments: [
    "2026年9月名单\n", "2026年9月名单,,,\n", "名单,9月\n\n制表人：王敏\n", ",,,\n\"名\n单\"\n",
  ])
  func `a header may stand below titles`(titles: String) throws {
    let (reading, records) = try read(
      titles + "creator_id,fee,format,city\na,7,image,上海\nb,8,图文,\n")
    #expect(problems(reading) == [])
    #expect(records.map(\.ownID) == ["a", "b"])
    let lines = titles.count { $0 == "\n" }
    #expect(records.map(\.line) == [lines + 2, lines + 3])
  }

  @Test func `a title does not hide what parts the columns`() throws {
    for (sign, delimiter) in [(";", CSVDelimiter.semicolon), ("\t", .tab), (",", .comma)] {
      let text = "名单\n" + "creator_id,fee,format\na,7,image\n".replacing(",", with: sign)
      let (reading, records) = try read(text)
      #expect(reading.delimiter == delimiter)
      #expect(records.count == 1)
    }
  }

  @Test func `columns of one name are told apart by the groups above`() throws {
    let (reading, records) = try read(
      """
      基础信息,,近30天、日常笔记、图文+视频、全部流量,,按规模-合作笔记,,,
      ,,核心指标,,,,,
      博主ID,昵称,阅读中位数,互动中位数,阅读中位数,互动中位数,图文笔记一口价,视频笔记一口价
      \(id),薯,8000,416,900,30,3000,

      """)
    #expect(problems(reading) == [])
    #expect(reading.layout?.name == "pugongying-export")
    #expect(
      records.first?.metrics.map { "\($0.name) \($0.value)" } == [
        "reads.everyday.30d 8000", "interactions.everyday.30d 416", "reads.sponsored 900",
        "interactions.sponsored 30",
      ])
  }

  @Test func `a problem behind a lower header has its own line`() throws {
    let (reading, _) = try read("名单\n\ncreator_id,fee\na,x\nb,1,2\n")
    #expect(
      problems(reading).map { String($0.prefix(12)) } == ["list:4: fee:", "list:5: want"])
  }

  @Test func `no header below is taken when the first row is one`() throws {
    let (_, records) = try read("creator_id,city\ncreator_id,city\nuser_id,x\n")
    #expect(records.map(\.ownID) == ["creator_id", "user_id"])
  }
}
