import CRawCost
import SQLite

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Stores made-up creators and reads them, by SQLite's C functions or by the wrapper, so that somebody else
// counts the instructions: wrappercost none|raw|wrapper CREATORS SCANS

struct Creator {
  let id: String
  let nickname: String
  let city: String
  let followers: Int64
  let feeFen: Int64

  init(_ number: Int) {
    let digits = String(number, radix: 16)
    id = "5f" + String(repeating: "0", count: 22 - digits.utf8.count) + digits
    nickname = "小鹿的护肤笔记\(number)号"
    city = number % 2 == 0 ? "上海" : "杭州"
    followers = Int64(number % 900_000) + 1_000
    feeFen = Int64(number % 80_000) * 100 + 5
  }
}

/// The creators as C wants them; they live as long as the program.
func rawCreators(_ creators: [Creator]) -> [rawcost_creator] {
  creators.map { creator in
    let texts = [creator.id, creator.nickname, creator.city].map { (text: String) in
      (UnsafePointer(strdup(text)), text.utf8.count)
    }
    return rawcost_creator(
      id: texts[0].0, id_bytes: Int32(texts[0].1), nickname: texts[1].0,
      nickname_bytes: Int32(texts[1].1), city: texts[2].0, city_bytes: Int32(texts[2].1),
      followers: creator.followers, fee_fen: creator.feeFen)
  }
}

func insert(_ creators: [Creator], into book: Connection) throws {
  let sql = "INSERT INTO creator (id, nickname, city, followers, fee_fen) VALUES (?, ?, ?, ?, ?)"
  try book.transaction {
    try book.with(sql) { statement in
      for creator in creators {
        try statement.bind(1, creator.id)
        try statement.bind(2, creator.nickname)
        try statement.bind(3, creator.city)
        try statement.bind(4, creator.followers)
        try statement.bind(5, creator.feeFen)
        _ = try statement.step()
        statement.reset()
      }
    }
  }
}

func scan(_ book: Connection) throws -> Int64 {
  var sum: Int64 = 0
  try book.with("SELECT id, nickname, city, followers, fee_fen FROM creator") { statement in
    while let row = try statement.next() {
      for column in Int32(0)..<3 {
        let text = row.utf8(column)
        if !text.isEmpty { sum &+= Int64(text.count) &+ Int64(text[0]) }
      }
      sum &+= row.int64(3) &+ row.int64(4)
    }
  }
  return sum
}

func wrapped(_ creators: [Creator], scans: Int) throws -> Int64 {
  let book = try Connection(path: ":memory:", access: .create)
  try book.run(
    script: """
      CREATE TABLE creator (id TEXT NOT NULL, nickname TEXT NOT NULL, city TEXT NOT NULL,
        followers INTEGER NOT NULL, fee_fen INTEGER NOT NULL) STRICT
      """)
  try insert(creators, into: book)
  var sum: Int64 = 0
  for _ in 0..<scans { sum &+= try scan(book) }
  return sum
}

let words = CommandLine.arguments.dropFirst()
guard words.count == 3, let side = words.first, ["none", "raw", "wrapper"].contains(side),
  let count = Int(words[2]), let scans = Int(words[3]), count >= 0, scans >= 0
else {
  print("wrappercost: wanted none|raw|wrapper CREATORS SCANS")
  exit(64)
}
// Each run makes both forms of the creators, so that only their use differs.
let creators = (0..<count).map(Creator.init)
let raw = rawCreators(creators)
switch side {
case "raw": print(rawcost_insert_and_scan(raw, Int32(count), Int32(scans)))
case "wrapper": print(try wrapped(creators, scans: scans))
default: print(creators.count == raw.count)
}
