import Foundation
import Testing

@testable import Media

struct MediaErrorTests {
    @Test(arguments: [ENOSPC, EDQUOT, EFBIG])
    func `A full disk is said to be full`(_ code: CInt) {
        let error = MediaError(libAV: -code, .writing, "/films/boat.mp4")
        #expect(error.kind == .diskFull)
        #expect(error.message.hasPrefix("The disk is full, so “boat.mp4” was not written ("))
        #expect(error.message.hasSuffix("); free some space and try again."))
    }

    @Test(arguments: [
        (EACCES, MediaError.Kind.unreadable), (ENOENT, .missing), (EIO, .unreadable),
        (ENOMEM, .outOfMemory), (ENOSYS, .unsupported), (EINVAL, .damaged),
    ])
    func `A refusal to read has its kind`(_ code: CInt, _ kind: MediaError.Kind) {
        #expect(MediaError(libAV: -code, .reading, "boat.mp4").kind == kind)
    }

    @Test(arguments: [EACCES, EROFS, ENOENT, EIO])
    func `A refusal to write is unwritable`(_ code: CInt) {
        let error = MediaError(libAV: -code, .writing, "boat.mp4")
        #expect(error.kind == .unwritable)
        #expect(error.message.hasSuffix("choose another place."))
    }
}
