/// Lift, gamma and gain for each of red, green and blue, on encoded values.
package struct LookGrade: Hashable, Sendable {
    package var lift = SIMD3<Double>(0, 0, 0)
    package var gamma = SIMD3<Double>(1, 1, 1)
    package var gain = SIMD3<Double>(1, 1, 1)

    package init() {}

    func scaled(_ strength: Double) -> LookGrade {
        var grade = self
        let one = SIMD3<Double>(1, 1, 1)
        grade.lift *= strength
        grade.gamma = one + (gamma - one) * strength
        grade.gain = one + (gain - one) * strength
        return grade
    }
}
