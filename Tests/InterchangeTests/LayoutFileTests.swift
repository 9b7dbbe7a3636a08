import Domain
import Testing

@testable import Interchange

/// Layouts that people write themselves.
@Suite struct LayoutFileTests {
  private let id = "0ff89196a3ad93058ae9c80f"

  private func layouts(_ text: String) -> [Layout] {
    let (layouts, problems) = LayoutFile.read(Array(text.utf8), file: "my.csv")
    #expect(problems.kept == [])
    return layouts
  }

  private func problems(_ text: String) -> [String] {
    LayoutFile.read(Array(text.utf8), file: "my.csv").1.kept.map(\.description)
  }

  private func read(_ list: String, by text: String) -> (CreatorReading, [CreatorRecord]) {
    var options = CreatorReading.Options()
    options.layouts = layouts(text)
    return Sample.read(list, options)
  }

  @Test func `units, percent, words for nothing and the base follow from the layout`() throws {
    let (reading, records) = read(
      "主页,粉丝,图文(分),视频(万),互动,看点\nxiaohongshu.com/user/profile/\(id),1.25,300000,1.2,0.052,面议\n",
      by: """
        header,field
        主页,profile_url
        粉丝,followers(万)
        图文(分),image_fee(fen)
        视频(万),video_fee(万)
        互动,engagement_rate(fraction)
        看点,city
        面议|暂无,layout:nothing
        reads,layout:rate

        """)
    #expect(reading.problems.kept == [])
    let record = try #require(records.first)
    #expect(record.userID == id)
    #expect(record.followers?.value == 12_500)
    #expect(record.quotes.map(\.value.price) == [Money(yuan: 3_000), Money(yuan: 12_000)])
    #expect(record.engagement?.value == EngagementRate(basisPoints: 520, base: .reads))
    #expect(record.city == nil)
    #expect(reading.assumptions == [])
    let (other, _) = read(
      "u,r,p\n\(id),0.052,300000\n",
      by: "header,field\nu,user_id\nr,engagement_rate(fraction)\np,fee(fen)")
    #expect(other.assumptions.count == 2)
    #expect(reading.layout?.name == "own")
  }

  @Test(arguments: [
    ("0.052", 520), ("5.2%", 520), ("1", 10_000), ("0", 0), ("0.00005", 1), ("1.2", 12_000),
  ])
  func `a fraction is a hundred percent to the one, but where the cell says percent`(
    cell: String, bp: Int64
  ) {
    let (_, records) = read(
      "u,r\n\(id),\(cell)\n", by: "header,field\nu,user_id\nr,engagement_rate(fraction)")
    #expect(records.first?.engagement?.value.basisPoints == bp)
  }

  @Test(arguments: [
    ("fen", "300000", 300_000), ("fen", "1", 1), ("万", "1.2", 1_200_000), ("万", "¥0.05", 50_000),
    ("万", "3000元", 3_000_000_000), ("万", "8k", 800_000), ("yuan", "3,000", 300_000),
  ])
  func `a price is in the unit of its column, but where the cell names its own`(
    unit: String, cell: String, fen: Int64
  ) {
    let (_, records) = read(
      "u,p\n\(id),\"\(cell)\"\n", by: "header,field\nu,user_id\np,video_fee(\(unit))")
    #expect(records.first?.quotes.map(\.value.price?.fen) == [fen])
  }

  @Test func `a price finer than a fen is refused in any unit`() {
    for (unit, cell) in [("fen", "0.5"), ("万", "0.0000001"), ("yuan", "0.001")] {
      let (reading, _) = read(
        "u,p\n\(id),\(cell)\n", by: "header,field\nu,user_id\np,image_fee(\(unit))")
      #expect(reading.problems.count == 1, "\(unit)")
    }
  }

  @Test func `a row may be of several layouts, and the layout that knows more is taken`() {
    let text = """
      layout,header,field,note
      a|b,id,creator_id,
      a,x,city,
      b,y,city,
      b,z,ignored,a note of ours

      """
    #expect(read("id,x\n1,2\n", by: text).0.layout?.name == "a")
    let (reading, _) = read("id,y,z\n1,2,3\n", by: text)
    #expect(reading.layout?.name == "b")
    #expect(reading.columns.map(\.use) == [.read, .read, .ignored("a note of ours")])
    #expect(
      read("id,w\n1,2\n", by: text).0.problems.kept.map(\.description) == [
        "list:1: wanted --layout a or --layout b, found columns that fit a and b"
      ])
  }

  @Test(arguments: [
    (
      "header,field\nid,creator_id\nx,folowers\n",
      "my.csv:3: field: wanted a field, perhaps followers (see"
    ),
    ("header,field\nid,creator_id\nx,city(万)\n", "my.csv:3: field: wanted city without a unit"),
    ("header,field\nid,creator_id\nx,median:a b\n", "my.csv:3: field: wanted a field (see"),
    ("header,field\nx,city\n", "my.csv:1: wanted creator_id, user_id, red_id"),
    ("header,field\nid,creator_id\nID ,city\n", "my.csv:3: header: wanted each header once"),
    ("header,field\nid,creator_id\nhalf,layout:rate\n", "my.csv:3: header: wanted followers or"),
    (
      "header,field\nid,creator_id\n,layout:title\n", "my.csv:3: header: wanted what layout:title"
    ),
    ("header,meaning\nid,creator_id\n", "my.csv:1: wanted each once of layout, header"),
    ("header,field\n", "my.csv:1: wanted a row for each column"),
    ("", "my.csv: wanted a header and rows, found nothing"),
  ])
  func `a layout that won't do is refused with its place`(text: String, says: String) {
    let problems = problems(text)
    #expect(problems.first?.hasPrefix(says) == true, "\(problems)")
  }

  @Test func `two columns for one value are refused, whatever their units`() {
    let (reading, _) = read(
      "u,a,b\n\(id),1.2,12000\n",
      by: "header,field\nu,user_id\na,followers(万)\nb,followers")
    #expect(
      reading.problems.kept.map(\.description) == [
        "list:1: wanted one column for one value (leave one out with --map 'b='), "
          + "found the columns a and b"
      ])
  }

  @Test func `every field has a name that stands for it, and one of its own`() {
    for field in Field.all {
      let name = field.name.replacing("…", with: "x")
      #expect(Meaning(field: name) != nil, "\(name)")
      for unit in field.unitNames { #expect(Meaning(field: "\(name)(\(unit))") != nil, "\(name)") }
      #expect(Meaning(field: "\(name)(parsec)") == nil)
    }
    #expect(Set(Field.all.map(\.name)).count == Field.all.count)
    #expect(Meaning(field: "rating:王敏") == .stars(rater: "王敏"))
    #expect(Meaning(field: " Followers(W) ") == .followers(power: 4))
    for text in ["", "followers:x", "median", "rating:", "layout:title", "followers(万"] {
      #expect(Meaning(field: text) == nil, "\(text)")
    }
  }

  @Test func `headers of all layouts as shipped are theirs alone or patterns`() {
    #expect(
      LayoutFile.shipped.map(\.name) == [
        "pugongying-export", "pugongying", "pugongying-list", "pugongying-notes", "qiangua",
        "xinhong", "mcn", "intake",
      ])
    #expect(LayoutFile.shipped.allSatisfy { $0.title != $0.name && !$0.marks.isEmpty })
  }
}
