import Foundation

/// The `kolbook` that was built together with these tests.
enum Program {
  struct NotBuilt: Error {}

  /// The program beside the test bundle, or in a folder above it.
  static func path() throws -> URL {
    for argument in CommandLine.arguments {
      var folder = URL(filePath: argument).deletingLastPathComponent()
      for _ in 0..<4 {
        let program = folder.appending(path: "kolbook")
        if isProgram(program) { return program }
        folder.deleteLastPathComponent()
      }
    }
    throw NotBuilt()
  }

  private static func isProgram(_ file: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: file.path)
  }
}
