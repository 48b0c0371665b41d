import ArgumentParser
import Evaluation
import Extraction
import Ingestion

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Score records against annotated articles.",
    discussion: """
      GOLD is a gold.jsonl, a folder with one, or a folder of .ann files with their texts. Without --records the texts are extracted now.

      Examples:
        trich eval corpus/gold
        trich eval corpus/gold --records output --errors 20
        trich eval corpus/gold --calibrate
      """)

  @Argument(help: "Annotated articles.")
  var gold: [String]

  @Option(help: ArgumentHelp("Score these records: a file of lines, or a folder of .json.", valueName: "path"))
  var records: String?

  @Option(help: ArgumentHelp("Show this many of the worst misses.", valueName: "n"))
  var errors: Int = 0

  @ArgumentParser.Flag(help: "Write each rule's measured precision to \(Calibration.file), here.")
  var calibrate = false

  func run() throws {
    var score = Score()
    do {
      let given = try records.map { RecordFiles.byName(try RecordFiles.read($0)) }
      let extractor = Extractor()
      for path in gold {
        let gold = try Gold(path)
        score.add(gold, try given ?? gold.records(by: extractor))
      }
    } catch let problem as GoldProblem {
      throw CommandFailure(problem.description)
    }
    let table = ScoreTable(score)
    try StandardStreams.print(table.text + table.worst(errors) + table.summary)
    if calibrate { try write(Calibration(score).text) }
  }

  private func write(_ text: String) throws {
    guard TextFile.contents(Calibration.file) != nil else {
      throw CommandFailure("\(Calibration.file): run this in the checkout", status: .usage)
    }
    do throws(InputProblem) {
      let file = try AtomicFile(Calibration.file)
      file.output.write(text)
      try file.commit()
    } catch {
      throw CommandFailure("\(Calibration.file): \(error.message)")
    }
  }
}
