import Domain
import Store

/// The facts of a plain row, each with its day and source.
struct RowFacts {
  let followers: CreatorLoad.Fact?
  let rate: CreatorLoad.Fact?
  let image: CreatorLoad.Fact?
  let video: CreatorLoad.Fact?
  private let followersStamp: Int16
  private let rateStamp: Int16
  private let quoteStamp: Int16
  /// The day of the prices.
  let quotedOn: Day

  /// - Parameters:
  ///   - asOf: the day of a row that names none.
  ///   - source: the source of one that names none.
  init?(
    of row: CreatorRow, asOf: Day, source: CreatorRow.Text, _ stamps: inout RowStamps
  ) {
    let day = row.seen.day ?? asOf
    let source = row.seen.source.isEmpty ? source : row.seen.source
    func fact(_ value: Int64, _ stamp: CreatorRow.Stamp) -> CreatorLoad.Fact {
      CreatorLoad.Fact(
        value, on: stamp.day ?? day, source: stamp.source.isEmpty ? source : stamp.source)
    }
    let quote = fact(0, row.quoted)
    quotedOn = quote.day
    followers = row.followers >= 0 ? fact(row.followers, row.followersSeen) : nil
    rate = row.rate >= 0 ? fact(row.rate, row.rateSeen) : nil
    image = row.imageFen >= 0 ? fact(row.imageFen, row.quoted) : nil
    video = row.videoFen >= 0 ? fact(row.videoFen, row.quoted) : nil
    guard let followersStamp = stamps.number(followers, row),
      let rateStamp = stamps.number(rate, row),
      let quoteStamp = stamps.number(image ?? video, row)
    else { return nil }
    (self.followersStamp, self.rateStamp) = (followersStamp, rateStamp)
    self.quoteStamp = quoteStamp
  }

  subscript(fact: SaidRows.Fact) -> CreatorLoad.Fact? {
    switch fact {
    case .followers: followers
    case .rate: rate
    case .image: image
    case .video: video
    }
  }

  /// The number of a fact's stamp.
  func stamp(_ fact: SaidRows.Fact) -> Int16 {
    switch fact {
    case .followers: followersStamp
    case .rate: rateStamp
    case .image, .video: quoteStamp
    }
  }
}
