import Support

/// A folder to read and one to write into.
struct RunFolders {
  let input: TemporaryFolder
  let output: TemporaryFolder

  init() throws {
    input = try TemporaryFolder()
    output = try TemporaryFolder()
  }

  func extract(_ options: [String] = []) throws -> Program {
    try Program.run([Program.path, "extract", input.path, "--output", output.path] + options)
  }
}
