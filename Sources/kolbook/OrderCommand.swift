import ArgumentParser

struct OrderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: "Book orders and record what happens to them.",
    discussion: """
      EXAMPLES
        kolbook order book 99990000202604030001 --creator 鹿小厨房 \\
          --quote 8000 --note image
        kolbook order pay 99990000202604030001
        kolbook order complete 99990000202604030001
        kolbook order refund 99990000202604030001 1234.56
        kolbook order list --open
        kolbook order show 99990000202604030001
      """,
    subcommands: [
      OrderBook.self, OrderPay.self, OrderPublish.self, OrderComplete.self, OrderAmend.self,
      OrderRefund.self, OrderCancel.self, OrderAdjust.self, OrderList.self, OrderShow.self,
      OrderFapiao.self, OrderImportCommand.self,
    ])
}
