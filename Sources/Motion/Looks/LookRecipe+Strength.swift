extension LookRecipe {
    /// Returns the look at a strength from 0, where it is neutral, to 1.
    ///
    /// Amounts go straight from neutral to their value, curves and scales of
    /// colour to the identity; sizes, angles, frequencies and thresholds stay.
    /// Held pictures and bars, which have no half, are there from 0.5 on.
    package func scaled(_ strength: Double) -> LookRecipe {
        let strength = min(1, max(0, strength))
        guard strength > 0 else { return LookRecipe() }
        guard strength < 1 else { return self }
        var look = self
        look.particles = particles.map { $0.scaled(strength) }
        look.exposure *= strength
        look.balance = balance.scaled(strength)
        look.blooms = blooms.map { $0.scaled(strength) }
        look.halations = halations.map { $0.scaled(strength) }
        look.lens = lens.scaled(strength)
        look.vignettes = vignettes.map { $0.scaled(strength) }
        look.leaks = leaks.map { $0.scaled(strength) }
        look.curves = curves.map { $0.scaled(strength) }
        look.grade = grade.scaled(strength)
        look.hue = hue.scaled(strength)
        look.saturation = saturation.scaled(strength)
        look.tone = tone?.scaled(strength)
        look.drawing = drawing?.scaled(strength)
        look.optics = optics.scaled(strength)
        look.grain = grain.scaled(strength)
        look.tape = tape?.scaled(strength)
        look.digital = digital?.scaled(strength)
        look.gate = gate.scaled(strength)
        look.flicker = flicker.scaled(strength)
        look.shutter = shutter.map { 180 + ($0 - 180) * strength }
        if strength < 0.5 {
            look.heldRate = nil
            look.letterbox = nil
        }
        return look
    }
}
