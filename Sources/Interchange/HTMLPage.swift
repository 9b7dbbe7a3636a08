/// One HTML page that needs nothing but itself: no script, no file beside it, nothing from the network.
///
/// It prints on A4, and it is well-formed XML, so that any XML reader can check it. The same parts give
/// the same bytes.
public struct HTMLPage: Sendable {
  private let title: String
  private let lead: String
  private let foot: String
  private var body: Markup = ""

  /// A page with nothing but its heading.
  ///
  /// - Parameters:
  ///   - title: the heading, and the name of the browser's tab.
  ///   - lead: a sentence below the heading.
  ///   - foot: what stands at the foot of each printed page, beside its number.
  public init(title: String, lead: String = "", foot: String = "") {
    (self.title, self.lead, self.foot) = (title, lead, foot)
  }

  /// Adds a part to the page.
  public static func += (page: inout HTMLPage, part: Markup) { page.body += part }

  /// Adds a part with a heading.
  public mutating func add(_ heading: String, _ part: Markup) {
    body += "<section>\n<h2>\(heading)</h2>\n\(part)</section>\n"
  }

  /// The page as a file.
  public var bytes: [UInt8] {
    let below: Markup = lead.isEmpty ? "" : "<p class=\"lead\">\(lead)</p>\n"
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(title)</title>
      <style>
      \(HTMLStyle.sheet)@page { @bottom-left { content: "\(Self.styleText(foot))"; } }
      </style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      \(below)</header>
      \(body)</body>
      </html>

      """
    return page.bytes
  }

  /// Names with what they stand for, in a list of small columns.
  public static func facts(_ facts: [(name: String, value: Markup)]) -> Markup {
    list(facts, "facts")
  }

  /// Names with the figures that matter most, set large.
  public static func figures(_ figures: [(name: String, value: String)]) -> Markup {
    list(figures.map { ($0.name, "\($0.value)") }, "figures")
  }

  /// A paragraph.
  public static func paragraph(_ text: String) -> Markup { "<p>\(text)</p>\n" }

  private static func list(_ rows: [(name: String, value: Markup)], _ kind: String) -> Markup {
    var list: Markup = "<dl class=\"\(kind)\">\n"
    for row in rows { list += "<div><dt>\(row.name)</dt><dd>\(row.value)</dd></div>\n" }
    return list + "</dl>\n"
  }

  /// A text inside the quotes of a style sheet: what isn't a letter or a figure stands by its number, and
  /// so can't end the quotes or the sheet.
  private static func styleText(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      return isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }.joined()
  }
}
