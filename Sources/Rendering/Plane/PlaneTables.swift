import CRenderKernels

/// The filters and the transfer curve of the plane kernel.
///
/// @unchecked: both tables are written in `init` and never after.
final class PlaneTables: @unchecked Sendable {
    static let shared = PlaneTables()

    let weights: UnsafeMutablePointer<Int16>
    let codes: UnsafeMutablePointer<UInt16>

    private init() {
        weights = .allocate(capacity: PLANE_WEIGHT_COUNT)
        codes = .allocate(capacity: PLANE_CODE_COUNT)
        plane_fill_weights(weights)
        plane_fill_codes(codes)
    }

    deinit {
        weights.deallocate()
        codes.deallocate()
    }
}
