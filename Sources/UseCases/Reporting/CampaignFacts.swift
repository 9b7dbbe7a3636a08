import Domain
import Store

/// All that hangs on a campaign, as it was known on a day.
struct CampaignFacts {
  /// A note, whose it is, and the ads on it by format.
  struct Note {
    let result: NoteResult
    let creator: KnownCreator?
    let ads: [(channel: ReturnChannel, course: AdCourse)]
  }

  /// A creator's order, with the band that its creator was in when it was booked.
  struct BandedOrder {
    let order: CampaignOrder
    let band: Band?
  }

  let campaign: Campaign
  let asOf: Day
  var shortlists: [Shortlist] = []
  var orders: [BandedOrder] = []
  /// What those cost by the day.
  var orderMoney = CampaignMoney()
  var notes: [Note] = []
  var conversions: [Dated<Conversion>] = []
  var searches: [Dated<SearchCount>] = []
  /// How many conversions of its days name neither campaign nor note.
  var ownerless: Int64 = 0
  let words: ChannelWords
  let tiers: TierTable
  /// How many days before the campaign searches are measured by.
  let searchWindow: Int32

  /// What it has cost by the day.
  var money: CampaignMoney {
    var sum = orderMoney
    sum.ads = adSpend.values.reduce(.zero, +)
    return sum
  }

  /// What ads cost by the day, by channel.
  var adSpend: [ReturnChannel: Money] {
    var sums: [ReturnChannel: Money] = [:]
    for ad in notes.flatMap(\.ads) {
      guard let spend = ad.course.spend(through: asOf) else { continue }
      sums[ad.channel, default: .zero] += spend
    }
    return sums
  }

  /// The notes that cost what a file states, since the books don't have their order.
  var notesOutsideBooks: [NoteResult] {
    notes.map(\.result).filter { $0.cost != nil && $0.costSource != "books" }
  }

  /// The first day: the campaign's own, else that of the first order, note or ad.
  var firstDay: Day {
    campaign.days?.lowerBound
      ?? (orders.map(\.order.bookedOn) + notes.compactMap { $0.result.publishedOn }
      + notes.flatMap { $0.ads.flatMap(\.course.saidOn) }).min() ?? asOf
  }
}
