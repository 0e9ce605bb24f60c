import Editorial

/// What a term of the lexicon says.
enum SketchMeaning: Hashable, Sendable {
    case setting(SketchSetting)
    case time(SketchTime)
    case weather(SketchWeather)
    case subject(SketchSubject)
    /// How many of the subject that comes next.
    case count(Int)
    case shot(SketchShot)
    case angle(SketchAngle)
    case lens(SketchLens)
    case mood(SketchMood)
    /// The colour of the subject that comes next, else of the picture.
    case palette(SketchPalette)
    case detail(SketchDetail)
    case style(Style)

    var use: SketchWord.Use {
        switch self {
        case .setting: .setting
        case .time: .timeOfDay
        case .weather: .weather
        case .subject: .subject
        case .count: .count
        case .shot: .shotSize
        case .angle: .angle
        case .lens: .lens
        case .mood: .mood
        case .palette: .palette
        case .detail: .detail
        case .style: .style
        }
    }

    var title: String {
        switch self {
        case .setting(let setting): setting.title
        case .time(let time): time.title
        case .weather(let weather): weather.title
        case .subject(let subject): subject.title
        case .count(let count): "\(count) of them"
        case .shot(let shot): shot.title
        case .angle(let angle): angle.title
        case .lens(let lens): lens.title
        case .mood(let mood): mood.title
        case .palette(let palette): palette.title
        case .detail(let detail): detail.title
        case .style(let style): style.title
        }
    }
}
