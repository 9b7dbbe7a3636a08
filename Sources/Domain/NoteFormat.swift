/// The two formats of a Xiaohongshu note, priced separately.
public enum NoteFormat: String, CaseIterable, Comparable, Sendable {
  /// 图文笔记.
  case image
  /// 视频笔记.
  case video

  /// Reads a format: `image`, `video`, `图文`, `视频`, `图文笔记`, `视频笔记`, and the open API's 1 and 2.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "image", "picture", "图文", "图文笔记", "1": self = .image
    case "video", "视频", "视频笔记", "2": self = .video
    default: return nil
    }
  }

  /// Image before video.
  public static func < (left: NoteFormat, right: NoteFormat) -> Bool {
    left == .image && right == .video
  }
}
