struct SeedTable {
  let header: [String]; let rows: [[String]]
  init(_ b: [UInt8]) { header = []; rows = [] }
}
