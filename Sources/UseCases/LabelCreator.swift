import Domain
import Interchange
import Store

extension OpenBook {
  /// Puts tags on a creator; those that were new.
  public func tag(_ words: String, _ tags: [String]) throws -> (CreatorReceipt, [String]) {
    try changeOne("tag", words) { key in
      let added = try tags.map(Self.label).filter { tag in
        guard !tag.isEmpty else { throw Failure(.usage, "a tag is empty") }
        return try book.labels.addTag(tag, to: key)
      }
      return (try receipt(key, isNew: !added.isEmpty), added)
    }
  }

  /// Takes tags off a creator; those that were there.
  public func untag(_ words: String, _ tags: [String]) throws -> (CreatorReceipt, [String]) {
    try changeOne("untag", words) { key in
      let removed = try tags.map(Key.normalised).filter {
        try book.labels.removeTag($0, from: key)
      }
      return (try receipt(key, isNew: !removed.isEmpty), removed)
    }
  }

  /// Keeps a note on a creator; whether it was new.
  public func note(_ words: String, _ text: String) throws -> CreatorReceipt {
    let text = Key.normalised(text)
    guard !text.isEmpty else { throw Failure(.usage, "the note is empty") }
    return try changeOne("note", words) { key in
      let isNew = try book.notes.record(text, of: key, on: today, source: actor)
      return try receipt(key, isNew: isNew)
    }
  }

  func receipt(_ key: CreatorKey, isNew: Bool) throws -> CreatorReceipt {
    CreatorReceipt(id: try book.creators.creator(key).id, isNew: isNew)
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
