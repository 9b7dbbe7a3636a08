import Domain

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the program takes from outside: variables, the clock, random bytes.
enum Environment {
  /// A variable, or `nil` when it is not set or empty.
  static subscript(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  /// The time to work at: the clock, or `KOLBOOK_NOW` to make a run repeatable.
  static func now() throws -> Moment {
    guard let text = self["KOLBOOK_NOW"] else { return Moment(utcSeconds: Int64(time(nil))) }
    guard let moment = Moment(text) else {
      throw Failure(
        .usage, "KOLBOOK_NOW: wanted a time such as 2026-08-03T10:00:00+08:00, found \"\(text)\"")
    }
    return moment
  }

  /// Who works: `KOLBOOK_USER`, else the login name.
  static var user: String { self["KOLBOOK_USER"] ?? self["USER"] ?? "me" }

  /// The id of a new book: 16 random bytes, or those of `KOLBOOK_NOW`, because the hashes of the journal
  /// begin with them and a run that is repeated gives the same.
  static func bookID() throws -> [UInt8] {
    guard self["KOLBOOK_NOW"] == nil else {
      let seconds = UInt64(bitPattern: try now().utcSeconds)
      return (0..<16).map { UInt8(truncatingIfNeeded: seconds >> (UInt64($0) % 8 * 8)) }
    }
    var source = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &source) }
  }
}
