import Testing

@testable import Interchange

/// What an XML reader gets out of a page: its elements with their attributes and
/// their own text.
final class PageReader: XMLHandler {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var texts: [String] = []
  private var open: [Int] = []

  /// Reads a page with expat, which takes nothing but well-formed XML.
  static func read(_ page: [UInt8]) throws -> PageReader {
    let type = Array("<!DOCTYPE html>\n".utf8)
    #expect(page.starts(with: type))
    let reader = PageReader()
    // Our parser refuses document types.
    try Array(page.dropFirst(type.count)).withUnsafeBytes { bytes in
      try XMLParser("page", reader).feed(bytes, isLast: true)
    }
    return reader
  }

  override func start(_ name: XMLText, _ attributes: XMLAttributes) {
    var values: [String: String] = [:]
    var place = attributes.list
    while let key = place[0], let value = place[1] {
      values[XMLText(key).string] = XMLText(value).string
      place += 2
    }
    open.append(elements.count)
    elements.append((name.string, values))
    texts.append("")
  }

  override func end(_ name: XMLText) { open.removeLast() }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let place = open.last, elements[place].name != "style" else { return }
    texts[place] += String(decoding: bytes, as: UTF8.self)
  }

  /// The attribute of every element of a name that has it, in order.
  func values(_ attribute: String, of name: String) -> [String] {
    elements.filter { $0.name == name }.compactMap { $0.attributes[attribute] }
  }

  /// The own text of every element of a name, in order.
  func texts(of name: String) -> [String] {
    zip(elements, texts).filter { $0.0.name == name }.map(\.1)
  }
}
