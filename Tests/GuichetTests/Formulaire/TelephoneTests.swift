import Guichet
import Testing

@Suite("A phone number")
struct TelephoneTests {
  @Test(
    "is read in all the ways people write one",
    arguments: [
      "06 39 98 12 34", "0639981234", "06.39.98.12.34", "06-39-98-12-34", "06/39/98/12/34", "+33639981234",
      "+33 6 39 98 12 34", "+33 (0)6 39 98 12 34", "+33(0)639981234", "+33 06 39 98 12 34", "0033 6 39 98 12 34",
      "0033639981234", "00 33 6 39 98 12 34", "(06) 39981234", " 06 39 98 12 34\n",
      "06\u{A0}39\u{202F}98\u{2009}12\u{2011}34",
      "\u{202A}06 39 98 12 34\u{202C}", "(+33) 6 39 98 12 34", "+262 639 98 12 34",
    ])
  func written(saisi: String) {
    #expect(Telephone.lire(saisi) == .success("+33639981234"))
  }

  @Test(
    "has the country code of its block, wherever it was typed",
    arguments: [
      ("01 99 00 12 34", "+33199001234"), ("02 61 91 12 34", "+33261911234"), ("03 53 01 12 34", "+33353011234"),
      ("04 65 71 12 34", "+33465711234"), ("05 36 49 12 34", "+33536491234"), ("07 56 00 12 34", "+33756001234"),
      ("09 72 00 12 34", "+33972001234"), ("0262 41 12 34", "+262262411234"), ("0263 01 12 34", "+262263011234"),
      ("0692 12 34 50", "+262692123450"), ("0693 12 34 50", "+262693123450"), ("+33 692 12 34 50", "+262692123450"),
      ("+262 692 12 34 50", "+262692123450"), ("+262 0692 12 34 50", "+262692123450"),
      ("0269 61 12 34", "+262269611234"),
      ("0639 01 12 34", "+262639011234"), ("0590 41 12 34", "+590590411234"), ("0690 41 12 34", "+590690411234"),
      ("0691 22 12 34", "+590691221234"), ("0594 41 12 34", "+594594411234"), ("0694 41 12 34", "+594694411234"),
      ("0596 41 12 34", "+596596411234"), ("0696 41 12 34", "+596696411234"), ("0697 41 12 34", "+596697411234"),
      ("0508 41 12 34", "+508411234"), ("0587 41 12 34", "+33587411234"), ("0598 71 12 34", "+590598711234"),
      ("+508 41 12 34", "+508411234"), ("0708 41 12 34", "+508708411234"),
      ("0976 01 12 34", "+590976011234"), ("0976 31 12 34", "+262976311234"), ("0976 51 12 34", "+594976511234"),
      ("0976 61 12 34", "+596976611234"), ("0687 12 34 50", "+33687123450"),
    ])
  func block(saisi: String, e164: String) {
    #expect(Telephone.lire(saisi) == .success(e164))
  }

  @Test(
    "of another country keeps its code",
    arguments: [
      ("+32 475 12 34 50", "+32475123450"), ("0032 475 12 34 50", "+32475123450"),
      ("+32 (0)475 12 34 50", "+32475123450"),
      ("+44 (0)20 7946 0123", "+442079460123"), ("+39 06 1234 5670", "+390612345670"),
      ("+1 (514) 555-0142", "+15145550142"),
      ("+352 621 123 450", "+352621123450"), ("+687 28 12 34", "+687281234"), ("00213 551 23 45 60", "+213551234560"),
      ("+86 138 0013 8001", "+8613800138001"),
    ])
  func foreign(saisi: String, e164: String) {
    #expect(Telephone.lire(saisi) == .success(e164))
  }

  @Test(
    "typed only to satisfy a form counts as none",
    arguments: [
      "0000000000", "00 00 00 00 00", "0123456789", "01 02 03 04 05", "1111111111", "06 00 00 00 00", "06 66 66 66 66",
      "06 12 34 56 78", "+33 6 12 34 56 78", "+33 (0)0 00 00 00 00", "+32 0000000000", "99999999", "0", "0987654321",
    ])
  func filler(saisi: String) {
    #expect(Telephone.lire(saisi) == .failure(.remplissage))
  }

