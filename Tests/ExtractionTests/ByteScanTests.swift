import CBytes
import Testing

@testable import Extraction

/// Sixteen bytes at a time say what one at a time say.
@Suite struct ByteScanTests {
  /// Bytes of all kinds with 64 zeros behind them.
  private func forRandomBytes(_ body: (UnsafePointer<UInt8>, Int) -> Void) {
    var random = SystemIndependentRandom(seed: 7)
    let interesting: [UInt8] =
      Array("az AZ09,./-&\"\\\n\t<@`{[".utf8) + [
        0, 0x1F, 0x7F, 0x80, 0xBF, 0xC2, 0xC3, 0xCC, 0xCD, 0xE1, 0xE2, 0xE3, 0xE4, 0xEE, 0xEF, 0xF0, 0xFF,
      ]
    for round in 0..<4000 {
      let count = round % 70
      var bytes = (0..<count).map { _ in
        random.next() % 3 == 0 ? UInt8.random(in: 0...255, using: &random) : interesting[Int(random.next() % UInt64(interesting.count))]
      }
      bytes += [UInt8](repeating: 0, count: 64)
      bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { body(base, count) } }
    }
  }

  @Test func endsOfRuns() {
    forRandomBytes { bytes, _ in
      let ends = trich_run_ends(bytes)
      for index in 0..<64 {
        #expect((ends >> UInt64(index) & 1 == 1) == (bytes[index] < 0x41))
        if ByteClasses.shared[bytes[index]] == .word { #expect(ends >> UInt64(index) & 1 == 0) }
      }
      if ends != 0 { #expect(trich_first(ends) == (0..<64).first { bytes[$0] < 0x41 }.map(Int64.init)) }
    }
  }

  @Test func plainBytesAreCopiedUpToTheFirstEscape() {
    forRandomBytes { bytes, count in
      var copy = [UInt8](repeating: 0xAA, count: count + 16)
      let plain = copy.withUnsafeMutableBufferPointer { trich_copy_plain($0.baseAddress, bytes, count) }
      let expected = (0..<count).first { bytes[$0] < 0x20 || bytes[$0] == 0x22 || bytes[$0] == 0x5C } ?? count
      #expect(plain == expected)
      #expect(Array(copy[..<plain]) == (0..<plain).map { bytes[$0] })
    }
  }

  @Test func paddedBytesAreCopiedUpToTheFirstEscape() {
    forRandomBytes { bytes, count in
      var copy = [UInt8](repeating: 0xAA, count: count + 16)
      let plain = copy.withUnsafeMutableBufferPointer { trich_copy_padded($0.baseAddress, bytes, count) }
      #expect(plain == (0..<count).first { bytes[$0] < 0x20 || bytes[$0] == 0x22 || bytes[$0] == 0x5C } ?? count)
      #expect(Array(copy[..<plain]) == (0..<plain).map { bytes[$0] })
    }
  }

  @Test func cleanText() {
    forRandomBytes { bytes, count in
      let isClean = (0..<count).allSatisfy { index in
        let byte = bytes[index]
        return byte >= 0x20 && ![0x22, 0x5C, 0xC2, 0xCC, 0xCD, 0xE2, 0xEF].contains(byte) && !(byte == 0x20 && bytes[index + 1] == 0x20)
      }
      var copy = [UInt8](repeating: 0xAA, count: count + 16)
      #expect(copy.withUnsafeMutableBufferPointer { trich_copy_clean($0.baseAddress, bytes, count) } == isClean)
      if isClean { #expect(Array(copy[..<count]) == (0..<count).map { bytes[$0] }) }
    }
  }

  @Test func continuationBytes() {
    forRandomBytes { bytes, count in
      let count = min(count, 64)
      #expect(trich_continuations(bytes, count) == (0..<count).filter { bytes[$0] & 0xC0 == 0x80 }.count)
    }
  }

  @Test func keysHoldTheWordAndZeros() {
    forRandomBytes { bytes, _ in
      for length in 0...16 {
        let key = trich_key(bytes, length)
        let expected = (0..<16).map { $0 < length ? bytes[$0] : 0 }
        let low = (0..<8).reduce(UInt64(0)) { $0 | UInt64(expected[$1]) << UInt64(8 * $1) }
        let high = (0..<8).reduce(UInt64(0)) { $0 | UInt64(expected[8 + $1]) << UInt64(8 * $1) }
        #expect(key.low == low && key.high == high)
      }
    }
  }

  @Test func bytesWithABit() {
    forRandomBytes { bytes, count in
      guard let first = (0..<count).first(where: { bytes[$0] & 0x24 != 0 }) else { return }
      #expect(trich_find_bits(bytes, 0x24) == first)
    }
  }

  @Test func endsInLists() {
    forRandomBytes { bytes, _ in
      let mask = { (marks: String) in (0..<16).reduce(UInt32(0)) { $0 | (marks.utf8.contains(bytes[$1]) ? 1 << UInt32($1) : 0) } }
      #expect(trich_field_ends(bytes) == mask("\t\n"))
      #expect(trich_word_ends(bytes) == mask(" ,/-&"))
    }
  }
}
