import AccountAPI
import Editorial
import Generation

extension RemoteModel {
    /// Says a model as the contract says it.
    init(_ model: Model) {
        let can = model.abilities
        self.init(
            id: model.id,
            title: model.title,
            summary: model.summary,
            product: model.product == .film ? .film : .picture,
            tariff: .unknown
        )
        switch model.tariff {
        case .free: tariff = .free
        case .unknown: tariff = .unknown
        case .each(let money): (tariff, price) = (.each, money.millionths)
        case .second(let money): (tariff, price) = (.second, money.millionths)
        }
        prompt = can.prompt
        promptLimit = can.promptLimit
        negativePrompt = can.negativePrompt
        startFrame = Frame(can.startFrame)
        endFrame = Frame(can.endFrame)
        sizes = Sizes(can.sizes)
        lengths = Lengths(can.seconds)
        seedLimit = can.seedLimit.map(Int.init)
        camera = can.camera.word
    }
}

extension RemoteModel.Frame {
    fileprivate init(_ frame: ModelAbilities.Frame) {
        switch frame {
        case .impossible: self = .impossible
        case .possible: self = .possible
        case .required: self = .required
        }
    }
}

extension RemoteModel.Sizes {
    fileprivate init(_ sizes: ModelAbilities.Sizes) {
        self.init()
        switch sizes {
        case .any: break
        case .list(let list):
            widths = list.map(\.width)
            heights = list.map(\.height)
        case .multiples(let step, let range):
            (self.step, shortest, longest) = (step, range.lowerBound, range.upperBound)
        }
    }
}

extension RemoteModel.Lengths {
    fileprivate init(_ seconds: ModelAbilities.Seconds) {
        self.init()
        switch seconds {
        case .any: break
        case .list(let list): self.list = list
        case .range(let range): (shortest, longest) = (range.lowerBound, range.upperBound)
        }
    }
}

extension CameraSpeech {
    /// As the contract spells it.
    fileprivate var word: String {
        switch self {
        case .movedHere: "here"
        case .unheard: "unheard"
        case .phrase(let kind): "phrase:" + kind
        case .kling, .higgsfield, .lora: words ?? "unheard"
        }
    }
}
