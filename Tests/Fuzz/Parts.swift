import Extraction
import Glibc
import Ingestion

/// A part of the program that takes bytes from outside.
enum Part: String, CaseIterable {
  case decoder, page, lines, container, extractor
}

private let extractor = Extractor()
nonisolated(unsafe) private let reader = ArticleReader(extractor)
private let nowhere = open("/dev/null", O_WRONLY)

extension Part {
  /// Ends the program where something is not as it must be.
  func take(_ bytes: UnsafeRawBufferPointer) {
    switch self {
    case .decoder: decode(bytes)
    case .page: readPage(bytes)
    case .lines: readLines(bytes)
    case .container: unpack(bytes)
    case .extractor: extract(bytes)
    }
  }
}

private func decode(_ bytes: UnsafeRawBufferPointer) {
  let text = DecodedText(bytes)
  check(text.bytes, text.map, in: bytes.count)
}

private func readPage(_ bytes: UnsafeRawBufferPointer) {
  guard let page = try? DecodedArticle(bytes, name: "a.html") else { return }
  check(page.text, page.map, in: bytes.count)
  for cut in page.cuts { precondition(cut.range.lowerBound >= 0 && cut.range.upperBound <= bytes.count, "a cut leads out of the page") }
}

/// Valid UTF-8, each piece of which came from somewhere in the input.
private func check(_ text: [UInt8], _ map: OffsetMap, in count: Int) {
  precondition(String(validating: text, as: UTF8.self) != nil, "the text is no UTF-8")
  for start in stride(from: 0, to: text.count, by: 5) {
    let origin = map.original(start..<min(start + 5, text.count))
    precondition(origin.lowerBound >= 0 && origin.upperBound <= count, "the map leads out of the input")
  }
}

private func readLines(_ bytes: UnsafeRawBufferPointer) {
  // What libFuzzer makes fits into a pipe.
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { return }
  write(ends[1], bytes.baseAddress, min(bytes.count, 1 << 16))
  close(ends[1])
  defer { close(ends[0]) }
  let options = RunOptions(maxArticle: 1 << 16, reading: .ndjson)
  let destination = LineDestination(ByteOutput(descriptor: nowhere))
  ExtractionRun(extractor: extractor, options: options, destination: destination) { _ in }.read(from: ends[0], id: "x")
}

private func unpack(_ bytes: UnsafeRawBufferPointer) {
  var limits = ContainerLimits()
  limits.totalBytes = 1 << 22
  limits.entries = 1000
  guard let reader = try? ContainerReader(bytes: bytes, name: "a.zip", limits: limits) else { return }
  while let item = reader.next() {
    guard case .file(let entry) = item else { continue }
    precondition(!entry.path.hasPrefix("/") && !entry.path.split(separator: "/").contains(".."), "a path leads out")
    _ = try? reader.read(atMost: 1 << 20)
  }
}

private func extract(_ bytes: UnsafeRawBufferPointer) {
  reader.removeOutput()
  _ = reader.read(bytes, source: ArticleSource(id: "x"), options: ExtractionOptions(includeText: true))
  reader.withOutput { record in
    precondition(record.last == UInt8(ascii: "\n") && String(validating: record, as: UTF8.self) != nil, "the record is no line of UTF-8")
  }
}
