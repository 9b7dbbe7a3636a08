import ArgumentParser
import Domain

/// A verdict as people type it: `ok`, `price`, `price:1000`, `hold`, `no`.
struct VerdictWord: ExpressibleByArgument {
  let verdict: Verdict

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    let ceiling = parts.count == 2 ? try? Money(yuanText: parts[1]) : nil
    guard let code = parts.first, parts.count == 1 || ceiling.map({ $0 > .zero }) == true,
      let verdict = Verdict(code: code, ceiling: ceiling)
    else { return nil }
    self.verdict = verdict
  }
}
