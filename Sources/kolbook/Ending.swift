import ArgumentParser
import Domain
import UseCases

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns errors into words on stderr and an exit code.
enum Ending {
  /// Says what went wrong and ends the program.
  static func end(with error: any Error) -> Never {
    if let outcome = error as? Outcome { exit(outcome.code) }
    // Help, versions and wrong words are argument-parser's to say.
    if Kolbook.exitCode(for: error) != .failure { endParsing(error) }
    let failure = OpenBook.explain(error)
    Talk.say(wrong: failure.sentence, details: failure.details, next: failure.next)
    exit(code(of: failure.kind))
  }

  private static func endParsing(_ error: any Error) -> Never {
    let isMistake = Kolbook.exitCode(for: error) == .validationFailure
    let arguments = CommandLine.arguments.dropFirst()
    // Help on a command that there isn't would be help on something else.
    if let hint = Hint.forMistyped(isMistake ? arguments : arguments.prefix { $0.first != "-" }) {
      Talk.say(wrong: hint.sentence, next: hint.next)
    } else if !isMistake {
      Kolbook.exit(withError: error)
    } else {
      Talk.say(Wanted.added(to: Kolbook.fullMessage(for: error), arguments))
    }
    exit(64)
  }

  private static func code(of kind: Failure.Kind) -> Int32 {
    switch kind {
    case .failed: 1
    case .usage: 64
    case .badInput: 65
    case .cannotCreate: 73
    case .inputOutput: 74
    case .busy: 75
    case .foreign: 76
    case .interrupted: 130
    }
  }
}
