import Foundation
import Terminal

/// How colours look to a kind of colour vision, after Machado, Oliveira and
/// Fernandes (2009) at full severity, in linear light.
struct ColourVision: Sendable {
    let name: String
    private let matrix: [[Double]]

    static let all = [
        ColourVision(name: "all colours", matrix: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
        ColourVision(
            name: "protanopia",
            matrix: [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        ),
        ColourVision(
            name: "deuteranopia",
            matrix: [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        ),
        ColourVision(
            name: "tritanopia",
            matrix: [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        ),
    ]

    /// How far apart two colours look: the distance in Oklab, where 0.02 is
    /// about the least that can be told.
    func distance(_ one: Colour?, _ other: Colour?) -> Double {
        guard let one, let other else { return 0 }
        return zip(lab(one), lab(other)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            .squareRoot()
    }

    private func lab(_ colour: Colour) -> [Double] {
        let linear = [colour.red, colour.green, colour.blue].map { byte in
            let share = Double(byte) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        let seen = matrix.map { row in max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }) }
        let cones = [
            0.4122214708 * seen[0] + 0.5363325363 * seen[1] + 0.0514459929 * seen[2],
            0.2119034982 * seen[0] + 0.6806995451 * seen[1] + 0.1073969566 * seen[2],
            0.0883024619 * seen[0] + 0.2817188376 * seen[1] + 0.6299787005 * seen[2],
        ].map { cbrt($0) }
        return [
            0.2104542553 * cones[0] + 0.7936177850 * cones[1] - 0.0040720468 * cones[2],
            1.9779984951 * cones[0] - 2.4285922050 * cones[1] + 0.4505937099 * cones[2],
            0.0259040371 * cones[0] + 0.7827717662 * cones[1] - 0.8086757660 * cones[2],
        ]
    }
}
