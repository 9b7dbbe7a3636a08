// Charts that are one drawing.
extension SVGChart {
  /// What parts make up a whole: one bar, its parts numbered in order, and a line for each with its figure.
  ///
  /// - Precondition: no value is negative.
  public static func stacked(_ title: String, _ parts: [Figure]) -> Markup {
    let whole = parts.reduce(UInt64(0)) { $0 + UInt64($1.value) }
    var (shapes, key): (Markup, Markup) = ("", "")
    var before: UInt64 = 0
    for (place, part) in parts.enumerated() {
      let start = Self.part(before, of: whole)
      before += UInt64(part.value)
      let length = Self.part(before, of: whole) - start
      let shade = "p\(min(place, 3) + 1)"
      shapes += """
        <rect class="\(shade)" x="\(start)" y="0" width="\(length)" height="36">\
        <title>\(part.label): \(part.text)</title></rect>
        """
      // A number as wide as its part can't be read.
      if length >= 24 {
        shapes += """
          <text x="\(start + length / 2)" y="25" text-anchor="middle" \
          class="\(place == 0 ? "on" : "off")">\(place + 1)</text>
          """
      }
      key += """
        <li>\(part.label) <strong>\(part.text)</strong> \
        <svg viewBox="0 0 10 10" aria-hidden="true">\
        <rect class="\(shade)" width="10" height="10"/></svg></li>

        """
    }
    return """
      <figure>
      <figcaption>\(title)</figcaption>
      <svg viewBox="0 0 1000 36" role="img" aria-label="\(title)">\(shapes)</svg>
      <ol class="key">
      \(key)</ol>
      </figure>

      """
  }

  /// Values over time, from zero, evenly apart. The first, the last and the largest are written beside
  /// their points; every point has its figure as a title.
  public static func line(_ title: String, _ points: [Figure]) -> Markup {
    let values = points.map(\.value)
    let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
    let span = low.magnitude + high.magnitude
    let height = { (value: Int64) -> Int64 in
      LinePlace.top + part(UInt64(bitPattern: high &- value), of: span, in: LinePlace.height)
    }
    let places = points.indices.map { index in
      (x: LinePlace.x(index, of: points.count), y: height(points[index].value))
    }
    let path = places.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    let written = Set(
      [points.indices.first, points.indices.last].compactMap(\.self)
        + [values.indices.max { values[$0] < values[$1] }].compactMap(\.self))
    let step = (points.count + 11) / 12
    var marks: Markup = ""
    for (index, (point, place)) in zip(points, places).enumerated() {
      marks += """
        <circle cx="\(place.x)" cy="\(place.y)" r="6">\
        <title>\(point.label): \(point.text)</title></circle>
        """
      if written.contains(index) {
        marks += text(point.text, place.x, place.y - 14)
      }
      if index.isMultiple(of: max(step, 1)) {
        marks += text(point.label, place.x, LinePlace.top + LinePlace.height + 30)
      }
    }
    let zero = height(0)
    return """
      <figure>
      <figcaption>\(title)</figcaption>
      <svg viewBox="0 0 1000 290" role="img" aria-label="\(title)">\
      <line class="axis" x1="0" y1="\(zero)" x2="1000" y2="\(zero)"/>\
      <polyline class="path" points="\(path)"/>
      \(marks)</svg>
      </figure>

      """
  }

  /// A text above or below a point, kept inside the drawing.
  private static func text(_ text: String, _ x: Int64, _ y: Int64) -> Markup {
    let anchor = x < 100 ? "start" : x > 900 ? "end" : "middle"
    let at = x < 100 ? 0 : x > 900 ? width : x
    return "<text x=\"\(at)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(text)</text>\n"
  }

  private enum LinePlace {
    static let top: Int64 = 40
    static let height: Int64 = 210

    static func x(_ index: Int, of count: Int) -> Int64 {
      count < 2 ? 500 : 20 + Int64(index) * 960 / Int64(count - 1)
    }
  }
}
