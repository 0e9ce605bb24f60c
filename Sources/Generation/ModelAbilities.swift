package import Editorial

/// What can be asked of a model, as its service tells.
package struct ModelAbilities: Hashable, Sendable {
    /// Whether a picture goes in.
    package enum Frame: Hashable, Sendable {
        case impossible, possible, required
    }

    /// How long a film may be, in seconds.
    package enum Seconds: Hashable, Sendable {
        case any
        case range(ClosedRange<Double>)
        case list([Double])
    }

    /// The frames it makes.
    package enum Sizes: Hashable, Sendable {
        case any
        case list([PixelSize])
        /// Both sides a multiple of `step`, each within the range.
        case multiples(of: Int, ClosedRange<Int>)
    }

    package var prompt: Bool
    /// The most characters of a prompt.
    package var promptLimit: Int
    package var negativePrompt: Bool
    package var startFrame: Frame
    package var endFrame: Frame
    package var sizes: Sizes
    package var seconds: Seconds
    /// The largest seed; nil where chance is left to the service.
    package var seedLimit: UInt32?
    /// How it is told what the camera does.
    package var camera: CameraSpeech

    package init(
        prompt: Bool = true,
        promptLimit: Int = 10_000,
        negativePrompt: Bool = false,
        startFrame: Frame = .impossible,
        endFrame: Frame = .impossible,
        sizes: Sizes = .any,
        seconds: Seconds = .any,
        seedLimit: UInt32? = nil,
        camera: CameraSpeech = .movedHere
    ) {
        self.prompt = prompt
        self.promptLimit = promptLimit
        self.negativePrompt = negativePrompt
        self.startFrame = startFrame
        self.endFrame = endFrame
        self.sizes = sizes
        self.seconds = seconds
        self.seedLimit = seedLimit
        self.camera = camera
    }

    /// What is made here has none of a service's limits.
    package static let everything = ModelAbilities(
        startFrame: .possible,
        seedLimit: .max,
        camera: .movedHere
    )

    /// Returns the length to ask for: the shortest there is that is not
    /// shorter than what is wanted, else the longest; the film is cut to what was wanted here.
    package func seconds(for wanted: Double) -> Double {
        switch seconds {
        case .any: return wanted
        case .range(let range): return min(max(wanted, range.lowerBound), range.upperBound)
        case .list(let list):
            return list.filter { $0 >= wanted - 0.01 }.min() ?? list.max() ?? wanted
        }
    }

    /// Returns the size to ask for: of those there are, the one of the nearest
    /// shape, and of such the smallest that loses nothing.
    package func size(for wanted: PixelSize) -> PixelSize {
        switch sizes {
        case .any: return wanted
        case .list(let list):
            return list.min { $0.distance(from: wanted) < $1.distance(from: wanted) } ?? wanted
        case .multiples(let step, let range):
            let longest = Double(max(wanted.width, wanted.height))
            let shortest = Double(min(wanted.width, wanted.height))
            let scale = min(
                Double(range.upperBound) / longest,
                max(1, Double(range.lowerBound) / shortest)
            )
            func side(_ pixels: Int) -> Int {
                let steps = (Double(pixels) * scale / Double(step)).rounded()
                return min(max(Int(steps) * step, range.lowerBound), range.upperBound)
            }
            return PixelSize(width: side(wanted.width), height: side(wanted.height))
        }
    }
}

extension PixelSize {
    /// How badly this size serves for the other: the shape counts most, then pixels that are missing.
    fileprivate func distance(from wanted: PixelSize) -> Double {
        let shape = Double(width) / Double(height)
        let wantedShape = Double(wanted.width) / Double(wanted.height)
        let ratio = max(shape / wantedShape, wantedShape / shape)
        let area = Double(self.area) / Double(wanted.area)
        return (ratio - 1) * 10 + (area < 1 ? 1 / area - 1 : (area - 1) * 0.1)
    }
}
