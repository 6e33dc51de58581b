extension Referentiel {
  /// The official name of a commune, by its INSEE code as decisions give it; nil when the files do not know it.
  package func nom(ofCommune code: String) -> String? { nil }
}
