/// Finds the creators, or the notes, in a JSON text.
enum JSONRows {
  /// The objects that are one creator or note each: what is under `result` and `data`, a list, or a list that
  /// is the only one in an object, as `data.kols` of Pugongying's pages.
  static func rows(in root: LocatedJSON) -> [LocatedJSON] {
    switch root.value {
    case .array: return root.elements.flatMap { unwrapped($0) }
    default: return unwrapped(root)
    }
  }

  /// The names of all members, each once, in the order of the text.
  static func names(in rows: [LocatedJSON]) -> [String] {
    var names: [String] = []
    var known: Set<String> = []
    for row in rows {
      for member in row.members where known.insert(member.name).inserted {
        names.append(member.name)
      }
    }
    return names
  }

  private static func unwrapped(_ value: LocatedJSON) -> [LocatedJSON] {
    if let inner = value["result"] ?? value["data"] {
      if case .array = inner.value { return inner.elements }
      return unwrapped(inner)
    }
    let lists = value.members.map(\.value).filter { member in
      guard case .array(let values) = member.value, case .object? = values.first else {
        return false
      }
      return true
    }
    let isRow = ["userId", "creator_id", "user_id", "red_id", "redId", "noteId", "note_id"].contains
    {
      value[$0] != nil
    }
    return lists.count == 1 && !isRow ? lists[0].elements : [value]
  }
}
