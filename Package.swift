// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "trich",
  products: [
    .library(name: "Extraction", targets: ["Extraction"]),
    .executable(name: "trich", targets: ["trich"]),
    .executable(name: "trich-desk", targets: ["trich-desk"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // ICU, libxml2 and libarchive are loaded when first needed (dlopen): nothing is linked.
    .target(name: "CICU"),
    .target(name: "Words"),
    .target(name: "CBytes"),
    .target(name: "Extraction", dependencies: ["CBytes", "CICU", "Words"]),
    .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CHTML"),
    .target(name: "CArchive"),
    .target(name: "CSystem"),
    .target(name: "Ingestion", dependencies: ["Extraction", "CSimdjson", "CSystem", "CHTML", "CArchive"]),
    .target(name: "Sheets"),
    .target(name: "Evaluation", dependencies: ["Extraction", "Ingestion", "CICU", "Sheets"]),
    .executableTarget(
      name: "trich",
      dependencies: [
        "Extraction", "Ingestion", "Evaluation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "Archive",
      dependencies: [
        "Extraction", "Words",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "ReviewAssets"),
    .target(
      name: "ReviewSite",
      dependencies: [
        "Archive", "ReviewAssets",
        .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .executableTarget(
      name: "trich-desk",
      dependencies: [
        "Archive", "ReviewSite",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "ArchiveTests",
      dependencies: ["Archive", "Evaluation", "Extraction", "Support", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "Support", dependencies: ["Ingestion"], path: "Tests/Support"),
    .testTarget(name: "ExtractionTests", dependencies: ["CBytes", "Extraction", "Evaluation", "Support"]),
    .testTarget(name: "EvaluationTests", dependencies: ["Extraction", "Evaluation", "Support"]),
    .testTarget(name: "IngestionTests", dependencies: ["Extraction", "Ingestion", "Support"]),
    .testTarget(name: "CommandTests", dependencies: ["trich", "Support"]),
  ],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx20
)

// scripts/build compiles these two by what they did over the corpus, which scripts/profile has counted; see docs/performance.md.
if let profile = Context.environment["TRICH_PROFILE"] {
  let counts = profile == "generate"
  // The compiler would keep what it made without the profile: it compares only what goes into its last stage, without it.
  let flags = ["-disable-incremental-llvm-codegen", counts ? "-ir-profile-generate" : "-ir-profile-use=\(profile)"]
  for target in package.targets where ["Extraction", "Ingestion"].contains(target.name) {
    target.swiftSettings = [.unsafeFlags(flags.flatMap { ["-Xfrontend", $0] })]
  }
  for target in package.targets where target.name == "trich" && counts {
    target.linkerSettings = [.unsafeFlags(["-profile-generate"])]
  }
}

// scripts/fuzz: instruments what reads input, and builds the program that libFuzzer drives.
if Context.environment["TRICH_FUZZ"] != nil {
  for target in package.targets where ["Extraction", "Ingestion"].contains(target.name) {
    target.swiftSettings = [.unsafeFlags(["-sanitize=fuzzer"])]
  }
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Extraction", "Ingestion"], path: "Tests/Fuzz", swiftSettings: [.unsafeFlags(["-sanitize=fuzzer"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
