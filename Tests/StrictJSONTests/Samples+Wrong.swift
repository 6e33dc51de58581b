import StrictJSON

/// A document that RFC 8259 forbids, the code of its fault and the offset of the first byte at fault.
struct WrongSample: Sendable {
  let sample: Sample
  let code: JSONFault.Code
  let offset: Int

  init(_ name: String, _ text: String, _ code: JSONFault.Code, _ offset: Int) {
    sample = Sample(name, text)
    self.code = code
    self.offset = offset
  }

  init(
    _ name: String, _ before: String, bytes: [UInt8], _ after: String, _ code: JSONFault.Code, _ offset: Int
  ) {
    sample = Sample(name, before, bytes: bytes, after)
    self.code = code
    self.offset = offset
  }
}

extension WrongSample {

  static let all = structure + truncated + words + numbers + strings + encodings

  static let structure: [WrongSample] = [
    .init("comma at the end of an array", "[1,]", .unexpected, 3),
    .init("comma at the end of an object", #"{"a":1,}"#, .unexpected, 7),
    .init("comma and space at the end", "[1, \n]", .unexpected, 5),
    .init("comma alone in an array", "[,]", .unexpected, 1),
    .init("comma alone in an object", "{,}", .unexpected, 1),
    .init("comma first", "[,1]", .unexpected, 1),
    .init("two commas", "[1,,2]", .unexpected, 3),
    .init("two commas in an object", #"{"a":1,,"b":2}"#, .unexpected, 7),
    .init("comma missing in an array", "[1 2]", .unexpected, 3),
    .init("comma missing between strings", #"["a""b"]"#, .unexpected, 4),
    .init("comma missing in an object", #"{"a":1 "b":2}"#, .unexpected, 7),
    .init("colon in an array", "[1:2]", .unexpected, 2),
    .init("colon missing", #"{"a" 1}"#, .unexpected, 5),
    .init("comma for colon", #"{"a",1}"#, .unexpected, 4),
    .init("two colons", #"{"a"::1}"#, .unexpected, 5),
    .init("value missing", #"{"a":}"#, .unexpected, 5),
    .init("value and colon missing", #"{"a"}"#, .unexpected, 4),
    .init("key missing", "{:1}", .unexpected, 1),
    .init("key a number", "{1:1}", .unexpected, 1),
    .init("key a word", "{null:1}", .unexpected, 1),
    .init("key without quotes", "{a:1}", .unexpected, 1),
    .init("key in single quotes", "{'a':1}", .unexpected, 1),
    .init("key an array", "{[]:1}", .unexpected, 1),
    .init("second key without quotes", #"{"a":1,b:2}"#, .unexpected, 7),
    .init("string in single quotes", "['a']", .unexpected, 1),
    .init("array closed by a brace", "[1}", .unexpected, 2),
    .init("object closed by a bracket", #"{"a":1]"#, .unexpected, 6),
    .init("empty array closed by a brace", "[}", .unexpected, 1),
    .init("closing bracket alone", "]", .unexpected, 0),
    .init("closing brace alone", "}", .unexpected, 0),
    .init("comment in a block", "[1/* un */]", .unexpected, 2),
    .init("comment first", "/* un */[]", .unexpected, 0),
    .init("comment to the end of the line", "[] // fini", .trailing, 3),
    .init("hash comment", "# un\n[]", .unexpected, 0),
    .init("star", "[*]", .unexpected, 1),
    .init("angle brackets", "<null>", .unexpected, 0),
    .init("form feed for space", "[\u{0C}]", .unexpected, 1),
    .init("no-break space for space", "[\u{A0}1]", .unexpected, 1),
    .init("word joiner for space", "[\u{2060}]", .unexpected, 1),
    .init("escape outside a string", #"[\u0061]"#, .unexpected, 1),
    .init("two roots", "{}{}", .trailing, 2),
    .init("two roots on two lines", "1\n2", .trailing, 2),
    .init("bracket behind the root", "[]]", .trailing, 2),
    .init("comma behind the root", "{},", .trailing, 2),
    .init("NUL behind the root", "{}\0", .trailing, 2),
    .init("text behind the root", #"{"a":1} fini"#, .trailing, 8),
    .init("nothing", "", .empty, 0),
    .init("space only", " \n\t\r ", .empty, 0),
  ]

  static let truncated: [WrongSample] = [
    .init("opened array", "[", .truncated, 1),
    .init("opened object", "{", .truncated, 1),
    .init("array behind a comma", "[1,", .truncated, 3),
    .init("array behind a value", "[1", .truncated, 2),
    .init("object behind a comma", #"{"a":1,"#, .truncated, 7),
    .init("object behind a key", #"{"a""#, .truncated, 4),
    .init("object behind a colon", #"{"a":"#, .truncated, 5),
    .init("object behind a value", #"{"a":1"#, .truncated, 6),
    .init("string opened", #"""#, .truncated, 1),
    .init("string cut", #"["abc"#, .truncated, 5),
    .init("string cut in an escape", #"["abc\"#, .truncated, 6),
    .init("string cut in a unicode escape", #"["\u00"#, .truncated, 6),
    .init("string cut between surrogates", #"["\uD83D"#, .truncated, 8),
    .init("string cut in the second surrogate", #"["\uD83D\uDE"#, .truncated, 12),
    .init("string cut in a scalar", "[\"", bytes: [0xF0, 0x9F, 0x98], "", .truncated, 5),
    .init("word cut", "[tru", .truncated, 4),
    .init("number cut behind the sign", "[-", .truncated, 2),
    .init("number cut behind the point", "[1.", .truncated, 3),
    .init("number cut behind the e", "1e", .truncated, 2),
    .init("number cut behind the sign of the exponent", "1e+", .truncated, 3),
  ]

  static let words: [WrongSample] = [
    .init("upper case", "[True]", .invalidLiteral, 1),
    .init("capitals", "[NULL]", .invalidLiteral, 1),
    .init("half a word", "[tru]", .invalidLiteral, 1),
    .init("misspelt word", "[nul1]", .invalidLiteral, 1),
    .init("word with a tail", "[truex]", .unexpected, 5),
    .init("word with a tail as root", "truex", .trailing, 4),
    .init("Python’s None", "[None]", .invalidLiteral, 1),
    .init("undefined", "[undefined]", .invalidLiteral, 1),
    .init("NaN", "[NaN]", .invalidLiteral, 1),
    .init("Infinity", "[Infinity]", .invalidLiteral, 1),
    .init("bare text", #"{"commune":Lille}"#, .invalidLiteral, 11),
  ]

  static let numbers: [WrongSample] = [
    .init("zero in front", "[01]", .invalidNumber, 1),
    .init("postal code as a number", #"{"codePostal":01000}"#, .invalidNumber, 14),
    .init("zeros in front", "[000]", .invalidNumber, 1),
    .init("zero in front of a negative number", "[-01]", .invalidNumber, 2),
    .init("plus sign", "[+1]", .invalidNumber, 1),
    .init("two signs", "[--1]", .invalidNumber, 2),
    .init("sign alone", "[-]", .invalidNumber, 2),
    .init("minus infinity", "[-Infinity]", .invalidNumber, 2),
    .init("minus NaN", "[-NaN]", .invalidNumber, 2),
    .init("space behind the sign", "[- 1]", .invalidNumber, 2),
    .init("point in front", "[.5]", .invalidNumber, 1),
    .init("point in front of a negative number", "[-.5]", .invalidNumber, 2),
    .init("point at the end", "[1.]", .invalidNumber, 3),
    .init("point before the exponent", "[1.e3]", .invalidNumber, 3),
    .init("two points", "[1.2.3]", .unexpected, 4),
    .init("exponent without digits", "[1e]", .invalidNumber, 3),
    .init("signed exponent without digits", "[1e+]", .invalidNumber, 4),
    .init("two exponents", "[1e1e1]", .unexpected, 4),
    .init("fractional exponent", "[1e1.5]", .unexpected, 4),
    .init("two signs in the exponent", "[1e+-1]", .invalidNumber, 4),
    .init("hexadecimal", "[0x1F]", .unexpected, 2),
    .init("thousands apart", "[1 000]", .unexpected, 3),
    .init("decimal comma", #"{"a":1,5}"#, .unexpected, 7),
    .init("underscore", "[1_000]", .unexpected, 2),
    .init("unit", "[12px]", .unexpected, 3),
    .init("digits of another script", "[１２]", .unexpected, 1),
    .init("phone", #"{"telephone":06 39 98 12 34}"#, .invalidNumber, 13),
    .init("date", #"{"debut":2027-01-04}"#, .unexpected, 13),
  ]

  static let strings: [WrongSample] = [
    .init("line break", "[\"a\nb\"]", .controlCharacter, 3),
    .init("tab", "[\"a\tb\"]", .controlCharacter, 3),
    .init("NUL", "[\"a\0b\"]", .controlCharacter, 3),
    .init("unit separator", "[\"abcdefgh\u{1F}\"]", .controlCharacter, 10),
    .init("NUL in a key", "{\"a\0\":1}", .controlCharacter, 3),
    .init("escaped NUL character", "[\"\\\0\"]", .invalidEscape, 2),
    .init("escaped line break", "[\"\\\n\"]", .invalidEscape, 2),
    .init("hexadecimal escape", #"["\x41"]"#, .invalidEscape, 2),
    .init("bell", #"["\a"]"#, .invalidEscape, 2),
    .init("single quote escaped", #"["\'"]"#, .invalidEscape, 2),
    .init("upper case U", #"["\U0041"]"#, .invalidEscape, 2),
    .init("octal escape", #"["\101"]"#, .invalidEscape, 2),
    .init("Windows path", #"["C:\Users"]"#, .invalidEscape, 4),
    .init("escaped emoji", "[\"\\😀\"]", .invalidEscape, 2),
    .init("too few hexadecimal digits", #"["\u00A"]"#, .invalidEscape, 7),
    .init("no hexadecimal digits", #"["\u"]"#, .invalidEscape, 4),
    .init("letter among the digits", #"["\u00G9"]"#, .invalidEscape, 6),
    .init("sign among the digits", #"["\u+061"]"#, .invalidEscape, 4),
    .init("braces around the digits", #"["\u{61}"]"#, .invalidEscape, 4),
    .init("escape of the quote leaves it open", #"["\"]"#, .truncated, 5),
    .init("lone high surrogate", #"["\uD83D"]"#, .loneSurrogate, 2),
    .init("lone low surrogate", #"["\uDE00"]"#, .loneSurrogate, 2),
    .init("high surrogate and text", #"["\uD83Dab"]"#, .loneSurrogate, 2),
    .init("high surrogate and another escape", #"["\uD83D\n"]"#, .loneSurrogate, 2),
    .init("high surrogate and no surrogate", #"["\uD83D\u0061"]"#, .loneSurrogate, 2),
    .init("two high surrogates", #"["\uD83D\uD83D"]"#, .loneSurrogate, 2),
    .init("surrogates the wrong way round", #"["\uDE00\uD83D"]"#, .loneSurrogate, 2),
    .init("high surrogate and wrong digits", #"["\uD83D\uDEx0"]"#, .invalidEscape, 12),
    .init("marks piled up", "[\"ae" + String(repeating: "\u{301}\u{323}", count: 65) + "\"]", .combiningMarks, 1),
    .init(
      "marks piled up by escapes", "[\"" + String(repeating: "\\u0301\u{323}", count: 65) + "\"]", .combiningMarks, 1),
    .init("marks piled up in a key", "{\"" + String(repeating: "\u{F73}", count: 129) + "\":1}", .combiningMarks, 1),
    .init("lone surrogate in a key", #"{"\uD83D":1}"#, .loneSurrogate, 2),
  ]

  static let encodings: [WrongSample] = [
    .init("UTF-8 with a byte order mark", "\u{FEFF}{}", .bom, 0),
    .init("beginning of a byte order mark", "", bytes: [0xEF, 0xBB], "", .truncated, 2),
    .init("scalar that begins like a byte order mark", "\u{FEFC}", .unexpected, 0),
    .init("byte order mark alone", "\u{FEFF}", .bom, 0),
    .init("byte order mark behind space", " \u{FEFF}{}", .unexpected, 1),
    .init("UTF-16, little end first, with its mark", "", bytes: [0xFF, 0xFE, 0x7B, 0, 0x7D, 0], "", .bom, 0),
    .init("UTF-16, big end first, with its mark", "", bytes: [0xFE, 0xFF, 0, 0x7B, 0, 0x7D], "", .bom, 0),
    .init("UTF-16, little end first", "", bytes: [0x7B, 0, 0x7D, 0], "", .bom, 0),
    .init("UTF-16, big end first", "", bytes: [0, 0x7B, 0, 0x7D], "", .bom, 0),
    .init("NUL in the first string", "\"\0ab\"", .controlCharacter, 1),
    .init("NUL behind one digit", "1\0", .trailing, 1),
    .init("NUL alone", "\0", .unexpected, 0),
    .init("Latin-1 é", "[\"caf", bytes: [0xE9], "\"]", .invalidUTF8, 5),
    .init("Latin-1 é in a key", "{\"pr", bytes: [0xE9], "nom\":1}", .invalidUTF8, 4),
    .init("Windows-1252 apostrophe", "[\"l", bytes: [0x92], "eau\"]", .invalidUTF8, 3),
    .init("stray continuation", "[\"", bytes: [0x80], "\"]", .invalidUTF8, 2),
    .init("stray continuation outside a string", "[", bytes: [0xBF], "]", .invalidUTF8, 1),
    .init("lead byte and quote", "[\"", bytes: [0xC3], "\"]", .invalidUTF8, 2),
    .init("two lead bytes", "[\"", bytes: [0xC3, 0xC3], "\"]", .invalidUTF8, 2),
    .init("three bytes, the last one missing", "[\"", bytes: [0xE2, 0x82], "\"]", .invalidUTF8, 2),
    .init("four bytes, the last one missing", "[\"", bytes: [0xF0, 0x9F, 0x98], "\"]", .invalidUTF8, 2),
    .init("overlong solidus in two bytes", "[\"", bytes: [0xC0, 0xAF], "\"]", .invalidUTF8, 2),
    .init("overlong NUL", "[\"", bytes: [0xC0, 0x80], "\"]", .invalidUTF8, 2),
    .init("overlong C1", "[\"", bytes: [0xC1, 0xBF], "\"]", .invalidUTF8, 2),
    .init("overlong solidus in three bytes", "[\"", bytes: [0xE0, 0x80, 0xAF], "\"]", .invalidUTF8, 2),
    .init("overlong, largest of three bytes", "[\"", bytes: [0xE0, 0x9F, 0xBF], "\"]", .invalidUTF8, 2),
    .init("overlong, largest of four bytes", "[\"", bytes: [0xF0, 0x8F, 0xBF, 0xBF], "\"]", .invalidUTF8, 2),
    .init("first surrogate", "[\"", bytes: [0xED, 0xA0, 0x80], "\"]", .invalidUTF8, 2),
    .init("last surrogate", "[\"", bytes: [0xED, 0xBF, 0xBF], "\"]", .invalidUTF8, 2),
    .init("CESU-8 pair", "[\"", bytes: [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], "\"]", .invalidUTF8, 2),
    .init("beyond U+10FFFF", "[\"", bytes: [0xF4, 0x90, 0x80, 0x80], "\"]", .invalidUTF8, 2),
    .init("F5", "[\"", bytes: [0xF5, 0x80, 0x80, 0x80], "\"]", .invalidUTF8, 2),
    .init("five bytes", "[\"", bytes: [0xF8, 0x88, 0x80, 0x80, 0x80], "\"]", .invalidUTF8, 2),
    .init("FF", "[\"", bytes: [0xFF], "\"]", .invalidUTF8, 2),
    .init("right scalar, wrong place", "[é]", .unexpected, 1),
    .init("behind a right scalar", "[\"é", bytes: [0xE9], "\"]", .invalidUTF8, 4),
  ]
}
