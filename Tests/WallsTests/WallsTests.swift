import Foundation
import Testing

/// The house stays as it is drawn: who imports whom, what is written where, how large things are.
struct WallsTests {
  @Test func `a room imports what the table allows, and shows only Domain`() throws {
    expectNone(try SourceFile.sources().flatMap(Imports.offences))
  }

  @Test(arguments: Ban.all) func `the ban holds`(_ ban: Ban) throws {
    expectNone(try SourceFile.all().flatMap(ban.offences))
  }

  @Test func `no file is longer than 300 lines, no function longer than 40`() throws {
    expectNone(try SourceFile.sources().flatMap(Shape.length))
    expectNone(try SourceFile.sources().flatMap(Shape.functions))
  }

  @Test func `no line of code is wider than 100 characters`() throws {
    expectNone(try SourceFile.all().flatMap(Shape.lines))
  }

  @Test func `a file holds at most one public type, and has its name`() throws {
    expectNone(try SourceFile.sources().flatMap(Shape.publicTypes))
  }

  @Test func `each public declaration is documented`() throws {
    expectNone(try SourceFile.sources().flatMap(Shape.documentation))
  }

  @Test func `no file is named after being useful`() throws {
    expectNone(try SourceFile.all().flatMap(Shape.name))
  }

  @Test func `seed holds only tables, migrations only numbered scripts without a gap`() throws {
    expectNone(try Repository.files(below: "seed").filter { !$0.hasSuffix(".csv") })
    #expect(Folders.migrations(try Repository.files(below: "migrations")) == [])
  }

  @Test func `no text of the project names a path of one machine`() throws {
    let ban = try #require(Ban.all.last)
    let others =
      try Folders.texts.filter(Repository.exists)
      + ["seed", "migrations", "Sources", "Tests", "Benchmarks"].flatMap(Repository.files)
      .filter { name in Folders.textEndings.contains { name.hasSuffix($0) } }
    let files = try others.map {
      SourceFile(path: "Sources/\($0)", text: try Repository.text(of: $0))
    }
    expectNone(try files.flatMap(ban.offences))
  }

  @Test func `the product needs one Swift package and no other`() throws {
    let package = try Repository.text(of: "Package.swift")
    #expect(package.components(separatedBy: ".package(url:").count == 2)
  }

  /// Names each offence, where `#expect` would only say that there are some.
  private func expectNone(_ offences: [String]) {
    for offence in offences { Issue.record("\(offence)") }
  }
}
