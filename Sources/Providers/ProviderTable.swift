package import Generation

/// One service that is known here: a line a service, and nothing else names it.
package struct ProviderRow: Sendable {
    /// Such as `runway`.
    package let id: String
    package let title: String
    /// Where it is unless it is configured otherwise.
    package let address: String
    /// The variables that may hold its key, the usual one first; none where it wants no key.
    package let keyVariables: [String]
    /// The models it has unless they are configured otherwise.
    package let models: [Model]
    package let make: @Sendable (ProviderSetup) -> any Provider
}

/// Every service that is known here.
package enum ProviderTable {
    package static let rows: [ProviderRow] = [
        ProviderRow(
            id: "openai",
            title: "OpenAI",
            address: "https://api.openai.com",
            keyVariables: ["OPENAI_API_KEY"],
            models: Model.openAI,
            make: { OpenAIProvider($0, dialect: .openAI) }
        ),
        ProviderRow(
            id: "runway",
            title: "Runway",
            address: "https://api.dev.runwayml.com",
            keyVariables: ["RUNWAYML_API_SECRET", "RUNWAY_API_KEY"],
            models: Model.runway,
            make: { RunwayProvider($0) }
        ),
        ProviderRow(
            id: "stability",
            title: "Stability AI",
            address: "https://api.stability.ai",
            keyVariables: ["STABILITY_API_KEY"],
            models: Model.stability,
            make: { StabilityProvider($0) }
        ),
        ProviderRow(
            id: "fal",
            title: "fal",
            address: "https://queue.fal.run",
            keyVariables: ["FAL_KEY"],
            models: Model.fal,
            make: { FalProvider($0) }
        ),
        ProviderRow(
            id: "higgsfield",
            title: "Higgsfield",
            address: "https://platform.higgsfield.ai",
            keyVariables: ["HIGGSFIELD_KEY", "HF_KEY"],
            models: Model.higgsfield,
            make: { HiggsfieldProvider($0) }
        ),
        ProviderRow(
            id: "kling",
            title: "Kling",
            address: "https://api.klingai.com/v1",
            keyVariables: ["KLING_KEY"],
            models: Model.kling,
            make: { KlingProvider($0) }
        ),
        ProviderRow(
            id: "luma",
            title: "Luma",
            address: "https://api.lumalabs.ai/dream-machine/v1",
            keyVariables: ["LUMAAI_API_KEY", "LUMA_API_KEY"],
            models: Model.luma,
            make: { LumaProvider($0) }
        ),
        ProviderRow(
            id: "replicate",
            title: "Replicate",
            address: "https://api.replicate.com/v1",
            keyVariables: ["REPLICATE_API_TOKEN"],
            models: Model.replicate,
            make: { ReplicateProvider($0) }
        ),
        ProviderRow(
            id: "comfyui",
            title: "ComfyUI",
            address: "http://localhost:8188",
            keyVariables: [],
            models: Model.comfyUI,
            make: { ComfyUIProvider($0) }
        ),
        ProviderRow(
            id: "realesrgan",
            title: "Real-ESRGAN",
            // A program of this machine, which is asked over no network.
            address: "http://localhost",
            keyVariables: [],
            models: Model.realESRGAN,
            make: { RealESRGANProvider($0) }
        ),
        ProviderRow(
            id: "automatic1111",
            title: "AUTOMATIC1111",
            address: "http://localhost:7860",
            keyVariables: [],
            models: Model.automatic1111,
            make: { Automatic1111Provider($0) }
        ),
        ProviderRow(
            id: "localai",
            title: "LocalAI",
            address: "http://localhost:8080",
            keyVariables: [],
            models: Model.speakingOpenAI("localai", "stablediffusion", at: "LocalAI"),
            make: { OpenAIProvider($0, dialect: .localAI) }
        ),
        ProviderRow(
            id: "ollama",
            title: "Ollama",
            address: "http://localhost:11434",
            keyVariables: [],
            models: Model.speakingOpenAI("ollama", "x/z-image-turbo", at: "Ollama"),
            make: { OpenAIProvider($0, dialect: .ollama) }
        ),
        ProviderRow(
            id: "sdcpp",
            title: "stable-diffusion.cpp",
            address: "http://localhost:1234",
            keyVariables: [],
            models: Model.speakingOpenAI("sdcpp", "default", at: "stable-diffusion.cpp"),
            make: { OpenAIProvider($0, dialect: .stableDiffusionCpp) }
        ),
    ]

    package static subscript(id: String) -> ProviderRow? { rows.first { $0.id == id } }
}
