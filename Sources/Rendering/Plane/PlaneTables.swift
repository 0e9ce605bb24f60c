import CRenderKernels

/// The filters, the transfer curve and the dither of the kernels.
///
/// @unchecked: the tables are written in `init` and never after.
final class PlaneTables: @unchecked Sendable {
    static let shared = PlaneTables()

    let weights: UnsafeMutablePointer<Int16>
    let codes: UnsafeMutablePointer<UInt16>
    let noise: UnsafeMutablePointer<UInt8>

    private init() {
        weights = .allocate(capacity: PLANE_WEIGHT_COUNT)
        codes = .allocate(capacity: PLANE_CODE_COUNT)
        noise = .allocate(capacity: PLANE_NOISE_COUNT)
        plane_fill_weights(weights)
        plane_fill_codes(codes)
        plane_fill_noise(noise)
    }

    deinit {
        weights.deallocate()
        codes.deallocate()
        noise.deallocate()
    }
}
