import Editorial

extension EditorState {
    /// The frames that are played: between in and out, else those that the
    /// film has of the shot.
    package var playedFrames: Range<Int> {
        let all = 0..<max(1, previewRequest.frameCount)
        if screen != .editor { return all }
        let wanted = playback.range ?? shot.usedFrames
        let frames = wanted.clamped(to: all)
        return frames.isEmpty ? all : frames
    }

    /// Plays from the first frame.
    mutating func restartPlayback() {
        seek(to: playedFrames.lowerBound)
        playback.play()
    }

    mutating func togglePlayback() {
        guard !playback.isPlaying else {
            playback.pause()
            return
        }
        let frames = playedFrames
        let isAtEnd = playback.frame.value >= frames.upperBound - 1 && playback.speed > 0
        // At the end of a film that does not loop, play means again.
        if !frames.contains(playback.frame.value) || !playback.isLooping && isAtEnd {
            playback.seek(FrameIndex(frames.lowerBound))
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

    /// Sets the first frame that is played, or with `isEnd` the last, to this one.
    mutating func setRange(isEnd: Bool) {
        let frame = playback.frame.value
        let played = playedFrames
        if isEnd {
            playback.range = min(played.lowerBound, frame)..<frame + 1
        } else {
            playback.range = frame..<max(played.upperBound, frame + 1)
        }
        let range = playedFrames
        say("Frames \(range.lowerBound) to \(range.upperBound - 1) are played.")
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
