/// How the text of a file is written in bytes.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "utf-8"
  /// UTF-16, by its byte-order mark.
  case utf16 = "utf-16"
  /// GB18030, and so also GBK and GB2312: what Chinese Excel and Qiangua write.
  case gb18030

  /// An encoding by name: `utf-8`, `utf8`, `UTF-16`, `gb18030`, `gbk`, `gb2312`.
  public init?(named name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16", "utf16": self = .utf16
    case "gb18030", "gbk", "gb2312", "gb": self = .gb18030
    default: return nil
    }
  }

  /// The name as people know it: `UTF-8`, `UTF-16`, `GB18030`.
  public var name: String { rawValue.uppercased() }
}
