import Foundation
import Testing

/// Each file in `transcripts/` is what a person sees. `KOLBOOK_RECORD=1 swift test --filter TranscriptTests`
/// writes what was seen into the files instead of comparing.
struct TranscriptTests {
  @Test(arguments: try Repository.allTranscripts())
  func `a transcript is what a person sees`(_ transcript: Transcript) throws {
    let shell = try Shell()
    try shell.copy(Repository.samples)
    let seen = try shell.run(transcript.steps)
    if Self.records {
      try transcript.text(seen: seen).write(
        to: Repository.transcripts.appending(path: transcript.name), atomically: true,
        encoding: .utf8)
      return
    }
    for (step, now) in zip(transcript.steps, seen) where step != now {
      let difference = LineDifference.text(wanted: step.output, seen: now.output)
      Issue.record("\(transcript.name): $ \(step.command)\n\(difference)")
    }
  }

  @Test func `the README's tour runs block by block as printed`() throws {
    let shell = try Shell()
    try shell.copy(Repository.samples, to: "Tests/InterchangeTests")
    let tour = Tour(lines: try Repository.lines(of: Repository.readme))
    let seen = try tour.blocks.map { try shell.run($0.transcript.steps) }
    if Self.records {
      try tour.text(seen: seen).write(to: Repository.readme, atomically: true, encoding: .utf8)
      return
    }
    for (block, steps) in zip(tour.blocks, seen) {
      for (step, now) in zip(block.transcript.steps, steps)
      where !LineDifference.matches(wanted: step.output, seen: now.output) {
        let difference = LineDifference.text(wanted: step.output, seen: now.output)
        Issue.record("\(block.transcript.name): $ \(step.command)\n\(difference)")
      }
    }
  }

  private static let records = ProcessInfo.processInfo.environment["KOLBOOK_RECORD"] == "1"
}
