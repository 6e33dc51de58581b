/// The French numbering plan: to which country code each block of numbers belongs.
///
/// Arcep, décision no 2018-0881 of 24 July 2018 and those that changed it, annexe 1, « numéros territorialisés ». A number
/// is told here by its nine significant digits, without the leading zero. Compared with what libphonenumber knows of the
/// seven territories: no number that is valid in one of them only goes to another, but in 09 39 7 and 09 76 2 and 3, where
/// its patterns overlap. Blocks are not checked for having been given out: new ones are, every month.
enum PlanDeNumerotation {
  /// Country codes of the plan: the mainland, and overseas.
  static let indicatifs = [33, 262, 508, 590, 594, 596]

  /// The country code of the block that the nine digits lie in; nil for 08…, special numbers.
  static func indicatif(of significant: Int) -> Int? {
    switch significant / 10_000_000 {
    case 80...89: nil
    case 26: oceanIndien(significant / 1_000_000)
    case 59 where significant / 1_000_000 == 598: fixesPartages(significant / 100_000)
    case 50, 59, 69: antillesEtAutres(significant / 1_000_000)
    case 63: significant / 1_000_000 == 639 ? mayotte(significant) : 33
    case 70: mobilesPartages(significant / 10_000)
    case 93, 94, 97: polyvalents(significant / 100_000)
    default: 33
    }
  }

  /// 02 62 and 02 63: La Réunion; 02 68 and 02 69: Mayotte.
  private static func oceanIndien(_ prefix: Int) -> Int {
    switch prefix {
    case 262, 263, 268, 269: 262
    default: 33
    }
  }

  private static func antillesEtAutres(_ prefix: Int) -> Int {
    switch prefix {
    case 508: 508
    case 590, 690, 691: 590
    case 594, 694: 594
    case 596, 696, 697: 596
    case 692, 693: 262
    default: 33
    }
  }

  /// 05 98, opened to the territories piece by piece.
  private static func fixesPartages(_ prefix: Int) -> Int {
    switch prefix {
    case 5987: 590
    case 5988: 594
    case 5989: 596
    default: 33
    }
  }

  /// 06 39 is Mayotte's but for 06 39 98, which is kept for fiction (annexe 1, « œuvres audiovisuelles »).
  private static func mayotte(_ significant: Int) -> Int {
    significant / 10_000 == 63_998 ? 33 : 262
  }

  /// 07 08 and 07 09, opened to the territories piece by piece.
  private static func mobilesPartages(_ prefix: Int) -> Int {
    switch prefix {
    case 70_840...70_859: 508
    case 70_900...70_909: 590
    case 70_910...70_919: 596
    case 70_920...70_929, 70_935...70_939: 262
    case 70_930...70_934: 594
    default: 33
    }
  }

  /// 09 39, 09 47 and 09 76, whose fifth digit names the territory.
  private static func polyvalents(_ prefix: Int) -> Int {
    switch prefix {
    case 9395, 9475, 9760, 9761, 9768: 590
    case 9396, 9476, 9764, 9765: 594
    case 9397, 9477, 9766, 9767: 596
    case 9398, 9399, 9478, 9479, 9762, 9763, 9769: 262
    default: 33
    }
  }
}
