/// How the page ages before the eyes of whoever has it open: a page that nobody rewrites looks like it.
///
/// It tells its age each second. Past two minutes the daemon is dead, or cannot write: what the page said of health is
/// taken back. It reads itself again every half minute, unless its reader asked it to hold still (WCAG 2.2, 2.2.1).
enum FraicheurDuTableau {
  static let script = ScriptDePage(texte: texte, empreinte: empreinte, secondesSansScript: 60)

  /// Made anew with `openssl dgst -sha256 -binary | base64` when the script changes; a test compares them.
  private static let empreinte = "WEaNqeY4KcykGPinyschUUchMfPdF4Fbu/ZbrIwVKik="

  private static let texte = """
    (function () {
      "use strict";
      var chercher = function (id) { return document.getElementById(id); };
      var temps = chercher("le"), age = chercher("age"), mort = chercher("mort"), bouton = chercher("pause");
      var le = Date.parse(temps.getAttribute("datetime")), ouverte = Date.now(), suspendue = false;
      var titre = document.title;
      function duree(secondes) {
        if (secondes < 60) { return secondes + " s"; }
        var minutes = Math.floor(secondes / 60);
        if (minutes < 120) { return minutes + " min"; }
        var heures = Math.floor(minutes / 60);
        return heures < 48 ? heures + " h" : Math.floor(heures / 24) + " jours";
      }
      function ecrire(element, texte) {
        if (element.textContent !== texte) { element.textContent = texte; }
      }
      function dire() {
        var secondes = Math.floor((Date.now() - le) / 1000), perime = secondes > 120;
        ecrire(age, secondes < -60 ? "(l’horloge de cet appareil retarde)"
          : secondes < 5 ? "à l’instant" : "il y a " + duree(secondes));
        document.documentElement.className = perime ? "perime" : "";
        document.title = perime ? "Périmé – " + titre : titre;
        ecrire(mort, perime ? "Il y a " + duree(secondes) + " : le démon ne répond plus. Rien de ce qui suit n’est "
          + "à jour. Sur le serveur : systemctl status guichetd" : "");
        if (!suspendue && !document.hidden && Date.now() - ouverte > 30000) {
          ouverte = Date.now();
          location.reload();
        }
      }
      bouton.hidden = false;
      bouton.addEventListener("click", function () {
        suspendue = !suspendue;
        ecrire(bouton, suspendue ? "Reprendre l’actualisation" : "Suspendre l’actualisation");
      });
      dire();
      setInterval(dire, 1000);
    })();
    """
}
