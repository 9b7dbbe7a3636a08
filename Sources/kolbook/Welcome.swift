import UseCases

/// What the command says without arguments: where the book is, what is in it, what to do next.
enum Welcome {
  static func show(_ options: BookOptions) throws {
    let status = try options.open().status()
    guard options.format == .table else { return options.write(status.listing) }
    let counts = [
      Counted.text(status.creators, "creator"), Counted.text(status.shortlists, "shortlist"),
      Counted.text(status.orders, "order"),
    ]
    Output.write("\(status.isDemo ? "the fictional book" : "the book") \(status.path) holds")
    Output.write("  \(counts.joined(separator: ", "))")
    Output.write("next: \(next(status))")
  }

  private static func next(_ status: BookStatus) -> String {
    if status.creators == 0 { return "kolbook import LIST.csv, or: kolbook add NICKNAME" }
    if status.shortlists == 0 { return "kolbook shortlist --budget 30万 --save NAME" }
    if status.orders == 0 { return "kolbook order book --from-shortlist NAME" }
    return "kolbook list, kolbook shortlist list, kolbook audit QUARTER; kolbook --help for all"
  }
}
