public import Domain
import Store

extension OpenBook {
  /// Adds a creator that a person typed.
  ///
  /// - Returns: the creator's id.
  /// - Throws: ``Failure`` when the nickname is missing, or an id belongs to somebody already there.
  public func add(_ draft: CreatorDraft) throws -> CreatorReceipt {
    guard let nickname = draft.nickname.map(Key.line), !nickname.isEmpty else {
      throw Failure(.usage, "a creator needs a nickname", next: "kolbook add NICKNAME …")
    }
    return try book.change(CommandText.words(["add", nickname]), by: actor, at: now) {
      var creator = Creator(id: CreatorID(""), nickname: nickname)
      try apply(draft, to: &creator)
      creator.id = try newID(draft, creator)
      // As in lists: 24 hexadecimal digits are a user id, whatever the column.
      if CreatorID.isUserID(creator.id.text) { creator.userID = creator.userID ?? creator.id.text }
      try refuseTaken(creator, by: nil)
      let key = try book.creators.add(creator, at: now)
      try file(draft, under: key)
      return (CreatorReceipt(id: creator.id, isNew: true), .creator(key, isNew: true))
    }
  }

  /// Others of the same nickname, who may be the same person: a nickname proves nothing.
  public func namesakes(of id: CreatorID) throws -> [CreatorID] {
    try book.snapshot {
      guard let key = try book.creators.key(id: id) else { return [] }
      return try book.creators.keys(named: try book.creators.creator(key).nickname)
        .map { try book.creators.creator($0).id }.filter { $0 != id }
    }
  }

  /// Changes what a person typed of a creator; facts become new dated rows.
  ///
  /// - Returns: the creator's id.
  public func edit(_ words: String, _ draft: CreatorDraft) throws -> CreatorReceipt {
    guard !draft.isEmpty else {
      throw Failure(.usage, "nothing was said to change", next: "kolbook edit --help")
    }
    return try changeOne("edit", words) { key in
      var creator = try book.creators.creator(key)
      if let nickname = draft.nickname.map(Key.line) {
        guard !nickname.isEmpty else { throw Failure(.usage, "a creator needs a nickname") }
        creator.nickname = nickname
      }
      try apply(draft, to: &creator)
      try refuseTaken(creator, by: key)
      try book.creators.update(key, to: creator)
      try file(draft, under: key, replacingCategories: true)
      return CreatorReceipt(id: creator.id, isNew: true)
    }
  }

  private func apply(_ draft: CreatorDraft, to creator: inout Creator) throws {
    if let url = draft.profileURL.map(Key.normalised) {
      creator.profileURL = url.isEmpty ? nil : url
      creator.userID = Key.userID(inLink: url) ?? creator.userID
    }
    if let userID = draft.userID.map(Key.normalised) {
      guard CreatorID.isUserID(userID) else {
        throw Failure(.usage, "user id: wanted 24 hexadecimal digits, found \"\(userID)\"")
      }
      creator.userID = userID.lowercased()
    }
    let words = { (text: String?, old: String?) in
      text.map(Key.line).map { $0.isEmpty ? nil : $0 } ?? old
    }
    creator.redID = words(draft.redID, creator.redID)
    creator.city = words(draft.city, creator.city)
    creator.gender = words(draft.gender, creator.gender)
    creator.agency = words(draft.agency, creator.agency)
    creator.healthLevel = words(draft.healthLevel, creator.healthLevel)
  }

  private func newID(_ draft: CreatorDraft, _ creator: Creator) throws -> CreatorID {
    if let id = draft.id.map(Key.normalised), !id.isEmpty {
      return CreatorID(CreatorID.isUserID(id) ? id.lowercased() : id)
    }
    if let userID = creator.userID { return CreatorID(userID) }
    if let redID = creator.redID { return CreatorID("red-\(redID)") }
    return try book.creators.nextOwnID()
  }

  private func refuseTaken(_ creator: Creator, by key: CreatorKey?) throws {
    let owners: [(String, CreatorKey?)] = [
      ("id \(creator.id)", try book.creators.key(id: creator.id)),
      ("user id \(creator.userID ?? "")", try creator.userID.flatMap(book.creators.key(userID:))),
      ("小红书号 \(creator.redID ?? "")", try creator.redID.flatMap(book.creators.key(redID:))),
    ]
    for case (let what, let owner?) in owners where owner != key {
      let other = try book.creators.creator(owner)
      throw Failure(
        .failed, "\(what) belongs to \(other.nickname) (\(other.id)) already",
        next: "see the card with: " + CommandText.line("show", other.id.text))
    }
  }

  private func file(
    _ draft: CreatorDraft, under key: CreatorKey, replacingCategories: Bool = false
  ) throws {
    if let followers = draft.followers {
      try book.facts.record(followers: followers, of: key, on: today, source: actor)
    }
    if let engagement = draft.engagement {
      try book.facts.record(engagement: engagement, of: key, on: today, source: actor)
    }
    for quote in draft.quotes { try book.quotes.record(quote, of: key, byPerson: true) }
    let words = try book.reference.categoryWords()
    let categories = try draft.categories.map(Self.label).filter { !$0.isEmpty }
      .map { words[$0.lowercased()] ?? $0 }
    if replacingCategories, !draft.categories.isEmpty {
      for category in try book.labels.categories(of: key) where !categories.contains(category) {
        try book.labels.removeCategory(category, of: key)
      }
    }
    for category in categories { try book.labels.addCategory(category, to: key) }
    for tag in try draft.tags.map(Self.label) where !tag.isEmpty {
      try book.labels.addTag(tag, to: key)
    }
    for contact in draft.contacts { try book.labels.addContact(contact, to: key) }
    if let note = draft.note.map(Key.normalised), !note.isEmpty {
      try book.notes.record(note, of: key, on: today, source: actor)
    }
  }
}
