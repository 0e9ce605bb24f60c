extension SketchSilhouette {
    static func horse(gallops: Bool = false, value: Double = 0.14) -> SketchSilhouette {
        var shape = SketchSilhouette()
        gallops ? shape.gallop(value) : shape.horseLegs(value)
        shape.blob(
            [
                (0.625, 0.705), (0.648, 0.745), (0.570, 0.860), (0.505, 0.952), (0.445, 0.950),
                (0.360, 0.865), (0.275, 0.755), (0.185, 0.702), (0.020, 0.658), (-0.150, 0.656),
                (-0.300, 0.686), (-0.415, 0.640), (-0.462, 0.540), (-0.430, 0.430),
                (-0.300, 0.445), (-0.100, 0.418), (0.080, 0.408), (0.200, 0.420), (0.305, 0.495),
                (0.330, 0.585), (0.378, 0.665), (0.430, 0.750), (0.478, 0.790), (0.530, 0.755),
                (0.580, 0.708),
            ],
            value: value
        )
        shape.polygon([(0.452, 0.940), (0.462, 1.010), (0.500, 0.955)], value: value)
        shape.polygon([(0.478, 0.945), (0.497, 1.000), (0.520, 0.945)], value: value * 0.8)
        // Mane and tail.
        shape.blob(
            [
                (0.470, 0.985), (0.400, 0.945), (0.300, 0.850), (0.205, 0.745), (0.200, 0.680),
                (0.290, 0.700), (0.360, 0.790), (0.420, 0.880),
            ],
            value: value * 0.7
        )
        let lift = gallops ? 0.14 : 0
        shape.limb(
            [
                (-0.430, 0.625, 0.030), (-0.510, 0.560 + lift, 0.040),
                (-0.560 - lift, 0.420 + lift * 1.6, 0.040),
                (-0.590 - lift * 2, 0.270 + lift * 2, 0.012),
            ],
            value: value * 0.7
        )
        return shape
    }

    private mutating func horseLegs(_ value: Double) {
        for (x, lean, shade) in [(0.255, 0.035, 0.75), (0.215, -0.02, 1.0)] {
            limb(
                [
                    (x, 0.480, 0.066), (x + lean * 0.5, 0.330, 0.036), (x + lean, 0.215, 0.026),
                    (x + lean, 0.070, 0.019),
                ],
                value: value * shade
            )
            hoof(x + lean, value: value * shade * 0.6)
        }
        for (x, lean, shade) in [(-0.330, 0.045, 0.75), (-0.385, -0.010, 1.0)] {
            limb(
                [
                    (x, 0.520, 0.098), (x + 0.015 + lean, 0.380, 0.054),
                    (x - 0.052 + lean, 0.265, 0.031), (x - 0.020 + lean, 0.080, 0.020),
                ],
                value: value * shade
            )
            hoof(x - 0.010 + lean, value: value * shade * 0.6)
        }
    }

    private mutating func hoof(_ x: Double, value: Double) {
        polygon(
            [(x - 0.030, 0), (x + 0.048, 0), (x + 0.024, 0.066), (x - 0.020, 0.066)],
            value: value
        )
    }

    private mutating func gallop(_ value: Double) {
        limb(
            [(0.24, 0.49, 0.066), (0.40, 0.41, 0.036), (0.52, 0.34, 0.026), (0.60, 0.24, 0.019)],
            value: value
        )
        limb(
            [(0.21, 0.48, 0.062), (0.33, 0.34, 0.036), (0.27, 0.23, 0.026), (0.19, 0.22, 0.018)],
            value: value * 0.75
        )
        limb(
            [
                (-0.36, 0.52, 0.098), (-0.46, 0.39, 0.052), (-0.60, 0.33, 0.031),
                (-0.68, 0.20, 0.020),
            ],
            value: value
        )
        limb(
            [
                (-0.32, 0.51, 0.090), (-0.33, 0.36, 0.052), (-0.47, 0.26, 0.030),
                (-0.43, 0.12, 0.020),
            ],
            value: value * 0.75
        )
        ellipse(0.615, 0.225, 0.034, 0.024, value: value * 0.6)
        ellipse(-0.695, 0.185, 0.034, 0.024, value: value * 0.6)
    }

    static func rider(hat: Bool, gallops: Bool) -> SketchSilhouette {
        var shape = SketchSilhouette()
        let mount = horse(gallops: gallops)
        shape.add(mount, scale: 0.74)
        // The body over the back, a leg down the flank, a hand at the reins.
        shape.limb([(0.00, 0.50, 0.058), (0.075, 0.37, 0.042), (0.040, 0.23, 0.028)], value: 0.11)
        shape.limb([(0.040, 0.235, 0.026), (0.085, 0.215, 0.016)], value: 0.10)
        shape.limb(
            [(-0.015, 0.52, 0.062), (0.000, 0.64, 0.066), (0.015, 0.76, 0.060)],
            value: 0.12
        )
        shape.limb(
            [(0.020, 0.75, 0.034), (0.090, 0.64, 0.026), (0.175, 0.615, 0.020)],
            value: 0.10
        )
        shape.limb([(0.018, 0.80, 0.026), (0.024, 0.84, 0.024)], value: 0.12)
        shape.ellipse(0.030, 0.885, 0.042, 0.050, value: 0.13)
        if hat {
            shape.ellipse(0.032, 0.915, 0.092, 0.016, value: 0.09)
            shape.polygon(
                [(-0.016, 0.915), (0.078, 0.915), (0.066, 0.978), (0.030, 0.966), (-0.004, 0.978)],
                value: 0.10
            )
        }
        return shape
    }
}
