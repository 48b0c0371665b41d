import Ingestion
import Testing

@Suite struct DigestTests {
  @Test func knownDigests() {
    let cases = [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ]
    for (text, digest) in cases {
      #expect(Array(text.utf8).withUnsafeBytes(Digest.sha256) == digest)
    }
  }
}
