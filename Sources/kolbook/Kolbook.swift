import ArgumentParser

@main
struct Kolbook: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "kolbook", version: "0.1.0")
}
