/// Why a record can't be filed. Its place is the record's.
struct Refusal {
  var column: String?
  let found: String
  let wanted: String
}
