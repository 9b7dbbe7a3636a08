import Domain
import Ledger
import Store

/// What is shown beside an audit and is no part of the ledger.
struct AuditBeside {
  /// What MCNs take.
  var shares = MCNShares([])
  /// By order.
  var fapiaos: [String: Fapiao] = [:]
  /// By order; `nil` unless dollars are asked for.
  var dollars: [String: DollarAmounts]?
  /// About the rates.
  var findings: [Finding] = []

  /// What the MCN of an order takes of its net; `nil` when no share is known.
  ///
  /// It is what the MCN has of all by the quarter's end less what it had before, so that the parts of quarters
  /// sum to the part of the whole.
  func mcnPart(_ order: AuditedOrder) -> Money? {
    shares.share(of: order.mcn, on: order.bookedOn).map { share in
      MCNShares.part(share, of: order.creatorNetBefore + order.amounts.creatorNet)
        - MCNShares.part(share, of: order.creatorNetBefore)
    }
  }
}

extension OpenBook {
  /// What is known beside the orders of an audit.
  ///
  /// - Throws: ``Failure`` when dollars are asked for and there is no rate for an entry.
  func beside(_ audit: Audit, inDollars: Bool) throws -> AuditBeside {
    var beside = AuditBeside(
      shares: try book.reference.mcnShares(), fapiaos: try book.fapiaos.all())
    guard inDollars else { return beside }
    var view = DollarView(
      audit.quarter, basis: audit.basis, rates: try book.reference.dollarRates())
    var dollars: [String: DollarAmounts] = [:]
    for order in audit.orders {
      let (amounts, day) = view.amounts(of: order.order, try book.ledger.entries(of: order.order))
      guard let amounts else {
        throw Failure(
          .failed, "there is no dollar rate on or before \(day), for order \(order.order)",
          next: "add rates (from_date,cny_per_usd) with: "
            + CommandText.line("reference", "import", "usd_rate", "FILE.csv"))
      }
      dollars[order.order] = amounts
    }
    (beside.dollars, beside.findings) = (dollars, view.findings)
    return beside
  }
}
