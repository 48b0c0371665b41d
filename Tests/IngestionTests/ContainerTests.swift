import Foundation
import Ingestion
import Support
import Testing

struct ContainerTests {
  /// What comes out of a specimen: paths with their sizes, or the reason why not.
  private func items(_ name: String, limits: ContainerLimits = ContainerLimits(), atMost limit: Int = 1 << 24) throws -> [String] {
    let path = "\(Checkout.root)/corpus/archive/containers/\(name)"
    var found: [String] = []
    do {
      let reader = try ContainerReader(file: path, limits: limits)
      while let item = reader.next() {
        switch item {
        case .skipped(let path, let problem): found.append("\(path): \(problem.reason.rawValue)")
        case .file(let entry):
          do {
            let bytes = try reader.read(atMost: limit)
            found.append("\(entry.path) \(bytes == Array(Specimen.bulletin.utf8) ? "bulletin" : "\(bytes.count)")")
          } catch {
            found.append("\(entry.path): \(error.reason.rawValue)")
          }
        }
      }
    } catch {
      found.append("cannot be opened: \(error.reason.rawValue)")
    }
    return found
  }

  @Test(arguments: [
    ("bulletin.txt.gz", ["bulletin.txt bulletin"]), ("bulletin-tcvn3.txt.xz", ["bulletin-tcvn3.txt 637"]),
    ("page.html.zst", ["page.html 2771"]),
    ("empty.zip", []), ("empty.txt.gz", ["empty.txt 0"]),
    ("folder.tar.xz", ["2004/ban-tin.txt bulletin", "2004/trang.html 2771", "2004/dong.ndjson 868"]),
    (
      "zips-in-zip.zip",
      [
        "2004/ban-tin.txt bulletin", "2004/thang-5/trong/bản tin.txt bulletin", "2004/thang-5/trong/trang.html 2771",
        "2004/ban-tin.txt bulletin",
      ]
    ),
    ("too-deep.zip", ["tang-5/tang-4/tang-3/tang-2.zip: too-deep"]), ("encrypted.zip", ["mat.txt: encrypted"]),
    (
      "tricks.tar",
      [
        "../thoat.txt: unsafe-path", "/tuyet-doi.txt: unsafe-path", "a/../../b.txt: unsafe-path", "lien-ket.txt: not-file",
        "lien-ket-cung.txt: not-file", "..\\windows.txt: unsafe-path", "tot.txt bulletin",
      ]
    ), ("old-names.tar", ["b%B6n tin.txt bulletin"]),
  ]) func specimens(_ name: String, _ expected: [String]) throws {
    let found = try items(name)
    #expect(found == expected, "\(found)")
  }

  @Test func damagedContainersGiveWhatIsWhole() throws {
    let zip = try items("cut-off.zip")
    #expect(zip.first == "mot.txt bulletin")
    #expect(zip.last?.hasSuffix("damaged-archive") == true)
    let gzip = try items("cut-off.txt.gz")
    #expect(gzip == ["cannot be opened: damaged-archive"], "\(gzip)")
    #expect(try items("not-an-archive.zip") == [": damaged-archive"])
  }

  @Test func bombsAreStopped() throws {
    #expect(try items("bomb.txt.gz", atMost: 1 << 30) == ["bomb.txt: archive-bomb"])
    #expect(try items("bomb.txt.gz") == ["bomb.txt: too-large"])
    var limits = ContainerLimits()
    limits.totalBytes = 1000
    #expect(try items("folder.tar.xz", limits: limits) == ["2004/ban-tin.txt bulletin", "2004/trang.html: archive-bomb"])
    limits = ContainerLimits()
    limits.entries = 2
    #expect(try items("folder.tar.xz", limits: limits).last == ": too-many-entries")
  }

  @Test func namesTellContainers() {
    #expect(
      ContainerName("a/2019.TAR.GZ").stem == "a/2019" && ContainerName("x.html.gz").stem == "x.html" && !ContainerName("x.txt").isContainer)
    #expect(!ContainerName(".gz").isContainer)
  }

  @Test func readsFromMemory() throws {
    let bytes = try Specimen.bytes("containers/zips-in-zip.zip")
    try bytes.withUnsafeBytes { buffer in
      #expect(ContainerName.isContainer(buffer))
      let reader = try ContainerReader(bytes: buffer, name: "a.zip")
      var count = 0
      while case .file? = reader.next() { count += 1 }
      #expect(count == 4)
    }
  }
}
