/// The rules of thumb in force.
public struct Playbook: Sendable {
  /// By kind, key and step.
  public let rows: [PlaybookRow]
  private let byKind: [String: [PlaybookRow]]

  /// A playbook of rows in any order.
  public init(_ rows: [PlaybookRow]) {
    self.rows = rows.sorted { ($0.kind, $0.key, $0.step) < ($1.kind, $1.key, $1.step) }
    byKind = Dictionary(grouping: self.rows, by: \.kind).mapValues { rows in
      rows.sorted { ($0.step, $0.key) < ($1.step, $1.key) }
    }
  }

  /// The rows of a kind: by step, then by key.
  public func rows(_ kind: String) -> [PlaybookRow] {
    byKind[kind, default: []]
  }

  /// The rows of a kind and key, by step.
  public func rows(_ kind: String, _ key: String) -> [PlaybookRow] {
    byKind[kind, default: []].filter { $0.key == key }
  }

  /// The first row of a kind and key.
  ///
  /// - Throws: ``Failure`` when there is none.
  public func row(_ kind: String, _ key: String) throws -> PlaybookRow {
    guard let row = rows(kind, key).first else { throw Self.missing("\(kind)/\(key)") }
    return row
  }

  /// The lower figure of a row, which must have one.
  func figure(_ kind: String, _ key: String) throws -> Int64 {
    guard let low = try row(kind, key).low, low >= 0 else { throw Self.missing("\(kind)/\(key)") }
    return low
  }

  /// The objective or the stage that a person means by some words: its key, another name of it, or the
  /// beginning of its key.
  ///
  /// - Parameter kind: `objective` or `stage`.
  /// - Throws: ``Failure`` of kind `usage` that names those there are.
  public func key(_ kind: String, meant words: String) throws -> String {
    let wanted = Self.folded(words)
    let keys = rows(kind).map(\.key).reduce(into: [String]()) { list, key in
      if !list.contains(key) { list.append(key) }
    }
    if keys.contains(wanted) { return wanted }
    let named = keys.filter { key in
      rows("\(kind)_name", key).contains { $0.levers.map(Self.folded).contains(wanted) }
    }
    let begun = wanted.isEmpty ? [] : keys.filter { $0.hasPrefix(wanted) }
    if let key = named.first ?? (begun.count == 1 ? begun.first : nil) { return key }
    throw Failure(
      .usage, "there is no \(kind) \(words)",
      next: "one of: \(keys.sorted().joined(separator: ", "))")
  }

  /// What an objective or a stage is called.
  public func name(_ kind: String, _ key: String) -> String {
    rows("\(kind)_name", key).first?.why ?? key
  }

  private static func folded(_ words: String) -> String {
    String(Key.squeezed(words).lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }

  static func missing(_ what: String) -> Failure {
    Failure(
      .failed, "the playbook has no usable row \(what), which a plan needs",
      next: "see the rows in force with: kolbook reference show playbook")
  }
}
