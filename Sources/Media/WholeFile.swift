/// A file whose contents are made in memory.
package enum WholeFile {
    /// Writes the contents beside the file, brings them to the disk, and puts
    /// them in the file's place.
    ///
    /// - Throws: ``MediaError``; what was there before is then as it was.
    package static func write(_ text: String, to path: String) throws(MediaError) {
        let file = try PartialFile(path)
        let bytes = Array(text.utf8)
        do {
            try bytes.withUnsafeBytes { try file.write($0) }
        } catch let error as MediaError {
            throw error
        } catch {
            preconditionFailure("A partial file throws nothing else.")
        }
        try file.commit()
    }
}
