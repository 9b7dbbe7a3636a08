import Domain
import Ledger
import Store

/// The fee books as the text of a journal that hledger reads.
public struct HledgerJournal: Sendable {
  /// The text.
  public private(set) var bytes: [UInt8] = []
  /// How far the books go that it was made from; entries that move nothing are left out of it.
  public let lastSequence: Int64

  init(head: ChainHead) {
    lastSequence = head.sequence
    add("; Fee books of both sides through entry \(head.sequence).")
    add("; head \(head)")
    add("commodity 1000.00 CNY")
    for account in Account.allCases { add("account \(Self.name(account))") }
  }

  /// Adds an entry; one that moves nothing is left out.
  mutating func add(_ entry: Entry) {
    guard !entry.transfers.isEmpty else { return }
    add("")
    add("\(entry.day) (\(entry.sequence)) \(Self.plain(entry.order)) \(entry.event.kind.rawValue)")
    for transfer in entry.transfers {
      add("    \(Self.name(transfer.debit))  \(transfer.amount.yuanText) CNY")
      add("    \(Self.name(transfer.credit))  -\(transfer.amount.yuanText) CNY")
    }
  }

  private mutating func add(_ line: String) {
    bytes += line.utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func name(_ account: Account) -> String {
    "\(account.books.rawValue):\(account.number) \(account.title)"
  }

  /// An order's name on one line and without what would begin a comment.
  private static func plain(_ name: String) -> String {
    String(Key.line(name).map { $0 == ";" ? "," : $0 })
  }
}

extension OpenBook {
  /// The fee books for hledger: a transaction for each entry, on its Shanghai day, in yuan.
  public func hledgerJournal() throws -> HledgerJournal {
    try book.snapshot {
      var journal = HledgerJournal(head: try book.ledger.head())
      try book.ledger.forEachLine { line in
        if let entry = line.entry { journal.add(entry) }
      }
      return journal
    }
  }
}
