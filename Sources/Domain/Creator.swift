/// Who a creator is, apart from everything that changes over time.
public struct Creator: Hashable, Sendable {
  /// The key in the book.
  public var id: CreatorID
  /// 昵称, as last seen.
  public var nickname: String
  /// The 24-digit user id, if known.
  public var userID: String?
  /// 小红书号, if known.
  public var redID: String?
  /// The profile page, if known.
  public var profileURL: String?
  /// Where the creator lives, as the source wrote it.
  public var city: String?
  /// As the source wrote it.
  public var gender: String?
  /// The MCN that represents the creator; `nil` for none known.
  public var agency: String?
  /// Pugongying's health level as the source wrote it, such as 优秀.
  public var healthLevel: String?

  /// The profile page: as given, else by the user id.
  public var profileLink: String? {
    profileURL ?? userID.map { "https://www.xiaohongshu.com/user/profile/\($0)" }
  }

  /// A creator; everything but key and nickname may be unknown.
  public init(
    id: CreatorID, nickname: String, userID: String? = nil, redID: String? = nil,
    profileURL: String? = nil, city: String? = nil, gender: String? = nil, agency: String? = nil,
    healthLevel: String? = nil
  ) {
    self.id = id
    self.nickname = nickname
    self.userID = userID
    self.redID = redID
    self.profileURL = profileURL
    self.city = city
    self.gender = gender
    self.agency = agency
    self.healthLevel = healthLevel
  }
}
