import Foundation
import GuichetDaemon

exit(await GuichetdProgram.main(Array(CommandLine.arguments.dropFirst())))
