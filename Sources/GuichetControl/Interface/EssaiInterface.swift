/// The interface `fr.caf.guichet.essai`: served only by a daemon on a manual clock.
package enum EssaiInterface {

  package static let name = "fr.caf.guichet.essai"

  /// The definition in the Varlink interface definition language, as `GetInterfaceDescription` answers it.
  package static let description = """
    # L’horloge d’un guichet d’essai, que l’on avance à la main.
    interface fr.caf.guichet.essai

    # Avance l’horloge, et répond quand tout ce qui était dû d’ici là est fait et enregistré.
    # Entrée :
    # - a : l’instant à atteindre, RFC 3339 ; l’horloge ne recule pas
    # Sortie :
    # - maintenant : l’instant atteint
    method Avancer(a: string) -> (maintenant: string)

    """
}
