/// What some of a band's offers add up to.
struct Point: Equatable {
  var value: Int64 = 0
  var cost: Int128 = 0
  var count: Int64 = 0
}
