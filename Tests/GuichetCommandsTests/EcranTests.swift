import GuichetCommands
import LinuxSystem
import Testing

@Suite("The screen")
struct EcranTests {
  private let taille = Terminal.Size(rows: 4, columns: 20)

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\u{1B}[", with: "^")
  }

  @Test("is written whole at first, and then where it differs only")
  func differences() {
    var ecran = Ecran()
    #expect(text(ecran.dessiner(["a", "", "c"], taille)) == "^0m^2J^1;1H^2Ka^3;1H^2Kc")
    #expect(ecran.dessiner(["a", "", "c"], taille).isEmpty)
    #expect(text(ecran.dessiner(["a", "b", "c", "d"], taille)) == "^2;1H^2Kb^4;1H^2Kd")
    #expect(text(ecran.dessiner(["a", "b"], taille)) == "^3;1H^2K^4;1H^2K")
  }

  @Test("is written whole again when it has another size, or is not known any more")
  func whole() {
    var ecran = Ecran()
    _ = ecran.dessiner(["a", "b"], taille)
    #expect(text(ecran.dessiner(["a"], Terminal.Size(rows: 1, columns: 9))) == "^0m^2J^1;1H^2Ka")
    ecran.oublier()
    #expect(text(ecran.dessiner(["a"], Terminal.Size(rows: 1, columns: 9))) == "^0m^2J^1;1H^2Ka")
  }

  @Test("never has more lines than the terminal")
  func rows() {
    var ecran = Ecran()
    #expect(text(ecran.dessiner(["a", "b", "c", "d", "e"], taille)).hasSuffix("^4;1H^2Kd"))
  }
}
