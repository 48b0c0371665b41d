import Extraction
import Foundation
import Ingestion
import Support
import Testing

/// Whatever the bytes are, decoding ends with valid UTF-8 and a map that stays inside the input.
struct DamageTests {
  private static let specimens: [(name: String, bytes: [UInt8])] = {
    let root = URL(fileURLWithPath: "\(Checkout.root)/corpus/archive")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.sorted { $0.path < $1.path }.compactMap { url in
      guard !url.hasDirectoryPath, !url.lastPathComponent.hasPrefix("bomb"), let data = try? Data(contentsOf: url) else { return nil }
      return (url.lastPathComponent, Array(data))
    }
  }()

  @Test func changedBytesAreRead() throws {
    var random = Dice(state: 2004)
    for round in 0..<40 {
      for specimen in Self.specimens {
        let bytes = Self.changed(specimen.bytes, &random)
        bytes.withUnsafeBytes { input in
          if ContainerName(specimen.name).isContainer { return unpack(input, specimen.name) }
          guard let article = try? DecodedArticle(input, name: specimen.name) else { return }
          #expect(String(validating: article.text, as: UTF8.self) != nil, "\(specimen.name) in round \(round)")
          checkMap(article, inputCount: input.count)
        }
      }
    }
  }

  @Test func pagesBuiltToBeSlowAreRefused() {
    let deep = Array(String(repeating: "<div>", count: 100_000).utf8)
    #expect(throws: PageProblem.self) { try deep.withUnsafeBytes { try DecodedArticle($0, name: "a.html") } }
    let open = Array(String(repeating: "<p><b>chữ ", count: 50_000).utf8)
    _ = open.withUnsafeBytes { try? DecodedArticle($0, name: "a.html") }
  }

  @Test(arguments: ["", " ", "\u{FEFF}", "&", "Ã", "<", "<html>", "\n\n"]) func shortTexts(_ text: String) {
    for name in ["a.txt", "a.html"] {
      let article = Array(text.utf8).withUnsafeBytes { try? DecodedArticle($0, name: name) }
      if name == "a.txt" { #expect(article != nil) }
    }
  }

  private func unpack(_ input: UnsafeRawBufferPointer, _ name: String) {
    guard let reader = try? ContainerReader(bytes: input, name: name) else { return }
    var items = 0
    while let item = reader.next(), items < 1000 {
      items += 1
      if case .file = item { _ = try? reader.read(atMost: 1 << 20) }
    }
    #expect(items < 1000)
  }

  private func checkMap(_ article: DecodedArticle, inputCount: Int) {
    var start = 0
    while start < article.text.count {
      let end = min(start + 7, article.text.count)
      let range = article.map.original(start..<end)
      #expect(range.lowerBound >= 0 && range.upperBound <= inputCount)
      start = end
    }
  }

  private static func changed(_ bytes: [UInt8], _ random: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: bytes.removeSubrange(place..<min(place + 20, bytes.count))
      }
    }
    return bytes
  }
}

/// The same numbers in each run.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
