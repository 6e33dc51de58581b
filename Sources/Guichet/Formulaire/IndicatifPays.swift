/// Country codes of the world's telephone numbers.
///
/// ITU-T, List of Recommendation E.164 assigned country codes (Operational Bulletin 1114 and its amendments), countries
/// and geographic areas only: satellites and worldwide services are not where a family lives.
enum IndicatifPays {
  static func exists(_ code: Int) -> Bool {
    switch code {
    case 1, 7: true
    case 20, 27, 30...34, 36, 39...41, 43...49, 51...58, 60...66, 81, 82, 84, 86, 90...95, 98: true
    case 211...213, 216, 218, 220...258, 260...269, 290, 291, 297...299: true
    case 350...359, 370...378, 380...383, 385...387, 389, 420, 421, 423: true
    case 500...509, 590...599, 670, 672...683, 685...692: true
    case 850, 852, 853, 855, 856, 880, 886, 960...968, 970...977, 992...996, 998: true
    default: false
    }
  }

  /// How many digits a number has in all, its code included. E.164 bounds them at 15; North America and the countries
  /// of +7 have ten behind their code, always.
  static func lengths(_ code: Int) -> ClosedRange<Int> { code < 10 ? 11...11 : 7...15 }
}
