import Testing

/// A wall that cannot fall holds nothing up: each is shown something that offends.
struct WallsCanFailTests {
  @Test(arguments: Ban.all) func `the ban finds its bad line`(_ ban: Ban) throws {
    let file = SourceFile(path: "Sources/Domain/Bad.swift", text: "let good = 1\n\(ban.bad)\n")
    #expect(try ban.offences(in: file).count == 1)
    for room in ban.allowedIn {
      let allowed = SourceFile(path: "Sources/\(room)/Good.swift", text: ban.bad)
      #expect(try ban.offences(in: allowed) == [], "\(room)")
    }
  }

  @Test func `a ban on code passes over comments and strings`() throws {
    let text = """
      // print(total), as /* print(total) */ it was
      let help = "print(total)" + #"print("total")"# /* print(1) */
      let more = \"\"\"
        print(total)
        \"\"\"
      """
    let file = SourceFile(path: "Sources/Domain/Good.swift", text: text)
    for ban in Ban.all { #expect(try ban.offences(in: file) == []) }
    #expect(file.code.split(separator: "\n").count == 5)
  }

  @Test(arguments: [
    ("Domain", "import Foundation"), ("Domain", "import Store"), ("Planner", "import Ledger"),
    ("SQLite", "import Domain"), ("SQLite", "import Glibc"), ("Ledger", "import Darwin"),
    ("Store", "import Foundation"), ("Interchange", "internal import Store"),
    ("UseCases", "import kolbook"), ("kolbook", "import Store"),
    ("kolbook", "@preconcurrency import SQLite"), ("UseCases", "public import Store"),
    ("Store", "@_exported import Domain"), ("Domain", "import struct Foundation.Date"),
    ("Cellar", "import Domain"),
    ("Domain", "#if canImport(Darwin)\n#else\n  import Foundation\n#endif"),
    ("Store", "#if canImport(Darwin)\n  import Foundation\n#endif"),
  ]) func `an import across a wall is found`(_ room: String, _ line: String) {
    let file = SourceFile(path: "Sources/\(room)/Bad.swift", text: "\(line)\n")
    #expect(Imports.offences(in: file).count == 1)
  }

  @Test(arguments: [
    ("Planner", "public import Domain"), ("Store", "import SQLite"), ("kolbook", "import UseCases"),
    ("Store", "  import Glibc"), ("Domain", "// import Foundation"),
    ("Domain", "let important = 1"),
    ("Domain", "#if canImport(Darwin)\n  import Foundation\n#endif"),
  ]) func `an allowed import is passed over`(_ room: String, _ line: String) {
    let file = SourceFile(path: "Sources/\(room)/Good.swift", text: "\(line)\n")
    #expect(Imports.offences(in: file) == [])
  }

  @Test func `a long file, a long function and a wide line are found`() {
    let body = String(repeating: "    work()\n", count: 39)
    let long = "struct A {\n  public func run() {\n\(body)  }\n  func ok() {\n    work()\n  }\n}\n"
    let file = SourceFile(path: "Sources/Domain/A.swift", text: long)
    #expect(Shape.functions(of: file) == ["Sources/Domain/A.swift:2: 41 lines"])
    #expect(Shape.length(of: file) == [])
    let longer = SourceFile(
      path: "Sources/Domain/A.swift", text: String(repeating: "x\n", count: 301))
    #expect(Shape.length(of: longer) == ["Sources/Domain/A.swift: 301 lines"])
    let wide = SourceFile(path: "A.swift", text: String(repeating: "x", count: 101))
    #expect(Shape.lines(of: wide).count == 1)
  }

  @Test func `a second public type, a type under another name and a bare declaration are found`() {
    let two = "public struct A {}\npublic enum B {}\n"
    #expect(Shape.publicTypes(of: SourceFile(path: "S/D/A.swift", text: two)).count == 1)
    let other = "public final class B: C {}\n"
    #expect(Shape.publicTypes(of: SourceFile(path: "S/D/A.swift", text: other)).count == 1)
    let nested = "public struct A {\n  public enum B {}\n}\nextension C {}\n"
    #expect(Shape.publicTypes(of: SourceFile(path: "S/D/A.swift", text: nested)) == [])
    let bare = "/// A.\n@frozen\npublic struct A {\n  public let b: Int\n}\n"
    #expect(
      Shape.documentation(of: SourceFile(path: "S/D/A.swift", text: bare))
        == ["S/D/A.swift:4: public let b: Int"])
  }

  @Test(arguments: ["StringUtils", "BookManager", "Helpers", "RateService", "Money+Text"])
  func `a useful name is found`(_ name: String) {
    #expect(!Shape.name(of: SourceFile(path: "Sources/Domain/\(name).swift", text: "")).isEmpty)
  }

  @Test func `a gap between migrations and a stray file are found`() {
    #expect(Folders.migrations(["migrations/0001_a.sql", "migrations/0002_b.sql"]) == [])
    #expect(Folders.migrations(["migrations/0001_a.sql", "migrations/0003_b.sql"]).count == 1)
    #expect(Folders.migrations(["migrations/0001_a.txt"]).count == 1)
  }
}
