/// The interface `fr.caf.guichet`: the door through which everything but the daemon itself reaches the office.
///
/// The text is the contract, the structs in this module follow it. It only grows: new methods, new optional fields;
/// what would break it takes a new name. It keeps to the part of the language that every parser in use accepts:
/// comments stand between members, never inside them (systemd before 257), every error has its parentheses, no
/// enumeration, no set.
package enum GuichetInterface {

  package static let name = "fr.caf.guichet"

  /// The definition in the Varlink interface definition language, as `GetInterfaceDescription` answers it.
  package static let description =
    types + methods + referentiel + acces + contacts + echeances + rendezVous + suivi
    + solutions + doublons + bilan + preuve + linf + exploitation + effacement + surveillance + errors

  /// The short names of its errors, all that it may ever answer, in the order of the definition.
  package static let erreurs = description.split(separator: "\n").compactMap { line in
    line.hasPrefix("error ") ? String(line.dropFirst(6).prefix { $0 != " " && $0 != "(" }) : nil
  }
}
