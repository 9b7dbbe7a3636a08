#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// GB18030 by the system's iconv.
enum GB18030 {
  /// As much of the bytes as is GB18030, as UTF-8, and how many bytes that was.
  static func utf8(from raw: [UInt8], file: String) throws(ImportProblem) -> ([UInt8], Int) {
    let converter = iconv_open("UTF-8", "GB18030")
    guard converter != iconv_t(bitPattern: -1) else {
      throw ImportProblem(
        file: file, line: 0, found: "GB18030, and no converter for it on this system",
        wanted: "UTF-8")
    }
    defer { iconv_close(converter) }
    // Two bytes become at most three and four at most four; ASCII stays.
    var text = [UInt8](repeating: 0, count: raw.count / 2 * 3 + 16)
    var input = raw
    let (read, written) = input.withUnsafeMutableBytes { source in
      text.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        var room = target.count
        // Whatever the reason it stops early, what is left over says so.
        _ = iconv(converter, &from, &left, &to, &room)
        return (source.count - left, target.count - room)
      }
    }
    text.removeLast(text.count - written)
    return (text, read)
  }
}
