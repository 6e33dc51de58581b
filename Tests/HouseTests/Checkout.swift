import Glibc

/// The files of the project, as they lie in the checkout.
enum Checkout {

  /// Without a slash at its end.
  static let folder: String = {
    // This file is <checkout>/Tests/HouseTests/Checkout.swift, perhaps seen through a symbolic link.
    guard let source = realpath(#filePath, nil) else { return "" }
    defer { free(source) }
    return "/" + String(cString: source).split(separator: "/").dropLast(3).joined(separator: "/")
  }()

  /// The folder of the running test bundle, where the programs of the same build lie.
  static let products: String = {
    guard let program = realpath("/proc/self/exe", nil) else { return "" }
    defer { free(program) }
    return "/" + String(cString: program).split(separator: "/").dropLast().joined(separator: "/")
  }()

  /// The Swift files below a folder of the checkout, as paths relative to the checkout, sorted.
  static func swiftFiles(below path: String) -> [String] {
    var found: [String] = []
    for name in names(in: path) {
      let inner = "\(path)/\(name)"
      if name.hasSuffix(".swift") {
        found.append(inner)
      } else {
        found += swiftFiles(below: inner)
      }
    }
    return found.sorted()
  }

  /// The names in a folder but those that begin with a dot; none when it is no folder.
  static func names(in path: String) -> [String] {
    guard let directory = opendir("\(folder)/\(path)") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The text of a file of the checkout; empty when there is none.
  static func text(_ path: String) -> String {
    String(decoding: bytes(of: "\(folder)/\(path)"), as: UTF8.self)
  }

  static func lines(_ path: String) -> [Substring] {
    text(path).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The bytes of any file; none when it cannot be read.
  static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }
}
