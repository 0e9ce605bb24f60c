package import Editorial

extension EditorState {
    /// The marker at the playhead.
    var markerHere: Marker? { shot.cut.markers.first { $0.frame == playback.frame } }

    /// Marks the frame at the playhead, or takes its marker away.
    mutating func toggleMarker() -> [Effect] {
        let frame = playback.frame
        return changeCut { cut in
            if cut.markers.contains(where: { $0.frame == frame }) {
                cut.markers.removeAll { $0.frame == frame }
            } else {
                cut.markers = (cut.markers + [Marker(frame)]).sorted { $0.frame < $1.frame }
            }
        }
    }

    /// Gives the frame at the playhead a marker with a name.
    mutating func nameMarker(_ name: String) -> [Effect] {
        let frame = playback.frame
        return changeCut { cut in
            cut.markers.removeAll { $0.frame == frame }
            cut.markers = (cut.markers + [Marker(frame, name)]).sorted { $0.frame < $1.frame }
        }
    }

    /// The frames of the selected shot that a jump stops at, ascending: its
    /// ends in the film, keys of the camera, markers, in and out.
    package var stops: [FrameIndex] {
        let used = shot.usedFrames
        var stops: Set<Int> = [used.lowerBound, used.upperBound - 1]
        stops.formUnion(shot.cut.markers.map(\.frame.value))
        stops.formUnion(draft.camera.frames.map(\.value))
        if let range = playback.range {
            stops.formUnion([range.lowerBound, range.upperBound - 1])
        }
        let all = 0..<max(1, previewRequest.frameCount)
        return stops.filter(all.contains).sorted().map { FrameIndex($0) }
    }

    /// Goes to the next stop, or with a number below 0 to the one before.
    mutating func goToStop(by places: Int) {
        let here = playback.frame
        let target =
            places > 0
            ? stops.first { $0 > here } : stops.last { $0 < here }
        playback.pause()
        guard let target else {
            say(places > 0 ? "There is no stop after this frame." : "There is no stop before it.")
            return
        }
        seek(to: target.value)
        if let marker = markerHere, !marker.name.isEmpty { say("Marker “\(marker.name)”.") }
    }
}
