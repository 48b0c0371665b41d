import Foundation
import ReviewAssets

/// The files of the page, which are part of the program.
struct Assets: Sendable {
  /// A file with what the browser must know about it.
  struct File: Sendable {
    var type: String
    var data: Data
  }

  let files: [String: File]

  init() {
    var files: [String: File] = [:]
    guard var asset = trich_assets() else {
      self.files = files
      return
    }
    while let name = asset.pointee.name.map({ String(cString: $0) }) {
      files[name] = File(type: Assets.type(of: name), data: Data(bytes: asset.pointee.bytes, count: asset.pointee.length))
      asset += 1
    }
    self.files = files
  }

  func text(_ name: String) -> String { files[name].map { String(decoding: $0.data, as: UTF8.self) } ?? "" }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    default: "text/plain; charset=utf-8"
    }
  }
}
