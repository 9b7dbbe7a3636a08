// swift-tools-version: 6.2
import PackageDescription

/// Coverage of every room that reads other people's bytes, so that the fuzzer sees which ways they take.
let watched: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"]),
]

/// A package of its own: what the fuzzer is built with has no place in the product or in the benchmarks.
let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v26)],
  targets: [
    .systemLibrary(name: "CBytes"),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CEmbedded"),
    .target(name: "CFuzzMain"),
    .target(name: "Domain", swiftSettings: watched),
    .target(
      name: "Interchange", dependencies: ["CBytes", "CEmbedded", "CExpat", "CZlib", "Domain"],
      swiftSettings: watched,
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    .executableTarget(
      name: "fuzzreaders", dependencies: ["CFuzzMain", "Interchange", "Domain", "CZlib"],
      swiftSettings: watched,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
  ],
  cLanguageStandard: .c2x
)
