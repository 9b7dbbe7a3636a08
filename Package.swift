// swift-tools-version: 6.2
import PackageDescription

/// Every room is strict: what a file uses it imports, imports stay internal, warnings are errors.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Spans borrowed from SQLite's own memory need lifetime annotations, still experimental in 6.3.
let lifetimes: [SwiftSetting] = strict + [.enableExperimentalFeature("Lifetimes")]

let package = Package(
  name: "kolbook",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "kolbook", targets: ["kolbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "CBytes"),
    .target(name: "CEmbedded"),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: lifetimes),
    .target(name: "Domain", swiftSettings: strict),
    .target(name: "Planner", dependencies: ["Domain"], swiftSettings: strict),
    .target(
      name: "Ledger", dependencies: ["CCrypto", "Domain"], swiftSettings: strict,
      // Apple's systems have SHA-256 in the C library.
      linkerSettings: [.linkedLibrary("crypto", .when(platforms: [.linux]))]),
    .target(
      name: "Interchange", dependencies: ["CBytes", "CEmbedded", "CExpat", "CZlib", "Domain"],
      swiftSettings: strict,
      // In glibc and musl, iconv is part of the C library.
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    .target(
      name: "Store", dependencies: ["SQLite", "CEmbedded", "Domain", "Ledger"],
      swiftSettings: lifetimes),
    .target(
      name: "UseCases", dependencies: ["Domain", "Planner", "Ledger", "Interchange", "Store"],
      swiftSettings: strict),
    .executableTarget(
      name: "kolbook",
      dependencies: [
        "UseCases", "Domain", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SQLiteTests", dependencies: ["SQLite", "CSQLite"], swiftSettings: lifetimes),
    .testTarget(name: "DomainTests", dependencies: ["Domain"], swiftSettings: strict),
    .testTarget(name: "PlannerTests", dependencies: ["Planner", "Domain"], swiftSettings: strict),
    .testTarget(
      name: "LedgerTests", dependencies: ["Ledger", "Domain", "UseCases", "SQLite"],
      swiftSettings: strict),
    .testTarget(
      name: "InterchangeTests",
      dependencies: ["Interchange", "CBytes", "Domain", "UseCases", "CZlib"],
      exclude: ["samples", "odd"], swiftSettings: strict),
    .testTarget(
      name: "StoreTests", dependencies: ["Store", "SQLite", "CEmbedded", "Domain", "Ledger"],
      swiftSettings: lifetimes),
    .testTarget(
      name: "UseCasesTests",
      dependencies: ["UseCases", "Domain", "Planner", "Ledger", "Interchange", "Store", "SQLite"],
      swiftSettings: lifetimes),
    .testTarget(name: "WallsTests", swiftSettings: strict),
    .testTarget(
      name: "TranscriptTests", dependencies: ["kolbook", "SQLite"], exclude: ["transcripts"],
      swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)
