// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A package of its own, so that nothing here is part of the product; the rooms are links to the product's.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v26)],
  targets: [
    .target(name: "Domain", swiftSettings: strict),
    .target(name: "Planner", dependencies: ["Domain"], swiftSettings: strict),
    .systemLibrary(name: "CBytes"),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CEmbedded"),
    .target(
      name: "Interchange", dependencies: ["CBytes", "CEmbedded", "CExpat", "CZlib", "Domain"],
      swiftSettings: strict,
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    .executableTarget(
      name: "solvetime", dependencies: ["Planner", "Interchange", "Domain"], swiftSettings: strict),
    .executableTarget(
      name: "readtime", dependencies: ["Interchange", "Domain"], swiftSettings: strict),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .target(
      name: "SQLite", dependencies: ["CSQLite"],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
    .target(name: "CRawCost", linkerSettings: [.linkedLibrary("sqlite3")]),
    .executableTarget(
      name: "wrappercost", dependencies: ["CRawCost", "SQLite"],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
  ],
  cLanguageStandard: .c2x
)
