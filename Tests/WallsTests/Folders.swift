/// What lies where.
enum Folders {
  /// Texts outside the rooms.
  static let texts = ["Package.swift", "README.md", ".ci/run", ".swift-format"]
  static let textEndings = [".csv", ".sql", ".c", ".h", ".txt", ".modulemap", ".md", ".py"]

  /// What is wrong with the names of migrations, given in order.
  static func migrations(_ paths: [String]) -> [String] {
    paths.enumerated().compactMap { index, path in
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      let digits = String(index + 1)
      let number = String(repeating: "0", count: 4 - digits.count) + digits + "_"
      return name.hasPrefix(number) && name.hasSuffix(".sql")
        ? nil : "\(path): wanted \(number)….sql"
    }
  }
}
