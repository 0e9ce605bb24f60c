import Editorial
import Foundation
import Generation

/// A graph in ComfyUI's API format with places to be filled, such as `{{prompt}}`.
///
/// A text that is nothing but a place becomes what is put there, numbers included; within a longer
/// text it is put in as text.
struct ComfyUIGraph {
    let json: JSONValue

    /// nil for what is no graph: an object of nodes, each with its class.
    init?(_ data: Data) {
        self.init(JSONValue(data))
    }

    init?(_ json: JSONValue) {
        let nodes = json.object
        guard !nodes.isEmpty, nodes.values.allSatisfy({ $0["class_type"].text != nil }) else {
            return nil
        }
        self.json = json
    }

    private init(graph: JSONValue) { json = graph }

    /// What is put into a graph.
    static func words(for request: GenerationRequest) -> [String: JSONValue] {
        [
            "prompt": .text(request.spokenPrompt),
            "negative": .text(request.negativePrompt),
            "seed": .number(Int(request.seed)),
            "width": .number(request.size.width),
            "height": .number(request.size.height),
            "frames": .number(
                max(1, Int((request.seconds * request.frameRate.framesPerSecond).rounded()))
            ),
            "fps": .number(request.frameRate.framesPerSecond),
        ]
    }

    /// How many of its nodes take their time.
    var stages: Int {
        json.object.values.count { $0["class_type"].text?.contains("Sampler") == true }
    }

    /// Whether a place of this name is to be filled.
    func mentions(_ name: String) -> Bool {
        String(decoding: json.data, as: UTF8.self).contains("{{\(name)}}")
    }

    func filled(_ words: [String: JSONValue]) -> JSONValue { Self.fill(json, words) }

    private static func fill(_ value: JSONValue, _ words: [String: JSONValue]) -> JSONValue {
        switch value {
        case .list(let list): return .list(list.map { fill($0, words) })
        case .object(let object): return .object(object.mapValues { fill($0, words) })
        case .text(let text):
            guard text.contains("{{") else { return value }
            for (name, word) in words where text == "{{\(name)}}" { return word }
            // One pass over the text: what is put in is not looked through again.
            var filled = ""
            var rest = text[...]
            while let start = rest.range(of: "{{"),
                let end = rest[start.upperBound...].range(of: "}}")
            {
                let name = String(rest[start.upperBound..<end.lowerBound])
                filled += rest[..<start.lowerBound]
                filled += words[name]?.text ?? words[name]?.number.map { "\($0)" } ?? ""
                rest = rest[end.upperBound...]
            }
            return .text(filled + rest)
        case .null, .flag, .number: return value
        }
    }

    /// A picture by whatever checkpoint there is.
    static let picture = ComfyUIGraph(
        graph: [
            "1": [
                "class_type": "CheckpointLoaderSimple", "inputs": ["ckpt_name": "{{checkpoint}}"],
            ],
            "2": [
                "class_type": "CLIPTextEncode",
                "inputs": ["text": "{{prompt}}", "clip": ["1", 1]],
            ],
            "3": [
                "class_type": "CLIPTextEncode",
                "inputs": ["text": "{{negative}}", "clip": ["1", 1]],
            ],
            "4": [
                "class_type": "EmptyLatentImage",
                "inputs": ["width": "{{width}}", "height": "{{height}}", "batch_size": 1],
            ],
            "5": [
                "class_type": "KSampler",
                "inputs": [
                    "model": ["1", 0], "positive": ["2", 0], "negative": ["3", 0],
                    "latent_image": ["4", 0], "seed": "{{seed}}", "steps": 25, "cfg": 6.5,
                    "sampler_name": "dpmpp_2m", "scheduler": "karras", "denoise": 1,
                ],
            ],
            "6": ["class_type": "VAEDecode", "inputs": ["samples": ["5", 0], "vae": ["1", 2]]],
            "7": [
                "class_type": "SaveImage",
                "inputs": ["images": ["6", 0], "filename_prefix": "kinema"],
            ],
        ]
    )
}
