import Domain
import Testing

@testable import Interchange

/// What `--explain` says of a list.
@Suite struct ExplanationTests {
  private func explain(_ text: String, _ options: CreatorReading.Options = .init())
    -> ListExplanation
  {
    ListExplanation(Array(text.utf8), file: "list", options: options)
  }

  @Test(arguments: [
    ("mcn_candidates.csv", "mcn"), ("qiangua_creators_gb18030.csv", "qiangua"),
    ("xinhong_koc_sheet.csv", "xinhong"),
    ("pugongying_creators_3_header_rows.xlsx", "pugongying-export"),
    ("pugongying_note_batch_2026Q3.xlsx", "pugongying-notes"),
    ("pugongying_kol_info/kol_0ff89196a3ad93058ae9c80f.json", "pugongying"),
  ])
  func `each sample is explained as it is read, and no sample cell is a problem`(
    name: String, layout: String
  ) throws {
    let bytes = try Sample.bytes(name)
    let list = ListExplanation(bytes, file: name)
    let (whole, _) = Sample.read(bytes, file: name)
    #expect(list.candidates.first?.name == layout)
    #expect(list.reading.layout?.name == layout)
    #expect(list.columns.map(\.header) == whole.columns.map(\.header))
    #expect(list.columns.map(\.use) == whole.columns.map(\.use))
    for column in list.columns where column.use == .read && column.sample != nil {
      #expect(column.becomes?.hasPrefix("a problem") == false, "\(column)")
      #expect(column.becomes != "", "\(column)")
    }
  }

  @Test func `every column of every layout is called by a field that means the same`() {
    for layout in Layout.all {
      for column in layout.columns where column.meaning.field != "ignored" {
        let name = column.meaning.field.replacing(/:$/, with: ":x")
        #expect(
          Meaning(field: name)?.field == name || name == "review:x", "\(layout.name) \(name)")
      }
    }
  }

  @Test func `a column is told with its unit, its first cell and what that becomes`() throws {
    var options = CreatorReading.Options()
    options.maps = try ["粉=followers(万)", "价=video_fee(fen)", "看=", "率=engagement_rate(fraction)"]
      .compactMap { try ColumnMap($0) }
    let list = explain(
      "creator_id,粉,价,看,率,谁,quoted_on\na,--,,x,,z,\nb,1.2,3000,y,1/2,,46237\n", options)
    #expect(
      list.columns.map { [$0.header, $0.field, $0.sample, $0.becomes].map { $0 ?? "-" } } == [
        ["creator_id", "creator_id", "a", "a"], ["粉", "followers(万)", "1.2", "12,000"],
        ["价", "video_fee(fen)", "3000", "¥30.00"], ["看", "ignored", "x", ""],
        [
          "率", "engagement_rate(fraction)", "1/2",
          "a problem: wanted a part of 1, such as 0.052, or a percentage with its sign",
        ],
        ["谁", "-", "z", "-"], ["quoted_on", "quoted_on", "46237", "2026-08-03"],
      ])
  }

  @Test func `a file that no layout fits is told by its widest row and by what layouts want`() {
    let list = explain("九月\n小红书主页,达人昵称,粉丝数,我们的\nx,y,1,z\n")
    #expect(list.reading.layout?.name == "kolbook")
    let other = explain("九月\n千瓜指数,达人昵称,粉丝数,我们的\nx,y,1,z\n")
    #expect(other.reading.layout == nil)
    #expect(other.headerLine == 2)
    #expect(other.columns.map(\.header) == ["千瓜指数", "达人昵称", "粉丝数", "我们的"])
    #expect(other.columns.allSatisfy { $0.use == nil && $0.field == nil })
    let qiangua = other.candidates.first { $0.name == "qiangua" }
    #expect(qiangua?.lacks == [["小红书主页", "蒲公英主页", "小红书号"]])
    #expect(qiangua?.known == 3)
  }

  @Test func `no more than the first hundred rows are looked at`() {
    let rows = (0..<200).map { "a\($0),\($0 < 150 ? "1" : "x")\n" }.joined()
    let list = explain("creator_id,followers\n" + rows)
    #expect(list.reading.rows == 100)
    #expect(list.reading.problems.isEmpty)
  }

  @Test(arguments: ["", "\u{0}", "{", "[", "PK\u{3}\u{4}", "a\tb;c,d", "\"", "[[[1]]]", "ÿþ"])
  func `anything is explained`(text: String) {
    #expect(!explain(text).reading.problems.isEmpty)
  }
}
