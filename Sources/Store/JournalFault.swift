extension JournalScan {
  /// What is wrong with an entry's rows, whatever their hash.
  struct Fault {
    /// The entry, or the one that should be there.
    let sequence: Int64
    /// In words that go on "entry 7: ".
    let why: String
  }

  /// What is wrong with the fields or transfers of an entry that is not there.
  static func fault(ofOrphan orphan: Int64, after last: Int64) -> Fault {
    misplaced(.max, after: last, orphan)
  }

  /// What is wrong where the numbers don't go on as they should.
  fileprivate static func misplaced(_ sequence: Int64, after last: Int64, _ orphan: Int64) -> Fault
  {
    let first = min(orphan, sequence, last + 1)
    let why =
      first == last + 1
      ? "it is missing"
      : first == orphan
        ? "it has fields or transfers, but there is no such entry"
        : "entries are numbered from 1"
    return Fault(sequence: first, why: why)
  }

  /// The Shanghai day of a time, as the table's own rule has it; of a time that nobody lives to see, too.
  fileprivate static func day(of utcSeconds: Int64) -> Int64 {
    let (seconds, overflows) = utcSeconds.addingReportingOverflow(28_800)
    return overflows ? .max : seconds / 86_400
  }
}

extension JournalScan.Placing {
  /// What is wrong with the rows of an entry that comes after `last`, `nil` when nothing is.
  func fault(of sequence: Int64, after last: Int64) -> JournalScan.Fault? {
    if orphan != nil || sequence != last + 1 {
      return JournalScan.misplaced(sequence, after: last, orphan ?? .max)
    }
    let fault = { (why: String) in JournalScan.Fault(sequence: sequence, why: why) }
    guard isSound else { return fault("it has a field or an account that no entry has") }
    guard hasCountedLines else { return fault("its transfers are not numbered 1, 2, 3 …") }
    return day == JournalScan.day(of: at) ? nil : fault("its day is not the day of its time")
  }
}
