public import Domain
import Interchange
import Planner

/// The least part of a list that a category is to have, as a person writes it.
public struct CategoryWish: Hashable, Sendable {
  /// The category as the person named it.
  public let category: String
  /// The category's code, once it was looked up.
  public internal(set) var code: String
  /// The least part.
  public let share: Share
  /// Whether it is part of what is spent; else of the people.
  public let isOfSpend: Bool

  /// `beauty=30%` of the people, or `beauty=30% of spend`; `nil` for anything else.
  public init?(_ text: String) {
    guard let sign = text.lastIndex(of: "=") else { return nil }
    let words = text[text.index(after: sign)...].split(separator: " ").map(String.init)
    guard let first = words.first, let share = try? Share(percentText: first),
      [[], ["of", "spend"], ["of", "people"]].contains(Array(words.dropFirst()))
    else { return nil }
    let category = Key.normalised(String(text[..<sign]))
    guard !category.isEmpty else { return nil }
    (self.category, self.code, self.share) = (category, category, share)
    isOfSpend = words.last == "spend"
  }

  init?(_ json: JSON) {
    guard case .string(let text) = json["asked"], case .string(let code) = json["code"] else {
      return nil
    }
    self.init(text)
    self.code = code
  }

  /// The wish as it is written.
  public var text: String { "\(category)=\(share)\(isOfSpend ? " of spend" : "")" }

  var json: JSON { .object([.init("asked", .string(text)), .init("code", .string(code))]) }

  var minimum: CategoryMinimum {
    CategoryMinimum(name: category, share: share, of: isOfSpend ? .spend : .count)
  }
}

extension ShortlistRequest {
  /// Looks up the codes of the categories in the wishes.
  mutating func resolve(_ code: (String) throws -> String) rethrows {
    for place in categoryMinimums.indices {
      categoryMinimums[place].code = try code(categoryMinimums[place].category)
    }
  }

  /// A bit for each wish that someone with some categories counts towards.
  func bits(_ categories: [String]) -> UInt64 {
    categoryMinimums.enumerated().reduce(0) { bits, wish in
      categories.contains(wish.element.code) ? bits | 1 << UInt64(wish.offset) : bits
    }
  }
}
