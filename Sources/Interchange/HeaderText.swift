import Domain

/// Headers are compared without what editors and exports change in them.
enum HeaderText {
  /// The header as headers are compared.
  static func folded(_ header: String) -> String { Key.folded(header) }

  /// Who a reviewer's column belongs to: what follows the colon, or the header without 反馈 (feedback)
  /// or 意见 (opinion) at its end; `nil` when that leaves nothing.
  static func rater(in header: String) -> String? {
    let header = Key.normalised(header)
    if let colon = header.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      let name = Key.normalised(String(header[header.index(after: colon)...]))
      return name.isEmpty ? nil : name
    }
    for ending in ["审核意见", "反馈", "意见"] where header.hasSuffix(ending) {
      let name = Key.normalised(String(header.dropLast(ending.count)))
      return name.isEmpty ? header : name
    }
    return header
  }
}
