/// The references under which a demande is being typed in at this moment: whoever comes with one of them waits.
actor SaisiesEnCours {
  private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

  /// Returns once nobody else is at work under that reference; `end` must follow.
  func begin(_ reference: String) async {
    guard waiting[reference] != nil else {
      waiting[reference] = []
      return
    }
    await withCheckedContinuation { waiting[reference, default: []].append($0) }
  }

  func end(_ reference: String) {
    guard var others = waiting[reference], !others.isEmpty else {
      waiting[reference] = nil
      return
    }
    let next = others.removeFirst()
    waiting[reference] = others
    next.resume()
  }
}
