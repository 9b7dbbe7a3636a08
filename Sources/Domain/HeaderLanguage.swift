/// In which language a workbook names its columns.
public enum HeaderLanguage: String, CaseIterable, Sendable {
  /// English.
  case english = "en"
  /// Chinese.
  case chinese = "zh"
  /// English above Chinese.
  case both

  /// A name in the language; in both, the second goes to a line of its own.
  public func name(_ english: String, _ chinese: String) -> String {
    switch self {
    case .english: english
    case .chinese: chinese
    case .both: english == chinese ? english : "\(english)\n\(chinese)"
    }
  }

  /// A name in the language on one line.
  public func line(_ english: String, _ chinese: String) -> String {
    switch self {
    case .english: english
    case .chinese: chinese
    case .both: english == chinese ? english : "\(english) \(chinese)"
    }
  }
}
