/// Why a record can't be filed. Its place is the record's.
struct RowRefusal {
  var column: String?
  let found: String
  let wanted: String
}
