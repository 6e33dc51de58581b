import StrictJSON

/// Rows for a program, just as the daemon wrote them: of thousands, reading each only to write it again would be most of
/// the work.
struct LignesTellesQuelles: Presentable {
  /// The daemon's messages, in order.
  let messages: [JSON]
  /// Where each has its rows.
  let membre: String

  func json(_ output: inout JSONOutput) {
    output.document { writer in
      writer.beginArray()
      for message in messages {
        guard let rows = message[membre] else { continue }
        for row in rows.elements { writer.value(row) }
      }
      writer.endArray()
    }
  }

  /// Only a program is given rows in this way.
  func texte(_ page: inout TextPage) {}
}
