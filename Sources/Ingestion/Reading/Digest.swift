import CSystem

/// SHA-256 in lower-case hexadecimals.
public enum Digest {
  /// - Returns: `nil` when the system has no libcrypto.
  public static func sha256(_ bytes: UnsafeRawBufferPointer) -> String? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      guard trich_sha256(bytes.baseAddress, bytes.count, digest.baseAddress) == 0 else { return nil }
      return String(unsafeUninitializedCapacity: 64) { text in
        for (index, byte) in digest.enumerated() {
          text[index * 2] = hexadecimal(byte >> 4)
          text[index * 2 + 1] = hexadecimal(byte & 15)
        }
        return 64
      }
    }
  }

  private static func hexadecimal(_ nibble: UInt8) -> UInt8 { nibble < 10 ? nibble + 0x30 : nibble + 0x57 }
}
