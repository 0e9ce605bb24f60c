import CRenderKernels

extension SketchPainter {
    func paintWeather() {
        let reading = scene.reading, air = scene.air
        guard !reading.setting.isClosed else { return }
        if reading.has(.rays), reading.setting != .jungle, reading.setting != .forest {
            paintRays(strength: 1)
        }
        if reading.has(.rainbow) {
            canvas.rows { canvas, first, end in
                var air = air
                sketch_rainbow(canvas, &air, 0.55, first, end)
            }
        }
        if reading.has(.dust) { haze(0.9) }
        if reading.has(.fog) && reading.setting == .forest {
            haze(0.25)
        } else if reading.has(.fog) {
            haze(1)
        } else if reading.has(.snowfall) {
            haze(0.55)
        } else if reading.has(.rain) {
            haze(0.4)
        }
        if reading.has(.rain) { paintRain() }
        if reading.has(.snowfall) {
            let white = air.glow.scaled(0.9)
            paintMarks(
                snowflakes(),
                colour: sketch_rgb(r: white.r + 0.2, g: white.g + 0.2, b: white.b + 0.2),
                veil: 0.1
            )
        }
    }

    private func haze(_ strength: Float) {
        let air = scene.air
        canvas.rows { canvas, first, end in
            var air = air
            sketch_haze(canvas, &air, strength, first, end)
        }
    }

    /// Streaks in three depths, lit by what is behind them.
    private func paintRain() {
        var random = SketchRandom(seed: scene.seed, purpose: 31)
        let height = scene.height, width = scene.width, wide = width / height
        var marks: [sketch_mark] = []
        let depths = [
            (520.0, 0.024, 0.0008, 0.34), (240, 0.05, 0.0011, 0.42), (50, 0.10, 0.0020, 0.34),
        ]
        for (count, length, radius, alpha) in depths {
            for _ in 0..<Int(count * min(wide, 4)) {
                let x = random.number(-0.05, wide + 0.05) * height,
                    y = random.number(-0.1, 1) * height
                let fall = length * random.number(0.6, 1.3) * height
                let end = (x - fall * 0.16, y + fall)
                marks.append(
                    .line(
                        (x, y),
                        end,
                        radius: radius * height,
                        alpha: alpha * random.number(0.3, 1)
                    )
                )
            }
        }
        paintMarks(
            marks,
            colour: scene.air.ambient.mixed(scene.air.fog, 0.5).scaled(0.55),
            veil: 1.15
        )
    }

    private func snowflakes() -> [sketch_mark] {
        var random = SketchRandom(seed: scene.seed, purpose: 32)
        let height = scene.height, wide = scene.width / scene.height
        var marks: [sketch_mark] = []
        for (count, radius, alpha) in [
            (520.0, 0.0012, 0.8), (150, 0.0027, 0.75), (26, 0.0065, 0.4),
        ] {
            for _ in 0..<Int(count * min(wide, 4)) {
                let point = (random.number(0, wide) * height, random.number(0, 1) * height)
                let end = (point.0 + height * 0.001, point.1 + height * 0.0015)
                marks.append(
                    .line(
                        point,
                        end,
                        radius: radius * height * random.number(0.7, 1.2),
                        alpha: alpha * random.number(0.5, 1)
                    )
                )
            }
        }
        return marks
    }
}
