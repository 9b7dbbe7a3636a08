public import Domain
import Store

extension OpenBook {
  /// Keeps a creator out of shortlists, and notes why.
  public func exclude(_ words: String, _ exclusion: Exclusion) throws -> CreatorReceipt {
    let (command, reason) =
      switch exclusion {
      case .blocked(_, let reason): ("block", reason)
      case .conflict(_, let reason): ("conflict", reason)
      }
    try requireReason(reason)
    return try changeOne(command, words) { key in
      try book.exclusions.add(exclusion, to: key)
      try book.notes.record("\(exclusion)", of: key, on: today, source: actor)
      return try receipt(key, isNew: true)
    }
  }

  /// Lets a blocked creator in again, and notes why; whether there was a block.
  public func unblock(_ words: String, reason: String) throws -> CreatorReceipt {
    try requireReason(reason)
    return try changeOne("unblock", words) { key in
      let isBlocked = try book.exclusions.exclusions(of: key).contains {
        if case .blocked = $0 { true } else { false }
      }
      guard isBlocked else { return try receipt(key, isNew: false) }
      try book.exclusions.removeBlock(of: key)
      try book.notes.record("unblocked: \(reason)", of: key, on: today, source: actor)
      return try receipt(key, isNew: true)
    }
  }

  /// Ends a conflict window early; whether there was one.
  public func endConflict(_ words: String) throws -> CreatorReceipt {
    try changeOne("conflict", words) { key in
      let hasConflict = try book.exclusions.exclusions(of: key).contains {
        if case .conflict = $0 { true } else { false }
      }
      guard hasConflict else { return try receipt(key, isNew: false) }
      try book.exclusions.removeConflict(of: key)
      try book.notes.record("conflict window ended", of: key, on: today, source: actor)
      return try receipt(key, isNew: true)
    }
  }

  private func requireReason(_ reason: String) throws {
    guard !reason.isEmpty else {
      throw Failure(.usage, "the reason is empty", next: "say why with --reason WHY")
    }
  }
}
