import ArgumentParser
import Evaluation

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema (draft 2020-12) that every record fits.")

  func run() throws { try StandardStreams.print(Sheet.recordSchema) }
}
