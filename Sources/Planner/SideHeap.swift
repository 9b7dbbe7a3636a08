/// Places where a direction reaches something, the nearest first; of equals the one found first.
struct SideHeap {
  struct Entry {
    let at: Double
    let option: Int

    static func < (left: Entry, right: Entry) -> Bool {
      left.at == right.at ? left.option < right.option : left.at < right.at
    }
  }

  private var entries: [Entry] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  /// Adds an entry without order; ``arrange()`` makes the order.
  mutating func append(_ entry: Entry) { entries.append(entry) }

  mutating func arrange() {
    for place in stride(from: entries.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  mutating func insert(_ entry: Entry) {
    entries.append(entry)
    var place = entries.count - 1
    while place > 0, entries[place] < entries[(place - 1) / 2] {
      entries.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() -> Entry? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    if !entries.isEmpty {
      entries[0] = last
      sink(0)
    }
    return first
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < entries.count {
        if entries[child] < entries[least] { least = child }
      }
      if least == place { return }
      entries.swapAt(place, least)
      place = least
    }
  }
}
