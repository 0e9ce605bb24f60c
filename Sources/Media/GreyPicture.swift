package import Editorial

/// A picture of one number a pixel.
package struct GreyPicture: Sendable {
    /// The file's name in quotation marks, safe to show.
    package let name: String
    package let size: PixelSize
    /// Row by row from the top: 0…1 of what the file's samples can hold, or,
    /// when it holds floating-point numbers, those as they are, NaN and
    /// infinities included.
    package let values: [Float]
    package let isFloatingPoint: Bool
}
