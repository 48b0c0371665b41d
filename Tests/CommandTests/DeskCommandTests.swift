import Foundation
import Support
import Testing

/// What `trich` leaves to `trich-desk`, which stands beside it wherever `trich` is called from.
@Suite struct DeskCommandTests {
  @Test(arguments: ["index", "review", "export"])
  func foldersAreHandedOver(command: String) throws {
    let run = try Program.trich(command, "no/such/folder")
    #expect(run.status == 4)
    #expect(run.error.hasPrefix("trich-desk: no/such/folder"))
  }

  @Test func optionsAreHandedOver() throws {
    #expect(try Program.trich("export", "x", "--as", "nothing").status == 2)
    #expect(try Program.trich("agree", "--help").output.contains("decisions.ndjson"))
  }

  @Test func aLinkAndThePathLeadThere() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/excerpt", withDestinationPath: Program.path)
    let calls = [
      ["\(folder.path)/excerpt", "index", "no/such/folder"],
      ["env", "PATH=\((Program.path as NSString).deletingLastPathComponent)", "trich", "index", "no/such/folder"],
      ["env", "PATH=\(folder.path)", "excerpt", "index", "no/such/folder"],
    ]
    for call in calls {
      let run = try Program.run(call)
      #expect(run.status == 4, "\(call)")
      #expect(run.error.hasPrefix("trich-desk:"), "\(call)")
    }
  }
}
