import Glibc

// libFuzzer calls what is here with bytes of its own making (scripts/fuzz). The first argument names the part.

nonisolated(unsafe) private var chosen = Part.decoder

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  chosen.take(UnsafeRawBufferPointer(start: data, count: size))
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
struct Fuzz {
  static func main() {
    guard CommandLine.argc > 1, let part = Part(rawValue: CommandLine.arguments[1]) else {
      print("usage: fuzz \(Part.allCases.map(\.rawValue).joined(separator: "|")) [libFuzzer's arguments]")
      exit(2)
    }
    chosen = part
    // libFuzzer's own arguments begin behind the part.
    var count = CommandLine.argc - 1
    var arguments = CommandLine.unsafeArgv + 1
    exit(runDriver(&count, &arguments, testOneInput))
  }
}
