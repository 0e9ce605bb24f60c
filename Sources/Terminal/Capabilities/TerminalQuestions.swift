/// What a terminal is asked, and how its answers are told apart.
enum TerminalQuestions {
    /// The numbers of images that exist in questions only.
    enum Image {
        static let direct = 31
        static let throughTmux = 32
        static let sharedMemory = 33
    }

    /// A colour of the pen that no terminal has by itself.
    private static let testColour = "1;2;3"

    /// The questions to put to a terminal, DA1 last: when that is answered
    /// nothing more will come, except through a multiplexer.
    ///
    /// `object` names an object in shared memory with one pixel, for a terminal
    /// that may be on this machine.
    static func text(environment: [String: String], object: String? = nil) -> String {
        let evidence = TerminalEvidence(environment: environment, replies: [])
        var text = "\u{1B}[>q\u{1B}[>c"
        if evidence.isMultiplexed {
            if environment["TMUX"]?.isEmpty == false { text += kitty(.tmux, Image.throughTmux) }
        } else if !evidence.isPlain {
            // tmux takes an APC for a title, and the oldest terminals print it.
            text += kitty(.direct, Image.direct)
            if let object { text += kitty(.direct, Image.sharedMemory, object: object) }
            // What the pen is afterwards tells whether colours are 24 bits.
            text += "\u{1B}[48;2;\(testColour)m\u{1B}P$qm\u{1B}\\\u{1B}[0m"
        }
        text += "\u{1B}[16t\u{1B}[14t\u{1B}[?1;1;0S\u{1B}[?2;1;0S"
        text += "\u{1B}[?2026$p\u{1B}[?1016$p\u{1B}[?1004$p\u{1B}[?u"
        if !evidence.isPlain { text += "\u{1B}]11;?\u{1B}\\" }
        return text + "\u{1B}[c"
    }

    /// Whether a pen has the colour that was asked for.
    static func isTestColour(_ pen: String) -> Bool {
        let parts = pen.split { $0 == ";" || $0 == ":" }
        return parts.suffix(3).elementsEqual(testColour.split(separator: ";"))
    }

    private static func kitty(
        _ passage: KittyPassage,
        _ image: Int,
        object: String? = nil
    ) -> String {
        let data = object.map { "t=s;" + Base64.text(Array($0.utf8)) } ?? "t=d;AAAA"
        return passage.opening + "i=\(image),s=1,v=1,a=q,f=24,\(data)" + passage.closing
    }
}
