import GuichetControl
import StrictJSON
import Testing

@Suite("The definition of the interface")
struct DefinitionTests {
  private static let guichet = Definition(GuichetInterface.description)
  private static let essai = Definition(EssaiInterface.description)
  private static let all = [guichet, essai]

  @Test("names itself")
  func name() {
    #expect(Self.guichet.interface == GuichetInterface.name)
    #expect(Self.essai.interface == EssaiInterface.name)
  }

  @Test("has just the methods that are served, whose structs write its fields in its order")
  func methods() throws {
    let defined = Self.all.flatMap { definition in
      definition.members.filter { $0.kind == "method" }.map { "\(definition.interface).\($0.name)" }
    }
    #expect(Set(defined) == Set(Samples.methods.map { "\($0.interface).\($0.name)" }))
    for method in Samples.methods {
      let members = Self.all.first { $0.interface == method.interface }?.members ?? []
      let member = try #require(members.first { $0.kind == "method" && $0.name == method.name })
      expect(method.parameters.json, fits: member.fields, of: method.name)
      expect(method.reply.json, fits: member.results, of: method.name)
    }
  }

  @Test("has just the types that cross the socket, whose structs write its fields in its order")
  func types() throws {
    let defined = Self.guichet.members.filter { $0.kind == "type" }
    #expect(Set(defined.map(\.name)) == Set(Samples.types.map(\.0)))
    for (name, sample) in Samples.types {
      let member = try #require(defined.first { $0.name == name })
      expect(sample.json, fits: member.fields, of: name)
    }
  }

  @Test("has just the errors that are answered, with their parameters")
  func errors() throws {
    let defined = Self.guichet.members.filter { $0.kind == "error" }
    #expect(Set(defined.map { "\(GuichetInterface.name).\($0.name)" }) == Set(Samples.errors.map(\.name)))
    for error in Samples.errors {
      let member = try #require(defined.first { error.name.hasSuffix(".\($0.name)") })
      expect(error.parameters, fits: member.fields, of: error.name)
    }
  }

  @Test("documents every member and every field, and nothing that is not there")
  func documentation() {
    for member in Self.all.flatMap(\.members) {
      #expect(member.comments.first.map { !$0.hasPrefix("-") } == true, "\(member.name) has no sentence")
      let documented = member.comments.filter { $0.hasPrefix("- ") }.map { comment in
        String(comment.dropFirst(2).prefix { $0 != " " })
      }
      #expect(documented == (member.fields + member.results).map(\.name), "\(member.name)")
    }
  }

  @Test("says of every stream that it is one")
  func streams() throws {
    for method in Samples.methods where method.interface == GuichetInterface.name {
      let member = try #require(Self.guichet.members.first { $0.name == method.name })
      #expect(member.comments[0].contains("« more » seulement") == method.isStream, "\(method.name)")
    }
  }

  @Test("keeps to what every parser accepts: comments between members only, no sets, no enumerations")
  func subset() {
    for description in [GuichetInterface.description, EssaiInterface.description] {
      #expect(!description.contains("[string]()"))
      #expect(description.hasSuffix("\n"))
      for line in description.split(separator: "\n") where line.contains("#") { #expect(line.hasPrefix("#")) }
    }
    for member in Self.all.flatMap(\.members) {
      for field in member.fields + member.results { #expect(!field.type.isEmpty, "\(member.name).\(field.name)") }
    }
  }

  /// The value is an object with just these fields in this order, each of its type.
  private func expect(_ value: JSONValue, fits fields: [Definition.Field], of name: String) {
    guard case .object(let members) = value else {
      Issue.record("\(name) is no object")
      return
    }
    #expect(members.map(\.key) == fields.map(\.name), "\(name)")
    for (member, field) in zip(members, fields) {
      let type = field.type.hasPrefix("?") ? String(field.type.dropFirst()) : field.type
      let fits =
        switch (type, member.value) {
        case ("string", .string), ("int", .int), ("bool", .bool), ("object", .object): true
        case (let list, .array) where list.hasPrefix("[]"): true
        case (let map, .object) where map.hasPrefix("[string]"): true
        case (let named, .object): Samples.types.contains { $0.0 == named }
        default: false
        }
      #expect(fits, "\(name).\(field.name): \(field.type)")
    }
  }
}
