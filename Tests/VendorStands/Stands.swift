/// Every stand-in there is.
package enum Stands {
    package static let all: [any VendorStand] = [
        OpenAIStand(), StabilityStand(), RunwayStand(), FalStand(), HiggsfieldStand(),
        ReplicateStand(), KlingStand(), LumaStand(), ComfyUIStand(), Automatic1111Stand(),
    ]

    /// Those that are asked after until they are done.
    package static let patient = all.filter { !$0.isImmediate }

    package static func named(_ id: String) -> (any VendorStand)? { all.first { $0.id == id } }
}
