/// Small charts inside a page, drawn in whole numbers. Each figure stands beside its shape as text, so
/// that neither colour nor a shape is needed to read one.
public enum SVGChart {
  /// One value of a chart.
  public struct Figure: Sendable {
    /// What it is of.
    public let label: String
    /// How long its shape is.
    public let value: Int64
    /// The value as people read it.
    public let text: String

    /// A value, its name, and how it is written.
    public init(_ label: String, _ value: Int64, _ text: String) {
      (self.label, self.value, self.text) = (label, value, text)
    }
  }

  /// The units that a chart is wide.
  static let width: Int64 = 1000

  /// Bars from the left, one a figure, in their order; negative ones go left of a common line.
  public static func bars(_ title: String, _ figures: [Figure]) -> Markup {
    let scale = Scale(figures.map(\.value))
    var rows: Markup = ""
    for figure in figures {
      rows += """
        <tr><th scope="row">\(figure.label)</th><td class="bar">\(scale.bar(figure.value))</td>\
        <td class="n">\(figure.text)</td></tr>

        """
    }
    return table(title, rows, "bars")
  }

  /// Bars of several series side by side, such as planned and delivered: the first series hollow, the
  /// second full, a third pale, each with its name.
  ///
  /// - Parameter groups: what they are of, each with one figure a series whose label is the series' name.
  public static func grouped(_ title: String, _ groups: [(label: String, figures: [Figure])])
    -> Markup
  {
    let scale = Scale(groups.flatMap(\.figures).map(\.value))
    var rows: Markup = ""
    for group in groups {
      for (place, figure) in group.figures.enumerated() {
        let label: Markup =
          place == 0
          ? "<th scope=\"rowgroup\" rowspan=\"\(group.figures.count)\">\(group.label)</th>" : ""
        rows += """
          <tr>\(label)<td class="soft">\(figure.label)</td>\
          <td class="bar">\(scale.bar(figure.value, "s\(min(place, 2))"))</td>\
          <td class="n">\(figure.text)</td></tr>

          """
      }
    }
    return table(title, rows, "grouped")
  }

  /// Two measures of the same bands back to back, the narrowest on top: people to the left, money to the
  /// right.
  ///
  /// - Parameter rows: the bands, each with a figure to the left and one to the right, whose labels are
  ///   the measures' names.
  public static func pyramid(
    _ title: String, _ rows: [(band: String, left: Figure, right: Figure)]
  ) -> Markup {
    let left = Scale(rows.map(\.left.value)), right = Scale(rows.map(\.right.value))
    var body: Markup = ""
    if let first = rows.first {
      body += """
        <tr><th scope="col" class="n soft" colspan="2">\(first.left.label)</th><td></td>\
        <th scope="col" class="soft" colspan="2">\(first.right.label)</th></tr>

        """
    }
    for row in rows {
      body += """
        <tr><td class="n">\(row.left.text)</td>\
        <td class="bar">\(left.bar(row.left.value, isFlushRight: true))</td>\
        <th scope="row" class="band">\(row.band)</th>\
        <td class="bar">\(right.bar(row.right.value, "s2"))</td>\
        <td>\(row.right.text)</td></tr>

        """
    }
    return table(title, body, "pyramid")
  }

  private static func table(_ title: String, _ rows: Markup, _ kind: StaticString) -> Markup {
    """
    <figure>
    <figcaption>\(title)</figcaption>
    <table class="\(Markup(stringLiteral: kind))"><tbody>
    \(rows)</tbody></table>
    </figure>

    """
  }

  /// A part of a whole in the units of a chart, cut to a whole number; 0 of nothing.
  static func part(_ value: UInt64, of whole: UInt64, in units: Int64 = width) -> Int64 {
    guard whole > 0 else { return 0 }
    let product = value.multipliedFullWidth(by: units.magnitude)
    return Int64(whole.dividingFullWidth(product).quotient)
  }

  /// What all bars of a chart are measured by.
  private struct Scale {
    private let zero: Int64
    private let span: UInt64

    init(_ values: [Int64]) {
      let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
      span = low.magnitude + high.magnitude
      zero = SVGChart.part(low.magnitude, of: span)
    }

    func bar(_ value: Int64, _ series: String = "s1", isFlushRight: Bool = false) -> Markup {
      let length = SVGChart.part(value.magnitude, of: span)
      let start =
        isFlushRight ? SVGChart.width - length : value < 0 ? zero - length : zero
      return """
        <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">\
        <rect class="\(series)" x="\(start)" y="0" width="\(length)" height="10"/></svg>
        """
    }
  }
}
