import Domain

/// What a column holds, for ``PlainReader``.
struct PlainColumn {
  enum Kind {
    /// It is not read.
    case ignored
    /// A row that says something in it is no plain one.
    case other
    case ownID, userID, redID, link
    case nickname, city, gender, agency, healthLevel, categories
    case followers, percent, basisPoints, base
    case image, video, fee, feeFen, format, validUntil
    case day, source
  }

  let kind: Kind
  /// Of followers: their unit is 10^`power`.
  private(set) var power: Int8 = 0
  /// Of a day or source: what it is of.
  private(set) var part = CreatorRecord.Part.row

  /// - Parameters:
  ///   - meaning: what its cells mean; `nil` when it is not read.
  ///   - isOurOwn: whether its list is one of kolbook's own.
  init(_ meaning: Meaning?, isOurOwn: Bool) {
    kind = meaning.map { Self.kind(of: $0, isOurOwn: isOurOwn) } ?? .ignored
    switch meaning {
    case .followers(let power): self.power = Int8(power)
    case .day(let part), .source(let part): self.part = part
    default: break
    }
  }

  private static func kind(of meaning: Meaning, isOurOwn: Bool) -> Kind {
    switch meaning {
    case .ownID: .ownID
    case .userID: .userID
    case .redID: .redID
    case .link: .link
    case .nickname: .nickname
    case .city: .city
    case .gender: .gender
    case .agency: .agency
    case .healthLevel: .healthLevel
    case .category where isOurOwn: .categories
    case .followers: .followers
    case .engagementPercent: .percent
    case .engagementBasisPoints: .basisPoints
    case .engagementBase: .base
    case .quote(.image): .image
    case .quote(.video): .video
    case .fee: .fee
    case .feeFen: .feeFen
    case .format: .format
    case .validUntil: .validUntil
    case .day: .day
    case .source: .source
    default: .other
    }
  }
}
