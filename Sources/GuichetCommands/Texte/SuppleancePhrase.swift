import GuichetControl

extension [Wire.Suppleance] {
  /// `pour rpe-lomme, fermé jusqu’au 28/11/2026`; nil where nobody stands in for that LINF.
  func phrase(_ linf: String?) -> String? {
    first { $0.linf == linf }.map { "pour \($0.linf), fermé jusqu’au \(Horodatage.jour($0.jusqua))" }
  }
}
