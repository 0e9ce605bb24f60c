import Foundation
import Media

/// Does the engine's work without a codec, and prints a line for each kind of
/// it: its name, the least CPU seconds, and of these what is prepared once.
@main
struct FrameBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 3, let rounds = Int(arguments[1]) else {
            print(
                """
                frame-bench camera ROUNDS PICTURE         moves over and through a picture
                frame-bench table ROUNDS PICTURE          150 frames through a table of colours
                frame-bench upscale ROUNDS PICTURE OUT    150 frames twice as large; the last is kept
                frame-bench picture 1 OUT                 writes the picture that the others may take
                frame-bench between ROUNDS FOLDER         24 frames a second shown at 60
                """
            )
            exit(2)
        }
        switch (arguments[0], arguments.count) {
        case ("camera", 3):
            try CameraBench(picture: StillReader.read(arguments[2]), rounds: rounds).run()
        case ("table", 3):
            try PixelBench(picture: StillReader.read(arguments[2]), rounds: rounds).table()
        case ("upscale", 4):
            try PixelBench(picture: StillReader.read(arguments[2]), rounds: rounds)
                .upscale(keeping: arguments[3])
        case ("picture", 3): try StillWriter.write(TestCard.picture(), to: arguments[2])
        case ("between", 3): try BetweenBench(folder: arguments[2], rounds: rounds).run()
        default: exit(2)
        }
    }
}