  @Test(
    "that cannot be called says why",
    arguments: [
      ("", Telephone.Faute.longueur(chiffres: 0)), ("-", .longueur(chiffres: 0)), ("3230", .longueur(chiffres: 4)),
      ("15", .longueur(chiffres: 2)), ("118 712", .longueur(chiffres: 6)), ("639981234", .longueur(chiffres: 9)),
      ("33639981234", .longueur(chiffres: 11)), ("06 39 98 12 34 / 03 53 01 12 35", .longueur(chiffres: 20)),
      ("0899 12 34 50", .special), ("0800 12 34 50", .special), ("+33 8 99 12 34 50", .special),
      ("+999 12 34 50 60", .indicatifInconnu), ("+06 39 98 12 34", .indicatifInconnu),
      ("+259 12 34 50 60", .indicatifInconnu),
      ("+3 3 6 39 98 12 34", .indicatifInconnu), ("+32 12", .longueur(chiffres: 4)),
      ("+33 6 39", .longueur(chiffres: 5)),
      ("+32 1234 5678 9012 34", .longueur(chiffres: 16)), ("06 39 98 12 34 (soir)", .caractere("s")),
      ("tél. 06 39 98 12 34", .caractere("t")),
      ("06 39 98 12 34\n03 53 01 12 34", .caractere("\n")), ("06\u{0}39981234", .caractere("\u{0}")),
      ("++33639981234", .caractere("+")),
      (String(repeating: " ", count: 61), .tropLong),
    ])
  func wrong(saisi: String, faute: Telephone.Faute) {
    #expect(Telephone.lire(saisi) == .failure(faute))
    #expect(faute.message.hasSuffix("."))
  }
}

@Suite("An e-mail address")
struct CourrielTests {
  @Test(
    "is trimmed, its domain put in lower case, else kept",
    arguments: [
      ("elodie@exemple.fr", "elodie@exemple.fr"), ("  elodie@exemple.fr\n", "elodie@exemple.fr"),
      ("Elodie.Martin+creche@Exemple.FR", "Elodie.Martin+creche@exemple.fr"),
      ("o'neil_2@mail.exemple.fr", "o'neil_2@mail.exemple.fr"),
      ("a@école.exemple.fr", "a@école.exemple.fr"), ("a@ÉCOLE.fr", "a@école.fr"),
      ("a@xn--cole-9oa.fr", "a@xn--cole-9oa.fr"),
      ("x@a-b.co", "x@a-b.co"), ("1@2.exemple", "1@2.exemple"),
      ("{a}~!#$%&'*/=?^`|@exemple.fr", "{a}~!#$%&'*/=?^`|@exemple.fr"),
    ])
  func right(saisi: String, courriel: String) {
    #expect(Courriel.lire(saisi) == .success(courriel))
  }

  @Test(
    "that is none says why, and is not guessed at",
    arguments: [
      ("elodie", Courriel.Faute.sansArobase), ("elodie.exemple.fr", .sansArobase),
      ("a@b@exemple.fr", .plusieursArobases),
      ("a@exemple.fr b@exemple.fr", .espace), ("mailto:a@exemple.fr", .enrobe), ("Élodie <a@exemple.fr>", .enrobe),
      ("<a@exemple.fr>", .enrobe), ("a@exemple.fr.", .ponctuationFinale), ("a@exemple.fr,", .ponctuationFinale),
      ("a@exemple.fr;", .ponctuationFinale), ("élodie@exemple.fr", .nom("é")), ("\"a b\"@exemple.fr", .espace),
      ("\"a\"@exemple.fr", .nom("\"")), ("@exemple.fr", .pointMalPlace), (".a@exemple.fr", .pointMalPlace),
      ("a.@exemple.fr", .pointMalPlace), ("a..b@exemple.fr", .pointMalPlace), ("a@exemple", .domaine),
      ("a@.fr", .domaine),
      ("a@exemple..fr", .domaine), ("a@-exemple.fr", .domaine), ("a@exemple-.fr", .domaine), ("a@exemple.f", .domaine),
      ("a@127.0.0.1", .domaine), ("a@[127.0.0.1]", .domaine), ("a@exemple_1.fr", .domaine),
      ("a\u{0}@exemple.fr", .nom("\u{0}")),
      ("a@exem\u{200B}ple.fr", .nom("\u{200B}")), (String(repeating: "a", count: 65) + "@exemple.fr", .nomTropLong),
      ("a@" + String(repeating: "a", count: 64) + ".fr", .domaine), (String(repeating: "a", count: 255), .tropLong),
    ])
  func wrong(saisi: String, faute: Courriel.Faute) {
    #expect(Courriel.lire(saisi) == .failure(faute))
    #expect(faute.message.hasSuffix("."))
  }
}
