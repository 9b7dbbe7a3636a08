import ArgumentParser
import Domain

/// How a kept list is put to the planner again.
struct RevisionOptions: ParsableArguments {
  @Flag(help: "Take the picks' prices and values as they were decided, not those of today.")
  var pricesAsDecided = false
  @Option(help: ArgumentHelp("Keep the new list under this name.", valueName: "name"))
  var save: String?
  @Option(help: ArgumentHelp("How long to search at the most.", valueName: "seconds"))
  var timeLimit: UInt32 = 10

  /// The new name, if one is said.
  var newName: String? { save.map(Key.normalised) }

  func validate() throws {
    if newName == "" { throw ValidationError("--save: the name is empty") }
  }
}
