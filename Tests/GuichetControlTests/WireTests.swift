import GuichetControl
import StrictJSON
import Testing

@Suite("What crosses the socket")
struct WireTests {

  @Test("is read back as it was written")
  func roundTrip() throws {
    for (name, sample) in Samples.types { #expect(try isReadBack(sample), "\(name)") }
    for method in Samples.methods {
      #expect(try isReadBack(method.parameters), "\(method.name)")
      #expect(try isReadBack(method.reply), "\(method.name)")
    }
  }

  @Test("is written alike with and without a tree")
  func written() {
    let objects = Samples.types.map(\.1) + Samples.methods.flatMap { [$0.parameters, $0.reply] }
    for object in objects {
      var writer = JSONWriter()
      object.write(to: &writer)
      #expect(writer.bytes == object.json.bytes(), "\(type(of: object))")
    }
  }

  @Test("is read although the other end knows more fields")
  func unknownFields() throws {
    for (name, sample) in Samples.types {
      guard case .object(let members) = sample.json else { continue }
      let newer = JSONValue.object([JSONMember("nouveau", [1, ["x": nil]])] + members + [JSONMember("autre", true)])
      #expect(try read(type(of: sample), newer).json == sample.json, "\(name)")
    }
  }

  @Test("may leave out what may be null")
  func absent() throws {
    #expect(try Wire.Lieu(parsed("{}")) == Wire.Lieu())
    #expect(try Wire.Lieu(parsed(#"{"voie":null}"#)) == Wire.Lieu())
    #expect(try ReplayRejet.Parameters(parsed(#"{"id":"x"}"#)).contenu == nil)
    #expect(try ReplayRejet.Parameters(parsed(#"{"id":"x","contenu":""}"#)).contenu == [])
  }

  @Test(
    "says in French which field does not fit",
    arguments: [
      (#"{}"#, "lieux", "Le champ « lieux » manque : il faut une liste."),
      (#"{"lieux":null}"#, "lieux", "Le champ « lieux » manque : il faut une liste."),
      (#"{"lieux":{}}"#, "lieux", "Le champ « lieux » ne convient pas : il faut une liste, pas un objet."),
      (#"{"lieux":[{},3]}"#, "lieux[1]", "Il faut ici un objet, pas ce nombre."),
      (
        #"{"lieux":[{"voie":3}]}"#, "lieux[0].voie",
        "Le champ « voie » ne convient pas : il faut un texte, pas ce nombre."
      ),
      (#"[]"#, "", "Il faut ici un objet, pas une liste."),
    ])
  func faults(json: String, place: String, message: String) throws {
    let value = try parsed(json)
    let fault = try #require(throws: WireFault.self) { try Route.Parameters(value) }
    #expect(fault.parametre == place)
    #expect(fault.message == message)
  }

  @Test("takes no number for an integer that is not written as one", arguments: ["1.0", "1e2", "\"1\"", "true"])
  func integers(text: String) throws {
    let value = try parsed(#"{"chargement":"c","version":\#(text)}"#)
    #expect(throws: WireFault.self) { try ApplyReferentiel.Parameters(value) }
  }

  @Test("tells an error by its name and parameters", arguments: Samples.errors)
  func errors(error: ControlError) throws {
    #expect(GuichetInterface.erreurs.map { "\(GuichetInterface.name).\($0)" }.contains(error.name))
    let parameters = try JSON.parse(error.parameters.bytes())
    #expect(try ControlError(name: error.name, parameters: parameters) == error)
  }

  @Test("knows no error of another interface, nor one that is newer")
  func foreignErrors() throws {
    let empty = try parsed("{}")
    #expect(try ControlError(name: "org.varlink.service.InvalidParameter", parameters: empty) == nil)
    #expect(try ControlError(name: "fr.caf.guichet.Nouvelle", parameters: empty) == nil)
    #expect(throws: WireFault.self) {
      try ControlError(name: "fr.caf.guichet.VersionDepassee", parameters: empty)
    }
  }

  @Test("is written alike for equal dictionaries, whatever their order")
  func counts() {
    let codes = (0..<50).map { "etat\($0)" }
    let one = Wire.EtatDemandes(total: 1, parEtat: Dictionary(uniqueKeysWithValues: codes.map { ($0, 1) }))
    let other = Wire.EtatDemandes(total: 1, parEtat: Dictionary(uniqueKeysWithValues: codes.reversed().map { ($0, 1) }))
    #expect(one.json.bytes() == other.json.bytes())
  }

  private func isReadBack(_ value: some WireObject) throws -> Bool {
    try type(of: value).init(JSON.parse(value.json.bytes())) == value
  }

  private func read(_ type: any WireObject.Type, _ value: JSONValue) throws -> any WireObject {
    try type.init(JSON.parse(value.bytes()))
  }

  private func parsed(_ text: String) throws -> JSON {
    try JSON.parse(Array(text.utf8))
  }
}
