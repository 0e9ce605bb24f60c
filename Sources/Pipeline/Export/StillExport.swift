package import Editorial
package import Media

/// One picture taken out of a film, or a picture brought to another size.
package struct StillExport {
    private let source: String
    private let info: MediaInfo
    private let request: ExportRequest

    package init(_ source: String, _ info: MediaInfo, _ request: ExportRequest) {
        self.source = source
        self.info = info
        self.request = request
    }

    /// Returns a frame as rgba8; of a picture there is but one.
    ///
    /// - Throws: ``MediaError``.
    package func picture(_ index: FrameIndex) throws -> Frame {
        let original =
            info.kind == .still
            ? try StillReader.read(source) : try VideoReader(source).frame(at: index)
        guard let size = request.size, size != original.size else { return original }
        let still = StillSource(original, rate: FrameRate(24), frameCount: 1)
        let fitted = try FittedSource(still, to: size, request.fit, format: .rgba8)
        return try fitted.frame(at: .first) ?? original
    }
}
