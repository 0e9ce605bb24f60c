import CPictureKernels

let depthDirect = CInt(cpicture_direct)
let depthIndexed = CInt(cpicture_indexed)
let depthPlain = CInt(cpicture_plain)

extension ColourDepth {
    /// How the kernels write colours; 16 of them are too few for pictures of
    /// blocks, so such a terminal is given the 256 it very likely knows.
    var writing: CInt {
        switch self {
        case .direct: depthDirect
        case .indexed256, .indexed16: depthIndexed
        case .none: depthPlain
        }
    }
}
