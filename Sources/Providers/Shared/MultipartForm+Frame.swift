import Generation
import Networking

extension MultipartForm {
    /// Adds a picture as a file.
    mutating func add(_ frame: GenerationRequest.Frame, as name: String) throws(ProviderError) {
        do throws(HTTPError) {
            try add(name, file: frame.path, fileName: frame.fileName, type: frame.type)
        } catch {
            throw ProviderError(error)
        }
    }
}
