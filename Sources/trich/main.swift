import CSimdjson
import Extraction
import Glibc

let extractor = Extractor()
let reader = ArticleReader(extractor)
let parser = trich_json_open()
var size = 0
var capacity = 1 << 20
var data = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
while true {
  if capacity - size < 1 << 20 {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    larger.update(from: data, count: size)
    data.deallocate()
    data = larger
    capacity *= 2
  }
  let n = read(0, data + size, capacity - size - 64)
  if n <= 0 { break }
  size += n
}
var start = 0
while start < size {
  var end = start
  if let p = memchr(data + start, 10, size - start) { end = p - UnsafeMutableRawPointer(data) } else { end = size }
  var article = trich_json_article()
  if let error = trich_json_read(parser, data + start, end - start, &article) {
    print("bad line", String(cString: error))
  } else if let bytes = article.text.bytes {
    let id = String(decoding: UnsafeBufferPointer(start: article.id.bytes, count: article.id.length), as: UTF8.self)
    var options = ExtractionOptions()
    if let p = article.published.bytes {
      options.published = PublicationDate(String(decoding: UnsafeBufferPointer(start: p, count: article.published.length), as: UTF8.self))
    }
    _ = reader.read(UnsafeRawBufferPointer(start: bytes, count: article.text.length), source: ArticleSource(id: id, byteCount: article.text.length, format: "ndjson"), options: options, isValidated: true)
  }
  if reader.outputCount > 1 << 16 {
    reader.withOutput { _ = write(1, $0.baseAddress, $0.count) }
    reader.removeOutput()
  }
  start = end + 1
}
reader.withOutput { _ = write(1, $0.baseAddress, $0.count) }
