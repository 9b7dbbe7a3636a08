import Domain

/// What the index of names is searched by: a kind in the upper bits, then what it stands for from the left,
/// so that everything that begins alike is one range of numbers.
enum SearchToken {
  /// Tokens of one kind that begin alike; one token, if nothing is left open.
  typealias Span = Range<Int64>

  /// Signs from here on are dense (Chinese, kana, emoji …): one or two say much. Below are letters, of
  /// which it takes three.
  static let dense: UInt32 = 0x2E80

  /// One dense sign, or two in a row: they are different tokens.
  static func signs(_ first: UInt32, _ second: UInt32 = 0) -> Int64 {
    1 << 60 | Int64(first) << 30 | Int64(second)
  }

  /// All that begin with one to three letters in a row.
  static func letters(_ text: ArraySlice<UInt32>) -> Span {
    var bits: Int64 = 0
    for (place, scalar) in text.enumerated() { bits |= Int64(scalar) << Int64(28 - 14 * place) }
    return span(2, bits, open: 42 - 14 * text.count)
  }

  /// All that are read beginning with these.
  static func reading(_ letters: Letters) -> Span {
    span(3, Int64(letters.bits), open: 60 - 6 * letters.count)
  }

  /// All characters in a row whose readings begin with one to three letters.
  static func initials(_ letters: Letters) -> Span {
    span(4, Int64(letters.bits), open: 60 - 6 * letters.count)
  }

  /// All ids in capitals or full width that begin with these, folded; signs that are no letters count as none.
  static func id(_ letters: Letters) -> Span {
    span(5, Int64(letters.bits), open: 60 - 6 * letters.count)
  }

  private static func span(_ kind: Int64, _ bits: Int64, open: Int) -> Span {
    let low = kind << 60 | bits
    return low..<(low + 1 << Int64(max(open, 0)))
  }

  /// The letters that an id begins with, up to the first other sign.
  static func letters(ofID id: [UInt32]) -> Letters {
    Letters(id.prefix { Letters.code(of: $0) != nil }.compactMap(Letters.code))
  }
}

extension SearchToken {
  /// Every token of a folded name with where it is; one may come twice, its best place first.
  static func each(of name: [UInt32], _ body: (Int64, SearchPlace) -> Void) {
    for start in name.indices {
      let place = { (count: Int) -> SearchPlace in
        start > 0 ? .inside : count < name.count ? .start : .exact
      }
      if name[start] >= dense {
        body(signs(name[start]), place(1))
        if start + 1 < name.count, name[start + 1] >= dense {
          body(signs(name[start], name[start + 1]), place(2))
        }
      } else {
        let run = name[start..<min(start + 3, name.count)].prefix { $0 < dense }
        body(letters(run).lowerBound, place(run.count))
      }
    }
  }

  /// Every token of how a name is read; one may come twice.
  static func each(of name: SpokenName, _ body: (Int64) -> Void) {
    for start in name.units.indices where name.units[start].isChinese {
      let units = name.units[start...].prefix(3)
      for first in name.readings[name.units[start].readings] {
        guard start + 1 < name.units.count else {
          body(reading(first).lowerBound)
          continue
        }
        for second in name.readings[name.units[start + 1].readings] {
          body(reading(first.followed(by: second)).lowerBound)
        }
      }
      each(ofInitials: units, of: name, after: Letters(), body)
    }
  }

  private static func each(
    ofInitials units: ArraySlice<SpokenName.Unit>, of name: SpokenName, after start: Letters,
    _ body: (Int64) -> Void
  ) {
    guard let unit = units.first else { return body(initials(start).lowerBound) }
    for reading in name.readings[unit.readings] {
      let longer = start.followed(by: Letters(CollectionOfOne(reading[0])))
      each(ofInitials: units.dropFirst(), of: name, after: longer, body)
    }
  }
}

extension SearchToken {
  /// The tokens that every name with these words has, and whether each name with them has the words.
  static func plan(_ text: [UInt32]) -> (spans: [Span], isExact: Bool) {
    var spans: [Span] = []
    var runs = 0
    var start = 0
    while start < text.count {
      let isDense = text[start] >= dense
      let end = text[start...].firstIndex { ($0 >= dense) != isDense } ?? text.count
      runs += 1
      if isDense {
        for place in start..<max(end - 1, start + 1) {
          let token = signs(text[place], place + 1 < end ? text[place + 1] : 0)
          spans.append(token..<(token + 1))
        }
      } else if end - start >= 3 {
        for place in start...(end - 3) { spans.append(letters(text[place..<(place + 3)])) }
      } else if text.count == end - start {
        spans.append(letters(text[start..<end]))
      }
      start = end
    }
    return (spans, runs == 1 && spans.count == 1)
  }
}
