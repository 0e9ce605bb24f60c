import AccountAPI
import Editorial
import Generation

extension Model {
    /// A model that the account service offers, under a name of its own here;
    /// nil for one that says of itself what this version does not know.
    init?(_ remote: RemoteModel) {
        guard let camera = CameraSpeech(remote.camera), let tariff = remote.money,
            let sizes = ModelAbilities.Sizes(remote.sizes),
            let seconds = ModelAbilities.Seconds(remote.lengths),
            (0...1_000_000).contains(remote.promptLimit)
        else { return nil }
        self.init(
            id: Self.accountProvider + "/" + remote.id.harmless(limit: 200),
            title: remote.title.harmless(limit: 80),
            summary: remote.summary.harmless(limit: 200),
            product: remote.product == .film ? .film : .picture,
            tariff: tariff,
            abilities: ModelAbilities(
                prompt: remote.prompt,
                promptLimit: remote.promptLimit,
                negativePrompt: remote.negativePrompt,
                startFrame: ModelAbilities.Frame(remote.startFrame),
                endFrame: ModelAbilities.Frame(remote.endFrame),
                sizes: sizes,
                seconds: seconds,
                seedLimit: remote.seedLimit.flatMap { UInt32(exactly: $0) },
                camera: camera
            )
        )
    }
}

extension RemoteModel {
    fileprivate var money: Generation.Tariff? {
        switch tariff {
        case .free: .free
        case .unknown: .unknown
        case .each: price.map { .each(Money(millionths: $0)) }
        case .second: price.map { .second(Money(millionths: $0)) }
        }
    }
}

extension ModelAbilities.Frame {
    fileprivate init(_ frame: RemoteModel.Frame) {
        switch frame {
        case .impossible: self = .impossible
        case .possible: self = .possible
        case .required: self = .required
        }
    }
}

extension ModelAbilities.Sizes {
    /// nil for sizes that no picture has.
    fileprivate init?(_ sizes: RemoteModel.Sizes) {
        let sides = 1...16_384
        if let widths = sizes.widths, let heights = sizes.heights {
            guard widths.count == heights.count, (1...100).contains(widths.count),
                (widths + heights).allSatisfy(sides.contains)
            else { return nil }
            self = .list(zip(widths, heights).map { PixelSize(width: $0, height: $1) })
        } else if let step = sizes.step, let shortest = sizes.shortest,
            let longest = sizes.longest
        {
            guard sides.contains(step), sides.contains(shortest), sides.contains(longest),
                shortest <= longest
            else { return nil }
            self = .multiples(of: step, shortest...longest)
        } else {
            self = .any
        }
    }
}

extension ModelAbilities.Seconds {
    /// nil for lengths that no film has.
    fileprivate init?(_ lengths: RemoteModel.Lengths) {
        let known = 0.01...3600.0
        if let list = lengths.list {
            guard (1...100).contains(list.count), list.allSatisfy(known.contains) else {
                return nil
            }
            self = .list(list)
        } else if let shortest = lengths.shortest, let longest = lengths.longest {
            guard known.contains(shortest), known.contains(longest), shortest <= longest else {
                return nil
            }
            self = .range(shortest...longest)
        } else {
            self = .any
        }
    }
}

extension CameraSpeech {
    /// Reads what the contract spells.
    fileprivate init?(_ word: String) {
        switch word {
        case "here": self = .movedHere
        case "unheard": self = .unheard
        case "kling": self = .kling
        case "higgsfield": self = .higgsfield
        case "lora": self = .lora
        default:
            guard word.hasPrefix("phrase:") else { return nil }
            self = .phrase(String(word.dropFirst("phrase:".count)))
        }
    }
}
