import CRenderKernels

// @unchecked: these are places in memory and numbers. Whoever hands one to
// several threads gives each rows of its own to write.
extension look_picture: @retroactive @unchecked Sendable {}
extension look_cells: @retroactive @unchecked Sendable {}
extension look_depth: @retroactive @unchecked Sendable {}
extension look_warp_job: @retroactive @unchecked Sendable {}
extension look_tape_job: @retroactive @unchecked Sendable {}
extension look_digital_job: @retroactive @unchecked Sendable {}
extension look_ink_job: @retroactive @unchecked Sendable {}
extension look_fog: @retroactive @unchecked Sendable {}
