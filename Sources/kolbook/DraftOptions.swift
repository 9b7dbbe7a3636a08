import ArgumentParser
import Domain
import UseCases

/// What a person types of a creator, for adding and editing.
struct DraftOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The 24-digit user id.", valueName: "id")) var userID: String?
  @Option(help: ArgumentHelp("小红书号.", valueName: "id")) var redID: String?
  @Option(help: ArgumentHelp("The profile page; carries the user id.", valueName: "link"))
  var url: String?
  @Option(help: ArgumentHelp("Followers today, such as 125000 or 12.5万.", valueName: "count"))
  var followers: Count?
  @Option(help: ArgumentHelp("Engagement per follower today, such as 5.2%.", valueName: "rate"))
  var engagement: Rate?
  @Option(help: ArgumentHelp("The quote for an image note; 0: not offered.", valueName: "yuan"))
  var image: Money?
  @Option(help: ArgumentHelp("The quote for a video note; 0: not offered.", valueName: "yuan"))
  var video: Money?
  @Option(help: "A category, such as 美妆 or beauty; repeatable.") var category: [String] = []
  @Option(help: ArgumentHelp("The MCN; \"\" takes it away.", valueName: "name"))
  var agency: String?
  @Option(help: "Where the creator lives.") var city: String?
  @Option(help: "As you write it.") var gender: String?
  @Option(help: "A tag; repeatable.") var tag: [String] = []
  @Option(
    help: ArgumentHelp("A contact, such as wechat=abc; repeatable.", valueName: "kind=value"))
  var contact: [String] = []
  @Option(help: "A note.") var note: String?

  func draft(on day: Day, source: String) throws -> CreatorDraft {
    var draft = CreatorDraft()
    draft.userID = userID
    draft.redID = redID
    draft.profileURL = url
    draft.city = city
    draft.gender = gender
    draft.agency = agency
    draft.followers = followers?.value
    draft.engagement = engagement.map {
      EngagementRate(basisPoints: $0.basisPoints, base: .followers)
    }
    draft.categories = category
    draft.tags = tag
    draft.note = note
    draft.contacts = try contact.map(Self.contact)
    draft.quotes = [(NoteFormat.image, image), (.video, video)].compactMap { format, price in
      price.map {
        Quote(format: format, price: $0 == .zero ? nil : $0, quotedOn: day, source: source)
      }
    }
    return draft
  }

  private static func contact(_ text: String) throws -> Contact {
    let parts = text.split(separator: "=", maxSplits: 1).map { Key.normalised(String($0)) }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw ValidationError("--contact: wanted kind=value, such as wechat=abc, found '\(text)'")
    }
    return Contact(kind: parts[0], value: parts[1])
  }
}
