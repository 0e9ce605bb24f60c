import CLibAV

extension FilmCodec.EncoderRow {
    /// The samples it takes for frames of a format; nil when it cannot.
    func samples(of format: FrameFormat) -> AVPixelFormat? {
        guard let name = format == .yuv420p10 ? deepSamples : samples else { return nil }
        return av_get_pix_fmt(name)
    }

    /// What is set on the encoder beside what all have.
    func options(_ settings: FilmSettings) -> [(key: String, value: String)] {
        let quality = settings.quality ?? settings.codec.quality?.standard ?? 0
        let speed = FilmSettings.speeds.firstIndex(of: settings.speed) ?? 2
        let threads = settings.threads
        switch name {
        case "libx264": return [("preset", settings.speed), ("crf", "\(quality)")]
        case "libx265":
            // x265 has a voice of its own, and threads that libav does not count.
            let pool = threads == 0 ? "" : ":pools=\(threads)"
            return [
                ("preset", settings.speed), ("crf", "\(quality)"),
                ("x265-params", "log-level=none:info=0\(pool)"),
            ]
        case "libsvtav1":
            let presets = [12, 11, 10, 9, 8, 7, 5, 4, 2, 0]
            let processors = threads == 0 ? "" : "lp=\(threads)"
            return [
                ("preset", "\(presets[speed])"), ("crf", "\(quality)"),
                ("svtav1-params", processors),
            ]
        case "libaom-av1":
            let uses = [8, 8, 8, 7, 6, 5, 4, 3, 2, 1]
            return [
                ("cpu-used", "\(uses[speed])"), ("crf", "\(quality)"), ("b", "0"),
                ("row-mt", "1"),
            ]
        case "libvpx-vp9":
            let uses = [8, 7, 5, 4, 3, 2, 1, 1, 0, 0]
            return [
                ("deadline", uses[speed] > 5 ? "realtime" : "good"), ("row-mt", "1"),
                ("cpu-used", "\(uses[speed])"), ("crf", "\(quality)"), ("b", "0"),
            ]
        case "prores_ks": return [("profile", "\(quality)"), ("vendor", "apl0")]
        case "libwebp_anim":
            let efforts = [0, 0, 1, 1, 2, 2, 3, 4, 5, 6]
            return [
                ("quality", "\(quality)"), ("compression_level", "\(efforts[speed])"),
                ("lossless", quality == 100 ? "1" : "0"),
            ]
        case "apng": return [("pred", "mixed")]
        case "h264_nvenc", "hevc_nvenc", "av1_nvenc":
            return [("rc", "vbr"), ("cq", "\(quality)"), ("b", "0")]
        case "h264_qsv", "hevc_qsv", "av1_qsv", "vp9_qsv":
            return [("global_quality", "\(quality)")]
        default: return []
        }
    }
}
