import ArgumentParser

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "eval", abstract: "")
  func run() throws {}
}
