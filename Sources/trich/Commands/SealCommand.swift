import ArgumentParser
import Extraction
import Glibc

/// The last step of `scripts/build`.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal", abstract: "Put the finished lexicon into a copy of this program, which starts sooner with it.",
    shouldDisplay: false)

  @Argument(help: "The copy.") var copy: String

  func run() throws {
    guard let image = LexiconImage.bytes(), LexiconImage.place >= 0 else {
      throw CommandFailure("the program has no room for the lexicon: TRICH_LEXICON_ROOM in Words.h")
    }
    let file = open(copy, O_WRONLY | O_CLOEXEC)
    guard file >= 0, pwrite(file, image, image.count, off_t(LexiconImage.place)) == image.count, close(file) == 0 else {
      throw CommandFailure("\(copy): \(String(cString: strerror(errno)))", status: .someFailed)
    }
  }
}
