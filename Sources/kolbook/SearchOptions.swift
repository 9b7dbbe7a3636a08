import ArgumentParser
import Domain
import UseCases

/// Which creators to take, for lists and exports.
struct SearchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Words in notes, or that find the creator as kolbook find does.", valueName: "words"))
  var search: String?
  @Option(help: ArgumentHelp("A tier, such as nano, micro, mid or top.", valueName: "code"))
  var tier: String?
  @Option(help: ArgumentHelp("A band: koc, mid or head.", valueName: "band")) var band: Band?
  @Option(help: "A category, such as 美妆 or beauty; any of several.") var category: [String] = []
  @Option(help: ArgumentHelp("An MCN.", valueName: "name")) var agency: String?
  @Option(help: "A tag; all of several.") var tag: [String] = []
  @Option(help: "Words in the place.") var city: String?
  @Option(help: ArgumentHelp("The least average rating, 1 to 5.", valueName: "stars"))
  var minRating: Stars?
  @Option(help: ArgumentHelp("The least engagement, such as 5%.", valueName: "rate"))
  var minEngagement: Rate?
  @Option(help: ArgumentHelp("The least quote.", valueName: "yuan")) var minFee: Money?
  @Option(help: ArgumentHelp("The highest quote.", valueName: "yuan")) var maxFee: Money?
  @Option(help: ArgumentHelp("The fewest followers.", valueName: "count")) var minFollowers: Count?
  @Flag(help: "Only those who are not blocked or in a conflict window.") var free = false

  var asked: CreatorSearch {
    var search = CreatorSearch()
    search.tier = tier
    search.band = band
    search.words = self.search
    search.filter.categories = category
    search.filter.agency = agency.map(Key.normalised)
    search.filter.tags = tag.map(Key.normalised)
    search.filter.city = city.map(Key.normalised)
    search.filter.minRatingHundredths = minRating?.hundredths
    search.filter.minEngagement = minEngagement?.basisPoints
    search.filter.minFee = minFee
    search.filter.maxFee = maxFee
    search.filter.minFollowers = minFollowers?.value
    search.filter.onlyFree = free
    return search
  }
}
