// Reads a list of creators and checks every cell of it, and does nothing else: `readtime FILE RUNS` prints
// the processor seconds of each run, and of the last one the rows and the sum of their followers.

import Domain
import Interchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { return [] }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let count = ftell(file)
  rewind(file)
  return [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
    read = fread(buffer.baseAddress, 1, count, file)
  }
}

let arguments = CommandLine.arguments
guard arguments.count == 3, let runs = Int(arguments[2]) else {
  print("usage: readtime FILE RUNS")
  exit(64)
}
let list = bytes(of: arguments[1])
var (plain, records, followers) = (0, 0, Int64(0))
for _ in 0..<runs {
  (plain, records, followers) = (0, 0, 0)
  let start = clock()
  let reading = CreatorListReader.read(
    list, file: arguments[1], options: .init(),
    plain: { row, _ in
      plain += 1
      followers += max(0, row.followers)
      return true
    },
    each: { record, _ in
      records += 1
      followers += record.followers?.value ?? 0
    })
  print(Double(clock() - start) / Double(CLOCKS_PER_SEC))
  guard reading.problems.isEmpty else {
    print("problems: \(reading.problems.count)")
    exit(1)
  }
}
print("\(plain) plain rows, \(records) records, \(followers) followers")
