// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that nothing here is part of the product; the rooms are links to the product's.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v26)],
  targets: [
    .target(name: "Domain", swiftSettings: strict),
    .target(name: "Planner", dependencies: ["Domain"], swiftSettings: strict),
    .target(
      name: "Interchange", dependencies: ["Domain"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    .executableTarget(
      name: "solvetime", dependencies: ["Planner", "Interchange", "Domain"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
