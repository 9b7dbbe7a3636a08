import ArgumentParser
import UseCases

struct OrderList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List orders, the earliest booked first.",
    discussion: """
      EXAMPLES
        kolbook order list --open
        kolbook order list --quarter 2026Q3 --format csv
        kolbook order list --creator 鹿小厨房
      """)

  @Flag(help: "Only orders that are neither completed nor cancelled.") var open = false
  @Option(help: ArgumentHelp("Only this creator's.", valueName: "name")) var creator: String?
  @Option(help: ArgumentHelp("Only orders in which something happened then."))
  var quarter: String?
  @Option(help: ArgumentHelp("The month the fiscal year starts in.", valueName: "month"))
  var fiscalStart = 1
  @OptionGroup var options: BookOptions

  /// The columns that fit a terminal; machine formats carry all of them.
  private static let shown = [
    "order", "booked_on", "nickname", "format", "status", "quote", "brand_total", "creator_net",
    "channel", "mcn",
  ]

  func run() throws {
    var query = OrderQuery()
    (query.onlyOpen, query.creator) = (open, creator)
    (query.quarter, query.fiscalStart) = (quarter, fiscalStart)
    let book = try options.open()
    let orders = try book.orders(query)
    guard options.format == .table else { return options.write(orders) }
    options.write(orders.keeping(Self.shown))
    guard orders.rows.isEmpty else {
      return Talk.say(Counted.text(Int64(orders.rows.count), "order"))
    }
    let isNew = try book.status().orders == 0
    Talk.say(
      none: "no orders",
      next: isNew
        ? "kolbook order book NUMBER --creator NAME --quote 8000, or: kolbook order import FILE"
        : "see all with: kolbook order list")
  }
}
