import Editorial
import Foundation
import Motion

/// What a lens of 35 mm sees of a plane before it, as ``PlaneFraming`` has it:
/// the camera turns, and the lens may lengthen.
struct LensView {
    /// Degrees, and a factor.
    struct Turn: Hashable {
        var pan = 0.0
        var tilt = 0.0
        var roll = 0.0
        var focal = 1.0
    }

    private let centre: (x: Double, y: Double)
    /// Pixels of the frame for one distance to the plane.
    let reach: Double

    init(size: PixelSize) {
        centre = (Double(size.width) / 2, Double(size.height) / 2)
        // A gate of 36 mm behind a lens of 35 mm.
        reach = Double(max(size.width, size.height)) / 2 * 35 / 18
    }

    /// Returns where a pixel of the turned camera's frame lies in the frame of
    /// the camera at rest.
    func place(x: Double, y: Double, under turn: Turn) -> (x: Double, y: Double) {
        let degree = Double.pi / 180
        let (sr, cr) = (sin(turn.roll * degree), cos(turn.roll * degree))
        let (st, ct) = (sin(turn.tilt * degree), cos(turn.tilt * degree))
        let (sp, cp) = (sin(turn.pan * degree), cos(turn.pan * degree))
        // Along +x to the right, +y up and +z ahead: rolled, then tilted, then panned.
        let (u, v) = ((x - centre.x) / turn.focal, (centre.y - y) / turn.focal)
        let (a, b) = (u * cr + v * sr, v * cr - u * sr)
        let (c, d) = (b * ct + reach * st, reach * ct - b * st)
        let (right, ahead) = (a * cp + d * sp, d * cp - a * sp)
        return (centre.x + right / ahead * reach, centre.y - c / ahead * reach)
    }

    /// Returns the turn that does most nearly what a map from the frame at rest
    /// to the turned one does, near a first guess.
    func turn(for map: Homography, near guess: Turn) -> Turn {
        guard let back = map.inverse else { return guess }
        let grid = [-0.7, 0, 0.7].flatMap { y in
            [-0.7, 0, 0.7].map { x in (x: centre.x * (1 + x), y: centre.y * (1 + y)) }
        }
        let goals = grid.map { back.map(x: $0.x, y: $0.y) }
        var turn = guess
        for _ in 0..<12 {
            guard let change = step(from: turn, grid, goals) else { break }
            turn.pan += change[0]
            turn.tilt += change[1]
            turn.roll += change[2]
            turn.focal *= exp(change[3])
            if change.allSatisfy({ abs($0) < 1e-9 }) { break }
        }
        let isUsable = abs(turn.pan) < 80 && abs(turn.tilt) < 80 && (0.02...50).contains(turn.focal)
        return isUsable ? turn : guess
    }

    /// One step of least squares over the four numbers of a turn.
    private func step(
        from turn: Turn,
        _ grid: [(x: Double, y: Double)],
        _ goals: [(x: Double, y: Double)]
    ) -> [Double]? {
        let nudge = 1e-4
        let nudged = (0..<4).map { turn.nudged($0, by: nudge) }
        var equations = [[Double]](repeating: [Double](repeating: 0, count: 5), count: 4)
        for (point, goal) in zip(grid, goals) {
            let here = place(x: point.x, y: point.y, under: turn)
            let slopes = nudged.map { other in
                let there = place(x: point.x, y: point.y, under: other)
                return (x: (there.x - here.x) / nudge, y: (there.y - here.y) / nudge)
            }
            for i in 0..<4 {
                for j in 0..<4 {
                    equations[i][j] += slopes[i].x * slopes[j].x + slopes[i].y * slopes[j].y
                }
                equations[i][4] +=
                    slopes[i].x * (goal.x - here.x) + slopes[i].y * (goal.y - here.y)
            }
        }
        return solved(equations)
    }

    /// Solves four equations by elimination; nil when they do not say enough.
    private func solved(_ equations: [[Double]]) -> [Double]? {
        var rows = equations
        for i in 0..<4 {
            guard let pivot = (i..<4).max(by: { abs(rows[$0][i]) < abs(rows[$1][i]) }),
                abs(rows[pivot][i]) > 1e-12
            else { return nil }
            rows.swapAt(i, pivot)
            for j in 0..<4 where j != i {
                let factor = rows[j][i] / rows[i][i]
                for k in i..<5 { rows[j][k] -= factor * rows[i][k] }
            }
        }
        let result = (0..<4).map { rows[$0][4] / rows[$0][$0] }
        return result.allSatisfy(\.isFinite) ? result : nil
    }
}

extension LensView.Turn {
    /// One of pan, tilt, roll and the focal length's logarithm, moved a little.
    fileprivate func nudged(_ index: Int, by amount: Double) -> Self {
        var turn = self
        switch index {
        case 0: turn.pan += amount
        case 1: turn.tilt += amount
        case 2: turn.roll += amount
        default: turn.focal *= exp(amount)
        }
        return turn
    }
}
