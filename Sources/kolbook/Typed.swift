public import ArgumentParser
public import Domain

/// The field's values as people type them on the command line.
extension Money: ExpressibleByArgument {
  /// `3000`, `¥8,000`, `30万`, `1.2w`, in yuan.
  public init?(argument: String) {
    guard let money = try? Money(yuanText: argument) else { return nil }
    self = money
  }
}

extension Day: ExpressibleByArgument {
  /// `2026-08-03`, `2026/8/3`, `2026年8月3日`.
  public init?(argument: String) {
    self.init(argument)
  }
}

extension Moment: ExpressibleByArgument {
  /// `2026-08-03` (a Shanghai day), `2026-08-03T10:00:00+08:00`.
  public init?(argument: String) {
    self.init(argument)
  }
}

/// A change of an amount as people type it: `-0.01`, `12.50`.
struct Change: ExpressibleByArgument {
  let money: Money

  init?(argument: String) {
    guard let money = try? Money(signedYuanText: argument) else { return nil }
    self.money = money
  }
}

extension Share: ExpressibleByArgument {
  /// `8%`, `7.5%`; a bare number is percent.
  public init?(argument: String) {
    guard let share = try? Share(percentText: argument) else { return nil }
    self = share
  }
}

extension Band: ExpressibleByArgument {}

extension FeeRate.Mode: ExpressibleByArgument {}

extension NoteFormat: ExpressibleByArgument {
  /// `image`, `video`, `图文`, `视频`.
  public init?(argument: String) {
    self.init(argument)
  }
}

/// A whole count as people type it: `125000`, `12.5万`, `1.2w`.
struct Count: ExpressibleByArgument {
  let value: Int64

  init?(argument: String) {
    guard let number = try? ExactNumber(argument), let value = number.whole(), value >= 0 else {
      return nil
    }
    self.value = value
  }
}

/// A rate as people type it: `5.2%` or `5.2`, in whole basis points.
struct Rate: ExpressibleByArgument {
  let basisPoints: Int64

  init?(argument: String) {
    var text = argument
    if text.hasSuffix("%") { text.removeLast() }
    guard let number = try? ExactNumber(text), !number.namesUnit,
      let value = number.whole(timesTenTo: 2), (0...1_000_000).contains(value)
    else { return nil }
    basisPoints = value
  }
}

/// An average of stars as people type it: `4` or `3.5`.
struct Stars: ExpressibleByArgument {
  let hundredths: Int64

  init?(argument: String) {
    guard let number = try? ExactNumber(argument), let value = number.whole(timesTenTo: 2),
      (100...500).contains(value)
    else { return nil }
    hundredths = value
  }
}
