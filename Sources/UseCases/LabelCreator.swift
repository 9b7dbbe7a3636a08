import Domain
import Interchange
import Store

extension OpenBook {
  /// Puts tags on a creator; those that were new.
  public func tag(_ words: String, _ tags: [String]) throws -> [String] {
    try book.transaction {
      let key = try find(words)
      return try tags.map(Self.label).filter { tag in
        guard !tag.isEmpty else { throw Failure(.usage, "a tag is empty") }
        return try book.labels.addTag(tag, to: key)
      }
    }
  }

  /// Takes tags off a creator; those that were there.
  public func untag(_ words: String, _ tags: [String]) throws -> [String] {
    try book.transaction {
      let key = try find(words)
      return try tags.map(Key.normalised).filter { try book.labels.removeTag($0, from: key) }
    }
  }

  /// Keeps a note on a creator; whether it was new.
  public func note(_ words: String, _ text: String) throws -> Bool {
    let text = Key.normalised(text)
    guard !text.isEmpty else { throw Failure(.usage, "the note is empty") }
    return try book.transaction {
      try book.notes.record(text, of: try find(words), on: today, source: actor)
    }
  }

  /// A tag or category as it is stored.
  ///
  /// - Throws: ``Failure`` when it holds what parts the words of a list: an export would make two of it.
  static func label(_ text: String) throws -> String {
    let label = Key.normalised(text)
    guard !label.contains(where: { $0.isNewline || ";；|".contains($0) }) else {
      throw Failure(
        .usage,
        "wanted a tag or category without ; | and line breaks, found "
          + ImportProblem.quoted(label), next: "give several one after the other")
    }
    return label
  }
}
