public import Domain

/// What one row of a list, or one profile, says about one creator. Nothing here is looked up or made up.
public struct CreatorRecord: Hashable, Sendable {
  /// The parts of a record that have a day and a source of their own.
  public enum Part: Hashable, Sendable {
    /// Everything in the row that has none of its own.
    case row
    /// The follower count.
    case followers
    /// The engagement rate.
    case engagement
    /// The quotes.
    case quote
  }

  /// A value with the day and the source that the file gives for it, if it does.
  public struct Stamped<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    public var value: Value
    /// When it was seen.
    public var day: Day?
    /// Where it is from; `nil` for the layout's usual source.
    public var source: String?

    /// A value with its stamp.
    public init(_ value: Value, day: Day? = nil, source: String? = nil) {
      self.value = value
      self.day = day
      self.source = source
    }
  }

  /// A price, or the word that there is none.
  public struct Price: Hashable, Sendable {
    /// For which kind of note.
    public var format: NoteFormat
    /// Before the brand-side fee; `nil` when the list says that the format is not offered (price 0).
    public var price: Money?
    /// The last day it holds, if said.
    public var validUntil: Day?

    /// A price.
    public init(format: NoteFormat, price: Money?, validUntil: Day? = nil) {
      self.format = format
      self.price = price
      self.validUntil = validUntil
    }
  }

  /// A figure per note or in all, by name: `reads.everyday.30d`.
  public struct Metric: Hashable, Sendable {
    /// What, in which scene, over which window.
    public var name: String
    /// How many.
    public var value: Int64
  }

  /// What a rater says.
  public struct Review: Hashable, Sendable {
    /// Who; `nil` for the person who imports.
    public var rater: String?
    /// 1 through 5, if given.
    public var stars: Int64?
    /// Whether to book, if said.
    public var verdict: Verdict?
    /// Free text, may be empty.
    public var comment: String
    /// When, if said.
    public var day: Day?

    /// What a rater says.
    public init(
      rater: String?, stars: Int64? = nil, verdict: Verdict? = nil, comment: String = "",
      day: Day? = nil
    ) {
      (self.rater, self.stars, self.verdict) = (rater, stars, verdict)
      (self.comment, self.day) = (comment, day)
    }
  }

  /// Text that is kept with the creator because it is no value of ours.
  public struct Note: Hashable, Sendable {
    /// Why it is only a note.
    public enum Reason: String, CaseIterable, Sendable {
      /// A price past Pugongying: never a quote to book.
      case offPlatform = "off-platform price"
      /// A price that the source itself estimates.
      case estimate = "estimated price"
      /// A price with the brand-side fee in it, which does not give an exact quote.
      case withFee = "price with the fee in it"
      /// A price, and it is not said of which kind or by which terms.
      case unclearPrice = "price of unclear terms"
      /// Somebody's remark.
      case remark
    }

    /// The column's name; empty when it has none.
    public var label: String
    /// The cell.
    public var text: String
    /// Why it is only a note.
    public var reason: Reason

    /// The note as it is kept: `图文非报备: 4470 (off-platform price)`.
    public var line: String {
      (label.isEmpty ? "" : label + ": ") + text
        + (reason == .remark ? "" : " (\(reason.rawValue))")
    }
  }

  /// The line that the row or profile starts on.
  public var line: Int
  /// The user's own key, if the list has one.
  public var ownID: String?
  /// The 24-digit user id in lower case, from its column or any link.
  public var userID: String?
  /// 小红书号.
  public var redID: String?
  /// The profile page.
  public var profileURL: String?
  /// 昵称.
  public var nickname: String?
  /// How many follow.
  public var followers: Stamped<Int64>?
  /// Interactions per note as a part of a stated base.
  public var engagement: Stamped<EngagementRate>?
  /// Prices before the fee: image before video.
  public var quotes: [Stamped<Price>] = []
  /// Other figures, in the order of the columns.
  public var metrics: [Metric] = []
  /// As written, one a cell or content tag; a cell may name several.
  public var categories: [String] = []
  /// The MCN.
  public var agency: String?
  /// Where the creator lives.
  public var city: String?
  /// As written.
  public var gender: String?
  /// Pugongying's health level in words.
  public var healthLevel: String?
  /// Tags, each once, in the order of the file.
  public var tags: [String] = []
  /// What raters say, in the order of the columns.
  public var reviews: [Review] = []
  /// Ways to reach the creator.
  public var contacts: [Contact] = []
  /// What is kept as a note, in the order of the columns.
  public var notes: [Note] = []
  /// When the row was seen, if it says.
  public var day: Day?
  /// Where the row is from, if it says.
  public var source: String?

  /// A record that says nothing yet.
  public init(line: Int) {
    self.line = line
  }

  /// Whether the record says who it is about by anything but a name.
  public var hasIdentity: Bool { ownID != nil || userID != nil || redID != nil }
}
