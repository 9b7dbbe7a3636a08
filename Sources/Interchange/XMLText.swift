import CExpat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes of an XML document while it is read: the name of an element or attribute, or a value.
///
/// They are gone when the call that hands them over returns.
struct XMLText {
  let bytes: UnsafePointer<XML_Char>

  init(_ bytes: UnsafePointer<XML_Char>) { self.bytes = bytes }

  /// A name without its prefix: `x:row` is `row`.
  init(nameAt bytes: UnsafePointer<XML_Char>) {
    self.bytes = strchr(bytes, Int32(UInt8(ascii: ":"))).map { UnsafePointer($0) + 1 } ?? bytes
  }

  var string: String { String(cString: bytes) }

  /// The value as a whole number that is not negative.
  var number: Int? {
    var (value, place) = (0, bytes)
    while place.pointee != 0 {
      let digit = Int(place.pointee) - 0x30
      guard (0...9).contains(digit), value < 1 << 40 else { return nil }
      value = value * 10 + digit
      place += 1
    }
    return place == bytes ? nil : value
  }

  /// A switch in an attribute: `1` or `true`.
  var isTrue: Bool { "1" ~= self || "true" ~= self }

  static func ~= (pattern: StaticString, text: XMLText) -> Bool {
    pattern.withUTF8Buffer { pattern in
      var place = 0
      while place < pattern.count {
        guard UInt8(bitPattern: text.bytes[place]) == pattern[place] else { return false }
        place += 1
      }
      return text.bytes[place] == 0
    }
  }
}

/// The attributes of one element.
struct XMLAttributes {
  /// Names and values in turn, and a null at the end.
  let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>

  /// The value of the attribute of this name, whatever its prefix.
  subscript(_ name: StaticString) -> XMLText? {
    var place = list
    while let key = place[0], let value = place[1] {
      if name ~= XMLText(nameAt: key) { return XMLText(value) }
      place += 2
    }
    return nil
  }
}
