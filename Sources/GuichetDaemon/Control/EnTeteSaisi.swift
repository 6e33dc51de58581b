import Guichet
import GuichetControl
import LinuxSystem
import StrictJSON

/// What of a form that a person typed in tells which one it is: its origin and its reference, given or made.
struct EnTeteSaisi {
  let members: [JSONMember]
  /// Nil where it has a fault.
  let origine: Origine?
  /// The given one, else `tiree`; nil where the given one has a fault.
  let reference: String?
  /// The one that was made, where none was given.
  let tiree: String?
  let fautes: [Wire.Constat]

  /// What the daemon completes: nothing and `null` are the same there.
  static let completed: Set<String> = ["version", "reference", "deposeeLe"]

  /// - Parameter sight: of who typed it. A conseiller sends again only references of our own making, which nobody
  ///   guesses: with others it could ask which ones the demandes of other LINF bear.
  init(_ sent: JSONValue, _ office: Office, _ sight: Sight, now: Instant) throws {
    guard case .object(let all) = sent else {
      throw ControlError.formulaireInvalide(
        code: Motif.Code.formulaireInvalide.rawValue,
        erreurs: [
          Wire.Constat(chemin: "", message: "Un formulaire est un objet { … } ; ce document n’en est pas un.")
        ])
    }
    members = all
    var fautes: [Wire.Constat] = []
    origine = Self.origine(sent["origine"])
    if origine == nil {
      fautes.append(
        Wire.Constat(
          chemin: "/origine",
          message: "Dites par où la famille est venue : "
            + Origine.saisissables.map(\.rawValue).joined(separator: ", ")
            + " ; sur monenfant.fr, elle dépose elle-même."))
    }
    switch sent["reference"] ?? .null {
    case .null:
      tiree = ReferenceDeSaisie.texte(office.today(now), alea: try Random.bytes(ReferenceDeSaisie.aleas))
      reference = tiree
    case .string(let text) where sight == .all && Examen.estReference(text) || ReferenceDeSaisie.estTelle(text):
      (tiree, reference) = (nil, text)
    default:
      (tiree, reference) = (nil, nil)
      fautes.append(
        Wire.Constat(
          chemin: "/reference",
          message: sight == .all
            ? "Une référence est un texte de 1 à 64 caractères parmi A-Z a-z 0-9 . _ / - ; donnez-en une telle, ou aucune."
            : "La référence d’une saisie est celle que Guichet lui donne, comme GU-20261125-7K3QX9PM ; n’en donnez aucune, "
              + "et mettez celle d’un partenaire dans le message."))
    }
    self.fautes = fautes
  }

  func isMissing(_ key: String) -> Bool {
    !members.contains { $0.key == key && $0.value != .null }
  }

  private static func origine(_ value: JSONValue?) -> Origine? {
    guard case .string(let code) = value, let origine = Origine(rawValue: code), Origine.saisissables.contains(origine)
    else { return nil }
    return origine
  }
}
