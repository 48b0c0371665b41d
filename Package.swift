// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "trich",
  products: [
    .library(name: "Extraction", targets: ["Extraction"]),
    .executable(name: "trich", targets: ["trich"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CICUSys", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "CICU", dependencies: ["CICUSys"]),
    .target(name: "Words"),
    .target(name: "Extraction", dependencies: ["CICU", "Words"]),
    .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
    // libxml2 and libarchive are loaded when first needed (dlopen): nothing is linked.
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
    .target(name: "Support", dependencies: ["Ingestion"], path: "Tests/Support"),
    .testTarget(name: "ExtractionTests", dependencies: ["Extraction", "Evaluation", "Support"]),
    .testTarget(name: "EvaluationTests", dependencies: ["Extraction", "Evaluation", "Support"]),
    .testTarget(name: "IngestionTests", dependencies: ["Extraction", "Ingestion", "Support"]),
    .testTarget(name: "CommandTests", dependencies: ["trich", "Support"]),
  ],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx20
)
