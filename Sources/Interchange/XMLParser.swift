import CExpat

/// What takes the parts of an XML document, in their order.
class XMLHandler {
  /// Why the rest isn't worth reading.
  var fault: WorkbookFault?

  /// An element starts.
  func start(_ name: XMLText, _ attributes: XMLAttributes) {}
  /// An element ends.
  func end(_ name: XMLText) {}
  /// Text, or a piece of one.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Reads XML as it comes. A document type is refused, and with it every entity that a file could
/// define: nothing outside is opened, nothing grows.
final class XMLParser {
  /// No tag is longer than 1 MiB; a longer one would be looked through again with each piece.
  private static let longestTag = 1 << 20

  private let name: String
  private let parser: XML_Parser
  fileprivate let handler: XMLHandler
  fileprivate var hasDoctype = false
  private var fed = 0

  /// - Parameter name: the part's, for faults.
  init(_ name: String, _ handler: XMLHandler) throws(WorkbookFault) {
    guard let parser = XML_ParserCreate(nil) else { throw WorkbookFault("no memory to read XML") }
    (self.name, self.parser, self.handler) = (name, parser, handler)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        XMLParser.of(data)?.handle {
          $0.start(XMLText(nameAt: name), XMLAttributes(list: attributes))
        }
      },
      { data, name in
        guard let name else { return }
        XMLParser.of(data)?.handle { $0.end(XMLText(nameAt: name)) }
      })
    XML_SetCharacterDataHandler(parser) { data, bytes, count in
      guard let bytes else { return }
      bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        XMLParser.of(data)?.handle {
          $0.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let parser = XMLParser.of(data) else { return }
      parser.hasDoctype = true
      parser.stop()
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Hands the events of the next piece to the handler.
  func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(WorkbookFault) {
    let text = bytes.bindMemory(to: CChar.self)
    let status = XML_Parse(parser, text.baseAddress, Int32(text.count), isLast ? 1 : 0)
    fed += bytes.count
    if let fault = handler.fault { throw fault }
    guard !hasDoctype else {
      throw WorkbookFault(
        "a document type with entities, in \(name)", wanted: "a workbook without one")
    }
    guard status == XML_STATUS_OK else {
      let why = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "damaged"
      throw WorkbookFault("broken XML in \(name) (\(why))")
    }
    guard isLast || fed - Int(XML_GetCurrentByteIndex(parser)) <= Self.longestTag else {
      throw WorkbookFault("a tag of more than 1 MiB in \(name)")
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLParser? {
    data.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func handle(_ event: (XMLHandler) -> Void) {
    // A parser that is stopped still ends the element it was at.
    guard handler.fault == nil, !hasDoctype else { return }
    event(handler)
    if handler.fault != nil { stop() }
  }

  private func stop() { XML_StopParser(parser, 0) }
}

extension XMLParser {
  /// Reads a whole part.
  static func read(_ name: String, in archive: ZipArchive, _ handler: XMLHandler)
    throws(WorkbookFault)
  {
    guard let part = try archive.part(name) else { throw WorkbookFault("no part \(name)") }
    let parser = try XMLParser(name, handler)
    while let piece = try part.next() { try parser.feed(piece, isLast: false) }
    try parser.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }
}
