import Editorial

extension EditorState {
    /// Plays from the first frame.
    mutating func restartPlayback() {
        playback.seek(.first)
        playback.play()
    }

    mutating func togglePlayback() {
        guard !playback.isPlaying else {
            playback.pause()
            return
        }
        let last = previewRequest.frameCount - 1
        // At the end of a film that does not loop, play means again.
        if !playback.isLooping, playback.frame.value >= last, playback.speed > 0 {
            playback.seek(.first)
        }
        playback.play()
    }

    /// Stops, that many frames further on, within the film.
    mutating func stepFrames(by frames: Int) {
        playback.pause()
        seek(to: playback.frame.value + frames)
    }

    mutating func seek(to frame: Int) {
        playback.seek(FrameIndex(min(max(0, frame), max(0, previewRequest.frameCount - 1))))
    }

    /// Goes to the frame that a cell of the scrubber stands for.
    mutating func scrub(column: Int, columns: Int) {
        let last = previewRequest.frameCount - 1
        let cells = max(1, columns - 1)
        let place = min(max(0, column), cells)
        seek(to: Int((Double(place) / Double(cells) * Double(last)).rounded()))
    }

    /// Steps the speed up or down; from rest it plays forward or backward.
    mutating func shuttle(by steps: Int) {
        guard playback.isPlaying else {
            playback.setSpeed(steps > 0 ? 1 : -1)
            playback.play()
            return
        }
        let speeds = Playback.speeds
        let place = speeds.firstIndex(of: playback.speed) ?? 0
        playback.setSpeed(speeds[min(max(0, place + steps), speeds.count - 1)])
    }

    mutating func stopShuttle() {
        playback.pause()
        playback.setSpeed(1)
    }

    /// Changes between the live shot and the film of a take.
    mutating func toggleFilm() {
        auditioned = nil
        playback.content = playback.content == .film ? .shot : .film
        settlePlayback()
    }
}
