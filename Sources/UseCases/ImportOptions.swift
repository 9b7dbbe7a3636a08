public import Domain
import Interchange

/// How lists are to be imported, where a person says so.
public struct ImportOptions {
  /// A layout by name; `nil` to recognise it.
  public var layout: String?
  /// A person's own layouts, which stand in place of those there are; `nil` for none.
  public var layoutFile: InputFile?
  /// What columns mean, whatever the layout says: `粉丝=followers(万)`; nothing behind the sign leaves
  /// the column out.
  public var maps: [String] = []
  /// An encoding by name; `nil` to find out.
  public var encoding: String?
  /// A delimiter by name; `nil` to find out.
  public var delimiter: String?
  /// A sheet of the workbooks by name; `nil` for the one whose header fits.
  public var sheet: String?
  /// The day the lists are of, for rows that name none; `nil` for today.
  public var asOf: Day?
  /// What becomes of prices finer than a fen.
  public var rounding = FenRounding.refuse
  /// Whether to do everything but keep it.
  public var isDryRun = false
  /// Whether to file what is right when rows are refused.
  public var skipsErrors = false
  /// Takes the file of the rows that were refused, before anything is kept; what it throws keeps all out.
  public var keepRejects: (([UInt8]) throws -> Void)?

  /// Nothing said.
  public init() {}

  /// The same in Interchange's words.
  ///
  /// - Throws: ``Failure`` of kind `usage` for a name that there isn't.
  func reading(brandFee: Share?) throws -> CreatorReading.Options {
    var options = CreatorReading.Options()
    (options.brandFee, options.rounding, options.sheet) = (brandFee, rounding, sheet)
    options.layouts = try layoutFile.map(Self.layouts) ?? Layout.all
    options.maps = try maps.map(Self.map)
    let mapped = Dictionary(grouping: options.maps, by: \.column)
    if let twice = mapped.first(where: { $0.value.count > 1 })?.key {
      throw Failure(.usage, "--map \(twice)= is said twice", next: "say it once")
    }
    options.layout = try layout.map { name in
      let known = (layoutFile == nil ? [] : options.layouts) + Layout.all
      return try Self.known(
        known.first { $0.name == name.lowercased() }, "layout", name, known.map(\.name))
    }
    options.encoding = try encoding.map { name in
      try Self.known(
        TextEncoding(named: name), "encoding", name, TextEncoding.allCases.map(\.rawValue))
    }
    options.delimiter = try delimiter.map { name in
      try Self.known(
        CSVDelimiter(rawValue: name.lowercased()), "delimiter", name,
        CSVDelimiter.allCases.map(\.rawValue))
    }
    return options
  }

  private static func layouts(of file: InputFile) throws -> [Layout] {
    let (layouts, problems) = LayoutFile.read(file.bytes, file: file.name)
    guard problems.isEmpty else {
      throw Failure(
        .badInput, "the layouts in \(file.name) can't be used",
        details: problems.sorted.map(\.description),
        next: "see how one is written with: kolbook reference show layout --format csv")
    }
    return layouts
  }

  private static func map(_ text: String) throws -> ColumnMap {
    let next = "kolbook reference show field"
    do throws(ColumnMap.Unknown) {
      if let map = try ColumnMap(text) { return map }
    } catch {
      throw Failure(.usage, "--map \(text): wanted \(error.wanted)", next: next)
    }
    throw Failure(
      .usage, "--map \(text): wanted a column and a field, such as 粉丝=followers(万)", next: next)
  }

  private static func known<Value>(
    _ value: Value?, _ what: String, _ name: String, _ names: [String]
  ) throws -> Value {
    guard let value else {
      throw Failure(
        .usage, "there is no \(what) \(name)", next: "one of: \(names.joined(separator: ", "))")
    }
    return value
  }
}
