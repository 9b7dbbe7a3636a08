/// A form that a result is written in, as a file's name promises it by its ending.
enum FileForm: String {
  case xlsx, html, csv, tsv, json

  /// The form that a name promises; `nil` where it promises none of these.
  init?(of path: String) {
    let ending = Self.ending(of: path)
    self.init(rawValue: ending == "htm" ? "html" : ending)
  }

  /// What a name ends with behind its last dot, in small letters; empty without a dot.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// What people call it.
  var title: String {
    switch self {
    case .xlsx: "workbook"
    case .html: "page"
    case .csv, .tsv, .json: rawValue.uppercased() + " file"
    }
  }
}
