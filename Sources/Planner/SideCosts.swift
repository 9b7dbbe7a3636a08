/// What divisions have cost so far, to choose those that tell most: a guide, nothing that is claimed.
struct SideCosts {
  private var lost: [Double]
  private var number: [Int32]
  /// So many tries of each side are trusted.
  private let enough: Int32 = 2

  init(_ options: Int) {
    lost = [Double](repeating: 0, count: 2 * options)
    number = [Int32](repeating: 0, count: 2 * options)
  }

  func isUnknown(_ option: Int) -> Bool {
    min(number[2 * option], number[2 * option + 1]) < enough
  }

  /// Takes in what a division cost, per unit that it moved the option.
  mutating func learn(_ origin: SideNode.Origin, lost amount: Double) {
    let place = 2 * origin.option + (origin.isTaken ? 1 : 0)
    lost[place] += max(0, amount) / max(1e-6, origin.isTaken ? 1 - origin.part : origin.part)
    number[place] += 1
  }

  /// The larger, the more both sides are likely to cost.
  func score(_ open: (option: Int, part: Double)) -> Double {
    let place = 2 * open.option
    let without = lost[place] / Double(max(1, number[place])) * open.part
    let with = lost[place + 1] / Double(max(1, number[place + 1])) * (1 - open.part)
    return max(without, 1e-7) * max(with, 1e-7)
  }
}
