import Generation
import Networking

extension MultipartForm {
    /// Adds a picture as a file, under a name that tells nobody anything.
    mutating func add(
        _ frame: GenerationRequest.Frame,
        as name: String,
        fileName: String? = nil
    ) throws(ProviderError) {
        do throws(HTTPError) {
            try add(name, file: frame.path, fileName: fileName ?? frame.fileName, type: frame.type)
        } catch {
            throw ProviderError(error)
        }
    }
}
