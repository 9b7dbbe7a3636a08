public import Domain

/// What the statements of one kind come to beside the audit's own total, and why they differ.
///
/// Quotes and brand-side fees; the reasons sum up to the difference to the fen.
public struct StatementTotals: Hashable, Sendable {
  /// Why a statement's sum differs from the audit's, in the order of a report.
  public enum Reason: String, CaseIterable, Sendable {
    /// One fen, either way.
    case rounding
    /// Fees cut to whole yuan.
    case truncated
    /// Charged at the rate of boosted orders.
    case boosted = "boosted rate"
    /// Another quote or another fee.
    case mismatch
    /// Another creator, whatever the amounts.
    case otherCreator = "other creator"
    /// Lines without an order.
    case missingHere = "missing here"
    /// Orders listed again.
    case repeated = "listed twice"
    /// Orders without a line.
    case missingThere = "missing there"
    /// Orders that can't have a line yet.
    case early = "no line yet"
    /// Orders past the platform or without its number.
    case offPlatform = "off platform"
    /// Refunds, cancellations, kept fees and adjustments that the statement leaves out.
    case corrected = "refunds, adjustments"
    /// Booked and not paid, or for a settled basis not completed.
    case pending = "not counted yet"
    /// Counted in another quarter by the audit's basis, or of another one.
    case otherQuarter = "other quarter"

    init?(_ match: Reconciliation.Match) {
      switch match {
      case .exact: return nil
      case .rounding: self = .rounding
      case .truncated: self = .truncated
      case .boosted: self = .boosted
      case .mismatch: self = .mismatch
      case .otherCreator: self = .otherCreator
      case .missingHere: self = .missingHere
      case .missingThere: self = .missingThere
      }
    }
  }

  /// Some orders, and what they come to.
  public struct Sum: Hashable, Sendable {
    /// How many orders, or lines of a statement.
    public var orders = 0
    /// Their quotes and fees.
    public var charge = Charge.zero

    mutating func add(_ charge: Charge) {
      orders += 1
      self.charge = self.charge + charge
    }
  }

  /// Order report or note batch.
  public let kind: StatementKind
  /// All lines of the statements.
  public private(set) var stated = Sum()
  /// The audit's total.
  public private(set) var books = Sum()
  /// What makes up the difference, by reason; only those that some order has.
  public private(set) var reasons: [Reason: Sum] = [:]

  /// What the statements come to more than the books.
  public var difference: Charge { stated.charge - books.charge }

  /// - Parameters:
  ///   - basis: the audit's.
  ///   - counted: what each order of the audit's total comes to in the quarter.
  ///   - orders: all orders of the books, by name.
  init(
    _ reconciliation: Reconciliation, _ basis: AuditBasis, counted: [String: Charge],
    orders: [String: Order]
  ) {
    kind = reconciliation.kind
    for charge in counted.values { books.add(charge) }
    var rest = counted
    let early = Set(reconciliation.early)
    for compared in reconciliation.orders where compared.line != nil {
      add(compared, basis, rest.removeValue(forKey: compared.name) ?? .zero)
    }
    let missing = Set(reconciliation.orders.filter { $0.line == nil }.map(\.name))
    for (name, charge) in rest where charge != .zero {
      let reason: Reason =
        orders[name]?.isOnPlatform == false
        ? .offPlatform
        : missing.contains(name) ? .missingThere : early.contains(name) ? .early : .otherQuarter
      reasons[reason, default: Sum()].add(.zero - charge)
    }
  }

  /// An order with a line, and what the audit counts of it.
  private mutating func add(_ compared: ComparedOrder, _ basis: AuditBasis, _ counted: Charge) {
    let lines = compared.places.map { Charge($0.line) }
    for line in lines { stated.add(line) }
    for line in lines.dropFirst() { reasons[.repeated, default: Sum()].add(line) }
    guard let line = lines.first else { return }
    guard let order = compared.order, let expected = compared.expected else {
      return reasons[.missingHere, default: Sum()].add(line)
    }
    if let reason = Reason(compared.match) { reasons[reason, default: Sum()].add(line - expected) }
    let now = Charge(order.state.recognised)
    if expected != now { reasons[.corrected, default: Sum()].add(expected - now) }
    guard now != counted else { return }
    let status = order.state.status
    let isPending = status == .booked || basis == .settled && status == .paid
    reasons[isPending ? .pending : .otherQuarter, default: Sum()].add(now - counted)
  }
}
