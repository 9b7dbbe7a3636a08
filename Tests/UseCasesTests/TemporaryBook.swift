import Domain
import Foundation
import Store

@testable import UseCases

/// A new book with the shipped reference data in a folder that goes with the test.
final class TemporaryBook {
  let folder: String
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kolbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
    path = "\(folder)/kolbook.db"
    try OpenBook.create(at: path, id: .init(repeating: 3, count: 16), now: Self.noon)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// 2026-11-23 in Shanghai.
  static let noon = Moment(utcSeconds: 1_795_406_400)

  func open(as actor: String = "lin", days: Int64 = 0) throws -> OpenBook {
    try OpenBook(
      path: path, now: Moment(utcSeconds: Self.noon.utcSeconds + days * 86_400), actor: actor)
  }
}
