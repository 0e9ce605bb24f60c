import CLibAV

/// libav's filters, joined; one owner.
///
/// Nodes are made one by one rather than parsed, so that nothing in a file's
/// name or a person's words can be taken for a filter.
final class FilterGraph {
    private let filters: clibav_filters
    private let path: String
    private let graph: UnsafeMutablePointer<AVFilterGraph>
    private var sources: [UnsafeMutablePointer<AVFilterContext>] = []
    private let sink: UnsafeMutablePointer<AVFilterContext>

    /// Builds and configures a graph that ends at its last node.
    ///
    /// - Parameters:
    ///   - nodes: Each after those that feed it.
    ///   - isSound: Whether sound, and not pictures, comes out.
    ///   - path: The file that errors are about.
    /// - Throws: ``MediaError`` when a filter is missing or refuses.
    init(_ nodes: [FilterNode], isSound: Bool = false, for path: String) throws(MediaError) {
        self.path = path
        filters = try FilterLibrary.open(for: path)
        graph = try allocated(filters.make(), for: path)
        graph.pointee.nb_threads = 2
        var made: [UnsafeMutablePointer<AVFilterContext>] = []
        var used: [Int] = []
        do {
            let end = FilterNode(isSound ? "abuffersink" : "buffersink", from: [nodes.count - 1])
            for (number, node) in (nodes + [end]).enumerated() {
                let context = try FilterGraph.make(node, number, in: graph, filters, path)
                for (pad, feeder) in node.inputs.enumerated() {
                    let code = filters.link(
                        made[feeder],
                        CUnsignedInt(used[feeder]),
                        context,
                        CUnsignedInt(pad)
                    )
                    try check(code, .writing, path)
                    used[feeder] += 1
                }
                made.append(context)
                used.append(0)
                if node.inputs.isEmpty { sources.append(context) }
            }
            try check(filters.configure(graph, nil), .writing, path)
        } catch {
            var doomed: UnsafeMutablePointer<AVFilterGraph>? = graph
            filters.drop(&doomed)
            throw error
        }
        sink = made[nodes.count]
    }

    deinit {
        var doomed: UnsafeMutablePointer<AVFilterGraph>? = graph
        filters.drop(&doomed)
    }

    /// Gives a source its next picture or sound, and takes what it holds.
    func send(_ frame: UnsafeMutablePointer<AVFrame>, to source: Int = 0) throws(MediaError) {
        try check(filters.send(sources[source], frame, 0), .writing, path)
    }

    /// Tells a source that nothing follows.
    func end(_ source: Int = 0) throws(MediaError) {
        try check(filters.send(sources[source], nil, 0), .writing, path)
    }

    /// Returns the source that the graph waits for; nil when it waits for none.
    var hungriest: Int? {
        let wants = sources.map { filters.wants($0) }
        guard let most = wants.max(), most > 0 else { return nil }
        return wants.firstIndex(of: most)
    }

    /// Takes the next that comes out, or learns that there is none for now or
    /// none any more.
    func receive(
        into frame: UnsafeMutablePointer<AVFrame>
    ) throws(MediaError) -> Outcome {
        let code = filters.receive(sink, frame)
        if code == clibav_error_again { return .hungry }
        if code == clibav_error_eof { return .ended }
        try check(code, .writing, path)
        return .filled
    }

    /// Makes sound come out in pieces of as many samples.
    func setFrameSize(_ samples: Int) {
        filters.set_frame_size(sink, CUnsignedInt(samples))
    }

    enum Outcome {
        case filled, hungry, ended
    }

    private static func make(
        _ node: FilterNode,
        _ number: Int,
        in graph: UnsafeMutablePointer<AVFilterGraph>,
        _ filters: clibav_filters,
        _ path: String
    ) throws(MediaError) -> UnsafeMutablePointer<AVFilterContext> {
        guard let filter = filters.find(node.name) else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) cannot be made: this libavfilter has no "
                    + "“\(node.name)”; install Debian's own \(FilterLibrary.package)."
            )
        }
        let context = try allocated(filters.add(graph, filter, "\(node.name)\(number)"), for: path)
        for (key, value) in node.options {
            try check(clibav_set_option(context, key, value), .writing, path)
        }
        // Some filters look into the dictionary without asking whether there is one.
        var rest: OpaquePointer?
        defer { av_dict_free(&rest) }
        try check(filters.start(context, &rest), .writing, path)
        return context
    }
}
