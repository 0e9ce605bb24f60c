package import Editorial

/// What of a draft a model cannot do, so that it is said before anything is paid.
package struct ModelFit: Hashable, Sendable {
    /// A part of a draft.
    package enum Part: Hashable, Sendable {
        case prompt, negativePrompt, style, duration, size, startFrame, endFrame, seed, motion
    }

    /// One thing that goes otherwise than asked.
    package struct Remark: Hashable, Sendable {
        package let part: Part
        /// What happens, and what to do about it, in one sentence.
        package let message: String
        /// Whether nothing can be made as long as it stands.
        package let isProblem: Bool
    }

    package let remarks: [Remark]

    package var problem: Remark? { remarks.first(where: \.isProblem) }

    package subscript(part: Part) -> Remark? { remarks.first { $0.part == part } }

    package init(_ draft: Draft, for model: Model) {
        remarks = model.isLocal ? [] : Self.remarks(draft, model)
    }

    private static func remarks(_ draft: Draft, _ model: Model) -> [Remark] {
        let can = model.abilities
        var remarks: [Remark] = []
        func say(_ part: Part, _ message: String, isProblem: Bool = false) {
            remarks.append(Remark(part: part, message: message, isProblem: isProblem))
        }
        if can.startFrame == .required, draft.startFrame == nil {
            say(
                .startFrame,
                "\(model.title) moves a picture: choose a start frame.",
                isProblem: true
            )
        }
        if can.startFrame == .impossible, draft.startFrame != nil {
            say(
                .startFrame,
                "\(model.title) takes no start frame; take it away or choose another model.",
                isProblem: true
            )
        }
        if can.endFrame == .impossible, draft.endFrame != nil {
            say(
                .endFrame,
                "\(model.title) takes no end frame; take it away or choose another model.",
                isProblem: true
            )
        }
        if draft.endFrame != nil, draft.startFrame == nil, can.startFrame != .impossible {
            say(
                .startFrame,
                "An end frame wants a start frame: choose one, or take the end frame away.",
                isProblem: true
            )
        }
        if draft.prompt.utf16.count > can.promptLimit {
            say(
                .prompt,
                "\(model.title) reads \(can.promptLimit) characters; shorten the prompt.",
                isProblem: true
            )
        }
        if can.startFrame != .required, draft.prompt.allSatisfy(\.isWhitespace) {
            say(.prompt, "\(model.title) works from a prompt; write one.", isProblem: true)
        }
        if !draft.negativePrompt.isEmpty, !can.negativePrompt {
            say(.negativePrompt, "\(model.title) is not told what must not be seen.")
        }
        if can.seedLimit == nil { say(.seed, "\(model.title) leaves the seed to chance.") }
        if model.product == .film {
            let wanted = draft.duration.seconds
            let made = can.seconds(for: wanted)
            if made < wanted - 0.01 {
                say(
                    .duration,
                    "\(model.title) makes at most \(made.short) s; shorten the shot.",
                    isProblem: true
                )
            } else if made > wanted + 0.01 {
                say(
                    .duration,
                    "\(model.title) makes \(made.short) s, which is cut to \(wanted.short) s here."
                )
            }
            if can.camera == .unheard, !draft.motions.isEmpty {
                say(.motion, "\(model.title) is not told of the camera.")
            }
        }
        let size = can.size(for: draft.size)
        if size != draft.size, model.product == .film {
            say(.size, "\(model.title) makes \(size), which is fitted to \(draft.size) here.")
        }
        return remarks
    }
}

extension Double {
    fileprivate var short: String {
        self == rounded() && abs(self) < 1e6 ? String(Int(self)) : String(self)
    }
}
