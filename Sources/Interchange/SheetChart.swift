/// Columns that stand side by side for each of some names, or lines through them.
public struct SheetChart: Sendable {
  /// How it is drawn.
  public enum Kind: Sendable {
    /// Columns side by side.
    case columns
    /// Lines from name to name.
    case lines
  }

  /// The columns of one color.
  public struct Series: Sendable {
    /// What they are called.
    public var name: String
    /// Where the values stand: `'pyramid'!$G$4:$G$6`.
    public var range: String
    /// The values as they are, exact decimal texts; `nil` for none.
    public var values: [String?]

    /// Columns.
    public init(_ name: String, range: String, values: [String?]) {
      (self.name, self.range, self.values) = (name, range, values)
    }
  }

  /// Above it.
  public var title: String
  /// What stands below each group, and where.
  public var names: (range: String, values: [String])
  /// What is compared.
  public var series: [Series]
  /// How it is drawn.
  public var kind = Kind.columns
  /// How numbers are written along it.
  public var format = "0%"
  /// The column and row of its corner, from 0.
  public var place: (column: Int, row: Int)

  /// A chart of parts of a whole, unless another format is set.
  public init(
    _ title: String, names: (range: String, values: [String]), series: [Series],
    place: (column: Int, row: Int)
  ) {
    (self.title, self.names, self.series, self.place) = (title, names, series, place)
  }

  /// `drawing1.xml`: where the chart is.
  var drawing: Markup {
    """
    \(OfficeXML.head)<xdr:wsDr xmlns:xdr="\(OfficeXML.drawings)/spreadsheetDrawing" \
    xmlns:a="\(OfficeXML.drawings)/main"><xdr:oneCellAnchor><xdr:from>\
    <xdr:col>\(place.column)</xdr:col><xdr:colOff>0</xdr:colOff>\
    <xdr:row>\(place.row)</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>\
    <xdr:ext cx="6480000" cy="3600000"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>\
    <xdr:cNvPr id="2" name="\(title)" descr="\(title)"/><xdr:cNvGraphicFramePr/>\
    </xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>\
    <a:graphic><a:graphicData uri="\(OfficeXML.drawings)/chart">\
    <c:chart xmlns:c="\(OfficeXML.drawings)/chart" xmlns:r="\(OfficeXML.links)" r:id="rId1"/>\
    </a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>
    """
  }

  /// `chart1.xml`, with the values in it, so that it can be drawn by who works nothing out.
  var part: Markup {
    var drawn: Markup = ""
    for (place, own) in series.enumerated() { drawn += self.drawn(own, place) }
    return """
      \(OfficeXML.head)<c:chartSpace xmlns:c="\(OfficeXML.drawings)/chart" \
      xmlns:a="\(OfficeXML.drawings)/main" xmlns:r="\(OfficeXML.links)">\
      <c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>\
      <a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="en-US" sz="1200" b="1"/>\
      <a:t>\(title)</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>\
      <c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>\(plot(drawn))\
      <c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling>\
      <c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>\
      <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>\
      <c:crossAx val="1002"/><c:crosses val="autoZero"/></c:catAx>\
      <c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/>\
      </c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350">\
      <a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>\
      <c:numFmt formatCode="\(format)" sourceLinked="0"/><c:majorTickMark val="none"/>\
      <c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1001"/>\
      <c:crosses val="autoZero"/></c:valAx></c:plotArea>\
      <c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>\
      <c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>
      """
  }

  private func plot(_ series: Markup) -> Markup {
    let axes: Markup = "<c:axId val=\"1001\"/><c:axId val=\"1002\"/>"
    switch kind {
    case .columns:
      return """
        <c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>\
        \(series)<c:gapWidth val="80"/>\(axes)</c:barChart>
        """
    case .lines:
      return """
        <c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>\(series)\
        <c:marker val="1"/>\(axes)</c:lineChart>
        """
    }
  }

  /// How a value is written above its column.
  private var labels: String { format == "0%" ? "0.0%" : format }

  /// The look of a series; a line goes through too many values to write each beside it.
  private func look(_ color: String) -> Markup {
    let fill: Markup = "<a:solidFill><a:srgbClr val=\"\(color)\"/></a:solidFill>"
    switch kind {
    case .columns:
      return """
        <c:spPr>\(fill)</c:spPr><c:invertIfNegative val="0"/>\
        <c:dLbls><c:numFmt formatCode="\(labels)" sourceLinked="0"/>\
        <c:spPr><a:noFill/></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/>\
        <c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>\
        <c:showBubbleSize val="0"/></c:dLbls>
        """
    case .lines:
      return """
        <c:spPr><a:ln w="28575">\(fill)</a:ln></c:spPr><c:marker><c:symbol val="circle"/>\
        <c:size val="6"/><c:spPr>\(fill)</c:spPr></c:marker>
        """
    }
  }

  private func drawn(_ own: Series, _ place: Int) -> Markup {
    let color = ["D8A7AF", "8C1D2F", "5B6770"][place % 3]
    var points: Markup = ""
    for (index, value) in own.values.enumerated() {
      if let value { points += "<c:pt idx=\"\(index)\"><c:v>\(value)</c:v></c:pt>" }
    }
    var words: Markup = ""
    for (index, name) in names.values.enumerated() {
      words += "<c:pt idx=\"\(index)\"><c:v>\(name)</c:v></c:pt>"
    }
    return """
      <c:ser><c:idx val="\(place)"/><c:order val="\(place)"/><c:tx><c:v>\(own.name)</c:v></c:tx>\
      \(look(color))\
      <c:cat><c:strRef><c:f>\(names.range)</c:f><c:strCache>\
      <c:ptCount val="\(names.values.count)"/>\(words)</c:strCache></c:strRef></c:cat>\
      <c:val><c:numRef><c:f>\(own.range)</c:f><c:numCache><c:formatCode>\(format)</c:formatCode>\
      <c:ptCount val="\(own.values.count)"/>\(points)</c:numCache></c:numRef></c:val>\
      \(kind == .lines ? "<c:smooth val=\"0\"/>" : "" as Markup)</c:ser>
      """
  }
}
