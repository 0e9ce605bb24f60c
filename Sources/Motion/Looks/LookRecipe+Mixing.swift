extension LookRecipe {
    /// The most looks that are mixed.
    package static let mixingLimit = 3

    /// Returns a look that is several at once, each at its strength.
    ///
    /// - Precondition: There are at most ``mixingLimit``.
    package static func mixing(_ looks: [(look: LookRecipe, strength: Double)]) -> LookRecipe {
        precondition(looks.count <= mixingLimit, "At most three looks are mixed.")
        return looks.reduce(LookRecipe()) { $0.mixed(with: $1.look.scaled($1.strength)) }
    }

    /// Returns this look followed by another.
    ///
    /// The neutral look changes nothing on either side, and it makes no
    /// difference which two of three are mixed first. Exposure, balance, hue
    /// and lift add; gain, gamma and saturation multiply; curves follow each
    /// other; what glows, floats or leaks is all there; grain, weave and
    /// flicker, which are noises, add their variances. Of drawings, tapes,
    /// broken signals and scales of colour the later one is taken.
    package func mixed(with next: LookRecipe) -> LookRecipe {
        var mix = self
        mix.particles += next.particles
        mix.exposure += next.exposure
        mix.balance.temperature += next.balance.temperature
        mix.balance.tint += next.balance.tint
        mix.blooms += next.blooms
        mix.halations += next.halations
        mix.lens = lens.mixed(with: next.lens)
        mix.vignettes += next.vignettes
        mix.leaks += next.leaks
        mix.curves += next.curves
        mix.grade.lift += next.grade.lift
        mix.grade.gamma *= next.grade.gamma
        mix.grade.gain *= next.grade.gain
        mix.hue = hue.mixed(with: next.hue)
        mix.saturation.saturation *= next.saturation.saturation
        mix.saturation.vibrance += next.saturation.vibrance
        mix.tone = next.tone ?? tone
        mix.drawing = next.drawing ?? drawing
        mix.optics.distort += next.optics.distort
        mix.optics.aberration += next.optics.aberration
        mix.grain = grain.mixed(with: next.grain)
        mix.tape = next.tape ?? tape
        mix.digital = next.digital ?? digital
        mix.gate = gate.mixed(with: next.gate)
        mix.flicker = flicker.mixed(with: next.flicker)
        mix.heldRate = [heldRate, next.heldRate].compactMap(\.self).min()
        mix.letterbox = LookRecipe.wider(letterbox, next.letterbox)
        mix.shutter = [shutter, next.shutter].compactMap(\.self).max()
        return mix
    }

    private static func wider(_ a: LookLetterbox?, _ b: LookLetterbox?) -> LookLetterbox? {
        guard let a else { return b }
        guard let b else { return a }
        return b.ratio > a.ratio ? b : a
    }
}

/// The share that two independent shares leave uncovered is what both leave.
private func both(_ a: Double, _ b: Double) -> Double {
    a == 0 ? b : b == 0 ? a : 1 - (1 - a) * (1 - b)
}

extension LookLens {
    fileprivate func mixed(with next: LookLens) -> LookLens {
        var mix = self
        mix.flare = both(flare, next.flare)
        mix.streak = both(streak, next.streak)
        mix.ghosts = max(ghosts, next.ghosts)
        mix.dirt = both(dirt, next.dirt)
        return mix
    }
}

extension LookHue {
    fileprivate func mixed(with next: LookHue) -> LookHue {
        var mix = self
        for field in LookHue.fields { mix[keyPath: field.path] += next[keyPath: field.path] }
        return mix
    }
}

/// Two independent noises: their variances add, and what describes them is
/// weighed by these.
private struct NoisePair {
    let first: Double
    let second: Double

    var amount: Double { (first * first + second * second).squareRoot() }

    func mean(_ a: Double, _ b: Double) -> Double {
        let (x, y) = (first * first, second * second)
        if y == 0 { return a }
        if x == 0 { return b }
        return (a * x + b * y) / (x + y)
    }
}

extension LookGrain {
    fileprivate func mixed(with next: LookGrain) -> LookGrain {
        let pair = NoisePair(first: amount, second: next.amount)
        var mix = self
        mix.amount = next.amount == 0 ? amount : amount == 0 ? next.amount : pair.amount
        mix.size = pair.mean(size, next.size)
        mix.mono = pair.mean(mono, next.mono)
        mix.shadow = pair.mean(shadow, next.shadow)
        return mix
    }
}

extension LookGate {
    fileprivate func mixed(with next: LookGate) -> LookGate {
        let pair = NoisePair(first: weave, second: next.weave)
        var mix = self
        mix.weave = next.weave == 0 ? weave : weave == 0 ? next.weave : pair.amount
        mix.weaveHz = pair.mean(weaveHz, next.weaveHz)
        mix.roll = NoisePair(first: roll, second: next.roll).amount
        mix.dust += next.dust
        mix.scratches += next.scratches
        mix.hair = both(hair, next.hair)
        return mix
    }
}

extension LookFlicker {
    fileprivate func mixed(with next: LookFlicker) -> LookFlicker {
        let pair = NoisePair(first: amount, second: next.amount)
        var mix = self
        mix.amount = next.amount == 0 ? amount : amount == 0 ? next.amount : pair.amount
        mix.hz = pair.mean(hz, next.hz)
        return mix
    }
}
