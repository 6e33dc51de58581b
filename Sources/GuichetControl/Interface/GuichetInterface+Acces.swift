extension GuichetInterface {
  /// Who may do what, and why.
  static let acces = """
    # Un rôle que quelqu’un a.
    # - role : code (observateur, conseiller, superviseur, dpo, controleur, administrateur)
    # - linf : lieu d’information pour lequel travaille un conseiller ; null sinon
    # - raison : pourquoi il l’a, en clair
    type RoleAccorde (role: string, linf: ?string, raison: string)

    # Qui peut appeler une méthode.
    # - methode : son nom
    # - roles : les rôles qui la permettent, en codes
    # - permise : vrai si celui dont il s’agit a l’un d’eux ; null s’il ne s’agit de personne
    type PermissionAcces (methode: string, roles: []string, permise: ?bool)

    # Ce qui donne un rôle.
    # - role : son code
    # - linf : lieu d’information pour lequel travaille un conseiller ; null sinon
    # - groupe : groupe Unix dont les membres l’ont ; null si aucun groupe ne le donne
    # - membres : utilisateurs qui l’ont par cette règle, autant que la machine les énumère
    # - remarque : ce qu’il faut vérifier, en clair ; null sinon
    type RegleAcces (role: string, linf: ?string, groupe: ?string, membres: []string, remarque: ?string)

    # Qui vous êtes pour le guichet, ce que vous pouvez faire et pourquoi.
    # Sortie :
    # - login : votre nom d’utilisateur
    # - uid : votre numéro d’utilisateur
    # - roles : vos rôles, chacun avec sa raison
    # - permissions : chaque méthode de cette interface, avec les rôles qui la permettent
    method ShowAcces() -> (login: string, uid: int, roles: []RoleAccorde, permissions: []PermissionAcces)

    # La même chose pour un autre utilisateur de cette machine, d’après les groupes qu’il a maintenant.
    # Entrée :
    # - login : son nom d’utilisateur
    # Sortie :
    # - login : son nom d’utilisateur
    # - uid : son numéro d’utilisateur
    # - roles : ses rôles, chacun avec sa raison
    # - permissions : chaque méthode de cette interface, avec les rôles qui la permettent
    method InspectAcces(login: string) -> (
      login: string,
      uid: int,
      roles: []RoleAccorde,
      permissions: []PermissionAcces
    )

    # Toutes les règles qui donnent un rôle, et ce que chaque rôle permet.
    # Sortie :
    # - regles : les règles, celles que rien ne retire d’abord
    # - permissions : chaque méthode de cette interface, avec les rôles qui la permettent
    method ListAcces() -> (regles: []RegleAcces, permissions: []PermissionAcces)


    """
}
