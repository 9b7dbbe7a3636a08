import ArgumentParser

/// Where the program starts, and the one place that ends it.
@main
enum Main {
  static func main() {
    do {
      var command = try Kolbook.parseAsRoot()
      try command.run()
    } catch {
      Ending.end(with: error)
    }
  }
}
