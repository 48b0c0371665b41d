import Archive
import ArgumentParser
import ReviewSite
let archive = try Archive(directory: CommandLine.arguments[1])
let t = ContinuousClock.now
let r = try archive.index(rebuild: CommandLine.arguments.count > 2)
print(r, ContinuousClock.now - t, archive.repairs)
