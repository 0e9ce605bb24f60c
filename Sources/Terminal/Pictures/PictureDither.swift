import CPictureKernels

/// The fixed palette's tables; owns their memory, 48 KiB.
final class PictureDither {
    let pointer: OpaquePointer?

    init() { pointer = cpicture_dither_make() }

    deinit { cpicture_dither_free(pointer) }
}
