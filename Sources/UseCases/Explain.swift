public import Domain
import Store

extension OpenBook {
  /// Any error of the rooms as words for a person.
  public static func explain(_ error: any Error) -> Failure {
    Failure(explaining: error)
  }
}
