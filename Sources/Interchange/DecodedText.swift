/// The text of a file as UTF-8, and the encoding it was written in.
///
/// Strict: UTF-16 by its mark, else UTF-8 if every byte fits, else GB18030 if every byte fits.
/// A file that is mostly UTF-8 with a few broken bytes is refused and not read as GB18030, which
/// would turn its names to rubbish without a sound.
public struct DecodedText: Sendable {
  /// The text as UTF-8, without a byte-order mark.
  public let bytes: [UInt8]
  /// What the file was written in.
  public let encoding: TextEncoding
  /// Whether the file started with a byte-order mark.
  public let hasByteOrderMark: Bool

  /// Decodes a whole file.
  ///
  /// - Parameters:
  ///   - raw: the file.
  ///   - file: its name, for the problem.
  ///   - forced: the encoding the user says it is in; `nil` to find out.
  public init(_ raw: [UInt8], file: String, as forced: TextEncoding? = nil)
    throws(ImportProblem)
  {
    if Workbook.isOne(raw) {
      throw ImportProblem(
        file: file, line: 0, found: "an Excel workbook",
        wanted: "a list as text: open it in Excel or WPS and save it as \"CSV UTF-8\"")
    }
    if let kind = FileKind.foreign(raw) {
      throw ImportProblem(file: file, line: 0, found: kind.found, wanted: kind.wanted)
    }
    let isLittleEndian = raw.starts(with: ByteOrderMark.utf16LittleEndian)
    let isBigEndian = raw.starts(with: ByteOrderMark.utf16BigEndian)
    hasByteOrderMark = isLittleEndian || isBigEndian || raw.starts(with: ByteOrderMark.utf8)
    if forced == .utf16 || (forced == nil && (isLittleEndian || isBigEndian)) {
      guard isLittleEndian || isBigEndian else {
        throw ImportProblem(
          file: file, line: 1, character: 1, found: "none", wanted: "the byte-order mark of UTF-16")
      }
      bytes = try Self.utf16(raw, isLittleEndian: isLittleEndian, file)
      encoding = .utf16
    } else if forced == .gb18030 {
      bytes = try Self.gb18030(raw, file)
      encoding = .gb18030
    } else if let broken = StrictUTF8.firstInvalidByte(in: raw) {
      guard forced == nil, !hasByteOrderMark, !StrictUTF8.isMostlyValid(raw) else {
        let place = LineIndex(raw).place(ofByte: broken)
        throw ImportProblem(
          file: file, line: place.line, character: place.column,
          found: "the byte 0x" + String(raw[broken], radix: 16, uppercase: true),
          wanted: "UTF-8, as in the rest of the file")
      }
      bytes = try Self.gb18030(raw, file)
      encoding = .gb18030
    } else {
      bytes = hasByteOrderMark ? Array(raw.dropFirst(ByteOrderMark.utf8.count)) : raw
      encoding = .utf8
    }
  }

  private static func utf16(
    _ raw: [UInt8], isLittleEndian: Bool, _ file: String
  ) throws(ImportProblem) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var place = 2
    func unit(at place: Int) -> UInt16 {
      isLittleEndian
        ? UInt16(raw[place]) | UInt16(raw[place + 1]) << 8
        : UInt16(raw[place]) << 8 | UInt16(raw[place + 1])
    }
    while place + 1 < raw.count {
      let first = unit(at: place)
      var scalar = Unicode.Scalar(UInt32(first))
      if UTF16.isLeadSurrogate(first), place + 3 < raw.count {
        let second = unit(at: place + 2)
        if UTF16.isTrailSurrogate(second) {
          scalar = Unicode.Scalar(
            0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
          place += 2
        }
      }
      guard let scalar else { break }
      text += String(scalar).utf8
      place += 2
    }
    guard place == raw.count else {
      let end = LineIndex(text).place(ofByte: text.count)
      throw ImportProblem(
        file: file, line: end.line, character: end.column, found: "half of a character",
        wanted: "UTF-16")
    }
    return text
  }

  private static func gb18030(_ raw: [UInt8], _ file: String) throws(ImportProblem) -> [UInt8] {
    let (text, consumed) = try GB18030.utf8(from: raw, file: file)
    guard consumed == raw.count else {
      let end = LineIndex(text).place(ofByte: text.count)
      throw ImportProblem(
        file: file, line: end.line, character: end.column,
        found: "the byte 0x" + String(raw[consumed], radix: 16, uppercase: true),
        wanted: "text in UTF-8, GB18030, or UTF-16 with its byte-order mark")
    }
    return text
  }
}
