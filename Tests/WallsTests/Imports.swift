import Foundation

/// What each room may import; nothing else, whatever the package file would let through.
enum Imports {
  static let allowed: [String: Set<String>] = [
    "SQLite": ["CSQLite"],
    "Domain": [],
    "Planner": ["Domain"],
    "Ledger": ["CCrypto", "Domain"],
    "Interchange": [
      "CBytes", "CEmbedded", "CExpat", "CZlib", "Domain", "Foundation", "FoundationEssentials",
    ],
    "Store": ["SQLite", "CEmbedded", "Dispatch", "Domain", "Ledger"],
    "UseCases": [
      "Domain", "Planner", "Ledger", "Interchange", "Store", "FoundationEssentials",
    ],
    "kolbook": ["UseCases", "Domain", "ArgumentParser", "FoundationEssentials"],
  ]

  /// The C library of each system, for files and signals.
  static let system: Set<String> = ["Glibc", "Musl", "Darwin"]
  /// The standard library is there anyway; naming it tells two of a name apart.
  static let standard: Set<String> = ["Swift", "Synchronization"]
  static let maySystem: Set<String> = ["Store", "Interchange", "UseCases", "kolbook"]

  /// What a room imports on Apple's systems alone, after `#if canImport(Darwin)`: there Foundation costs
  /// nothing at the start, and has what the standard library hides.
  static let onDarwin: [String: Set<String>] = ["Domain": ["Foundation"]]

  /// Imports that others see through: Domain's values everywhere, and what a room's public values are made of.
  static let shown: [String: Set<String>] = [
    "SQLite": ["CSQLite"], "Store": ["Ledger"], "kolbook": ["ArgumentParser"],
  ]

  /// `path: why`, in the order of the lines.
  static func offences(in file: SourceFile) -> [String] {
    guard let allowed = allowed[file.room] else { return ["\(file.path): a room without a wall"] }
    var isDarwin = false
    return file.code.split(separator: "\n").compactMap { line -> String? in
      if line.hasPrefix("#") { isDarwin = line == "#if canImport(Darwin)" }
      let words = line.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || access.contains($0) })
      else { return nil }
      let module = words[words.count - 1].split(separator: ".").first.map(String.init) ?? ""
      if standard.contains(module) { return nil }
      if isDarwin, onDarwin[file.room]?.contains(module) == true { return nil }
      if system.contains(module), maySystem.contains(file.room) { return nil }
      if !allowed.contains(module) { return "\(file.path): \(file.room) imports \(module)" }
      if words[..<place].contains("@_exported") { return "\(file.path): re-exports \(module)" }
      if words[..<place].contains("public"), module != "Domain",
        !(shown[file.room] ?? []).contains(module)
      {
        return "\(file.path): \(file.room) shows \(module) to those who import it"
      }
      return nil
    }
  }

  private static let access: Set<String> = [
    "public", "package", "internal", "private", "fileprivate",
  ]
}
