import ArgumentParser
import Domain
import UseCases

/// `70/20/10`: the parts of base, middle and top, 100 in all.
struct MixWord: ExpressibleByArgument {
  let shares: [Band: Share]

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
      .compactMap { try? Share(percentText: String($0)) }
    guard parts.count == 3, parts.reduce(0, { $0 + $1.basisPoints }) == 10_000 else { return nil }
    shares = Dictionary(uniqueKeysWithValues: zip(Band.allCases, parts))
  }
}

/// `5`, `5%`, `90%`.
struct PercentWord: ExpressibleByArgument {
  let share: Share

  init?(argument: String) {
    guard let share = try? Share(percentText: argument) else { return nil }
    self.share = share
  }
}

/// `koc=200-500,mid=20-30,head=1-2`: a count or a range for each band named.
struct CountsWord: ExpressibleByArgument {
  let ranges: [Band: ClosedRange<Int>]

  init?(argument: String) {
    var ranges: [Band: ClosedRange<Int>] = [:]
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, let band = Band(rawValue: sides[0]), ranges[band] == nil else {
        return nil
      }
      let ends = sides[1].split(separator: "-", omittingEmptySubsequences: false)
        .compactMap { UInt32($0) }.map(Int.init)
      guard let low = ends.first, let high = ends.last, (1...2).contains(ends.count), low <= high,
        sides[1].count(where: { $0 == "-" }) == ends.count - 1
      else { return nil }
      ranges[band] = low...high
    }
    guard !ranges.isEmpty else { return nil }
    self.ranges = ranges
  }
}

/// `100000,500000` or `10万,50万`: where middle and top begin.
struct BandsWord: ExpressibleByArgument {
  let mid: Int64
  let head: Int64

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
      .compactMap { Count(argument: String($0))?.value }
    guard parts.count == 2, parts[0] <= parts[1] else { return nil }
    (mid, head) = (parts[0], parts[1])
  }
}

/// `beauty=30%` of the people, or `beauty=30% of spend`.
struct CategoryMinWord: ExpressibleByArgument {
  let wish: CategoryWish

  init?(argument: String) {
    guard let wish = CategoryWish(argument) else { return nil }
    self.wish = wish
  }
}

/// `image`, `video`, `image,video`.
struct FormatsWord: ExpressibleByArgument {
  let formats: Set<NoteFormat>

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    let formats = words.compactMap { NoteFormat(String($0)) }
    guard formats.count == words.count, !formats.isEmpty else { return nil }
    self.formats = Set(formats)
  }
}
