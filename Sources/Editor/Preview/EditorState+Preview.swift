import Editorial
import Motion

extension PreviewRequest {
    static let nothing = PreviewRequest(
        content: .nothing,
        frame: .first,
        frameCount: 1,
        frameRate: FrameRate(24)
    )
}

extension EditorState {
    /// What is to be shown now: what the preview shows, but for a popup that has a
    /// picture of its own.
    package var shownRequest: PreviewRequest {
        if case .assets(let picker) = popup { return request(of: picker) }
        return previewRequest
    }

    /// What the preview shows now.
    package var previewRequest: PreviewRequest {
        var request = plainRequest
        guard screen == .editor else { return request }
        request.guides = guides
        request.scope = scope
        request.probe = probe
        if let comparison, let take = comparedTake, let film = take.film {
            request.other = PreviewRequest.Other(
                film: film,
                frameCount: take.draft.frameCount,
                comparison: comparison
            )
        }
        return request
    }

    private var plainRequest: PreviewRequest {
        switch screen {
        case .editor: break
        case .projects: return projectRequest
        case .library: return assetRequest
        case .queue, .settings, .account, .team: return .nothing
        }
        if auditioned == nil, playback.content == .film, let take = filmTake, let film = take.film {
            return PreviewRequest(
                content: .film(film, take: take.id),
                frame: playback.frame,
                frameCount: take.draft.frameCount,
                frameRate: take.draft.frameRate
            )
        }
        if let take = takeInSight, let picture = livePictures[take.id] {
            return PreviewRequest(
                content: .live(picture, take.draft.size),
                frame: .first,
                frameCount: 1,
                frameRate: take.draft.frameRate
            )
        }
        var shown = framedDraft
        if let auditioned {
            shown.motions = [
                MotionChoice(preset: auditioned, strength: presetList.strength(of: auditioned))
            ]
        }
        return PreviewRequest(
            content: .shot(draft: shown),
            frame: playback.frame,
            frameCount: shown.frameCount,
            frameRate: shown.frameRate
        )
    }

    /// The take that is being made and asked for what the shot still says, so
    /// that its picture is the best there is of the shot.
    private var takeInSight: Take? {
        guard auditioned == nil, camera == nil, keyframes == nil, let take = currentTake,
            !take.isSettled, take.draft == draft.filledIn
        else { return nil }
        return take
    }

    /// The medium under the cursor of a picker; of a film its middle.
    private func request(of picker: AssetPicker) -> PreviewRequest {
        guard let asset = picker.current?.asset, asset.kind != .sound else { return .nothing }
        let known = picker.facts.flatMap { $0.asset == asset.id ? $0 : nil }
        let count = known?.frameCount ?? 1
        return PreviewRequest(
            content: .asset(asset.id, asset.size, isFilm: asset.kind == .video),
            frame: FrameIndex(count / 2),
            frameCount: count,
            frameRate: known?.frameRate ?? FrameRate(24)
        )
    }

    /// The first shot of the project under the cursor.
    private var projectRequest: PreviewRequest {
        let shown = currentProject?.draft ?? Draft()
        return PreviewRequest(
            content: .shot(draft: shown),
            frame: playback.frame,
            frameCount: shown.frameCount,
            frameRate: shown.frameRate
        )
    }

    /// The medium under the cursor of the library.
    private var assetRequest: PreviewRequest {
        guard let asset = library.current?.asset, asset.kind != .sound else { return .nothing }
        let known = library.facts.flatMap { $0.asset == asset.id ? $0 : nil }
        return PreviewRequest(
            content: .asset(asset.id, asset.size, isFilm: asset.kind == .video),
            frame: playback.frame,
            frameCount: known?.frameCount ?? 1,
            frameRate: known?.frameRate ?? FrameRate(24)
        )
    }

    package var previewTitle: PreviewTitle {
        let request = previewRequest
        switch request.content {
        case .film(_, let id):
            let take = take(id)
            return PreviewTitle(
                subject: take.map { "take \($0.number)" } ?? "take",
                isAudition: false,
                size: take?.draft.size ?? draft.size,
                frameRate: request.frameRate
            )
        case .live:
            let number = currentTake.map { "take \($0.number)" } ?? "take"
            return PreviewTitle(
                subject: "\(number), being made",
                isAudition: false,
                size: draft.size,
                frameRate: request.frameRate
            )
        case .shot, .asset, .tiles, .nothing:
            return PreviewTitle(
                subject: auditioned.map { presets[$0]?.name ?? $0 } ?? "live",
                isAudition: auditioned != nil,
                size: draft.size,
                frameRate: request.frameRate
            )
        }
    }

    /// Keeps the frame inside the film that is shown.
    mutating func settlePlayback() {
        let last = max(0, previewRequest.frameCount - 1)
        if playback.frame.value > last {
            playback.seek(FrameIndex(last))
        }
    }
}
