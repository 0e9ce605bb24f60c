import Editorial
import Generation

/// What is asked of OpenAI, or of who speaks it: they differ in what they do not know.
struct OpenAIBody {
    let fields: [(String, String)]

    init(_ request: GenerationRequest, dialect: OpenAIProvider.Dialect) {
        let name = request.model.name
        var fields = [
            ("model", name),
            ("prompt", request.spokenPrompt),
            ("size", "\(request.size.width)x\(request.size.height)"),
        ]
        switch dialect {
        case .openAI where name.hasPrefix("dall-e"):
            fields.append(("response_format", "b64_json"))
        case .openAI:
            // These always answer with base64, and refuse to be told so.
            fields.append(("output_format", "png"))
        case .localAI:
            fields.append(("response_format", "b64_json"))
            if !request.negativePrompt.isEmpty {
                fields.append(("negative_prompt", request.negativePrompt))
            }
        case .ollama:
            fields.append(("response_format", "b64_json"))
        case .stableDiffusionCpp:
            fields.append(("output_format", "png"))
        }
        self.fields = fields + [("n", "1")]
    }

    var json: JSONValue {
        .object(
            Dictionary(
                fields.map { ($0, $0 == "n" ? .number(1) : .text($1)) },
                uniquingKeysWith: { $1 }
            )
        )
    }
}
