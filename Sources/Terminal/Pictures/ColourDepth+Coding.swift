import CPictureKernels

extension ColourDepth {
    /// How the kernels write colours.
    var coding: CInt {
        switch self {
        case .direct: CInt(cpicture_direct)
        case .indexed256: CInt(cpicture_indexed)
        case .indexed16: CInt(cpicture_sixteen)
        case .none: CInt(cpicture_plain)
        }
    }

    /// Of two depths the one with fewer colours.
    func limited(to other: ColourDepth) -> ColourDepth {
        let order: [ColourDepth] = [.none, .indexed16, .indexed256, .direct]
        let rank = { order.firstIndex(of: $0) ?? 0 }
        return rank(self) < rank(other) ? self : other
    }
}
