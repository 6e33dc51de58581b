/// A definition in the Varlink interface definition language, read as far as tests need it.
///
/// It holds what the definition text promises of itself: comments between members only, each field documented.
struct Definition {
  struct Field: Hashable {
    let name: String
    let type: String
  }

  struct Member {
    /// `type`, `method` or `error`.
    let kind: String
    let name: String
    /// The fields of a type or an error; what goes into a method.
    let fields: [Field]
    /// What comes out of a method.
    let results: [Field]
    /// The comment lines before it, without their number signs.
    let comments: [String]
  }

  let interface: String
  let members: [Member]

  init(_ text: String) {
    var interface = ""
    var members: [Member] = []
    var comments: [String] = []
    var body = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if body.isEmpty, line.hasPrefix("#") {
        comments.append(line.dropFirst().trimmed)
      } else if body.isEmpty, line.hasPrefix("interface ") {
        interface = String(line.dropFirst("interface ".count))
        comments = []
      } else if !line.trimmed.isEmpty {
        body += "\(line) "
        let isWhole = body.count { $0 == "(" } == body.count { $0 == ")" }
        if isWhole {
          members.append(Self.member(body, comments))
          (body, comments) = ("", [])
        }
      }
    }
    self.interface = interface
    self.members = members
  }

  private static func member(_ body: String, _ comments: [String]) -> Member {
    let parts = body.split(separator: "->", maxSplits: 1).map { $0.trimmed }
    let head = parts[0].prefix { $0 != "(" }.split(separator: " ")
    return Member(
      kind: String(head[0]), name: String(head[1]), fields: fields(parts[0]),
      results: parts.count > 1 ? fields(parts[1]) : [], comments: comments)
  }

  private static func fields(_ text: String) -> [Field] {
    let inner = text.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
    return inner.split(separator: ",").map { field in
      let parts = field.split(separator: ":", maxSplits: 1).map { $0.trimmed }
      return Field(name: parts[0], type: parts[1])
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
