import CLibAV

/// A plan's tracks on their way through its filters; one owner.
final class SoundFlow {
    private let readers: [SoundReader]
    private let graph: FilterGraph
    private let piece: FrameSlot
    private var isEnded: [Bool]

    /// - Parameters:
    ///   - plan: What is mixed.
    ///   - steps: Filters behind the mix.
    ///   - path: The file that errors are about.
    ///   - frameSize: Samples of each piece that comes out; nil is any number.
    /// - Throws: ``MediaError`` when a track cannot be read.
    init(
        _ plan: SoundPlan,
        then steps: [SoundPlan.Step],
        for path: String,
        frameSize: Int? = nil
    ) throws(MediaError) {
        var readers: [SoundReader] = []
        for track in plan.tracks { readers.append(try SoundReader(track.path)) }
        var nodes = plan.nodes(
            readers.map { .sound($0.rate, $0.format, layout: $0.layout) }
        )
        for step in steps {
            nodes.append(FilterNode(step.name, step.options, from: [nodes.count - 1]))
        }
        graph = try FilterGraph(nodes, isSound: true, for: path)
        if let frameSize { graph.setFrameSize(frameSize) }
        piece = try FrameSlot(for: path)
        isEnded = readers.map { _ in false }
        self.readers = readers
    }

    /// Takes the next piece of the mix; false at its end.
    func next(into frame: UnsafeMutablePointer<AVFrame>) throws(MediaError) -> Bool {
        while true {
            switch try graph.receive(into: frame) {
            case .filled: return true
            case .ended: return false
            case .hungry: try feed()
            }
        }
    }

    private func feed() throws(MediaError) {
        // A track that has ended needs no more, whatever the graph says.
        let hungry = graph.hungriest.flatMap { isEnded[$0] ? nil : $0 }
        guard let index = hungry ?? isEnded.firstIndex(of: false) else { return }
        piece.empty()
        if try readers[index].next(into: piece.pointer) {
            try graph.send(piece.pointer, to: index)
        } else {
            isEnded[index] = true
            try graph.end(index)
        }
    }
}
