extension SketchColourScript {
    init(_ time: SketchTime) {
        self = Self.table[time] ?? Self.golden
    }

    private static let table: [SketchTime: SketchColourScript] = [
        .dawn: SketchColourScript(
            sky: (0x33456f, 0x76789f, 0xd9a3a3, 0xffd8b4),
            sun: 0xffc89a,
            cloudLit: 0xffdcc4,
            cloudShade: 0x7d7396,
            ambient: 0x6c7196,
            fog: 0xc9a9a8,
            intensity: 2.6,
            sunHeight: 0.09,
            sunVisible: 1,
            disc: 0.026,
            stars: 0,
            cumulus: 1,
            coverage: 0.42
        ),
        .golden: golden,
        .dusk: SketchColourScript(
            sky: (0x1a1f42, 0x4b3566, 0xb6545f, 0xf89c60),
            sun: 0xff8f52,
            cloudLit: 0xf79c7c,
            cloudShade: 0x3d2f52,
            ambient: 0x3d3c6b,
            fog: 0x7a4f70,
            intensity: 2.5,
            sunHeight: 0.035,
            sunVisible: 1,
            disc: 0.026,
            stars: 0.25,
            cumulus: 0,
            coverage: 0.45
        ),
        .noon: SketchColourScript(
            sky: (0x1e5da6, 0x3f8acb, 0x8fc3e4, 0xdbebf0),
            sun: 0xfff3dc,
            cloudLit: 0xffffff,
            cloudShade: 0x93a8bd,
            ambient: 0x7c9cc0,
            fog: 0xb9d3e0,
            intensity: 3.4,
            sunHeight: 0.42,
            sunVisible: 1,
            disc: 0.018,
            stars: 0,
            cumulus: 1,
            coverage: 0.42
        ),
        .night: SketchColourScript(
            sky: (0x040817, 0x0a1531, 0x183056, 0x33527c),
            sun: 0xbcd2ff,
            cloudLit: 0x6f8ab6,
            cloudShade: 0x0d1730,
            ambient: 0x1c2c52,
            fog: 0x24406a,
            intensity: 0.9,
            sunHeight: 0.36,
            sunVisible: 1,
            disc: 0.030,
            stars: 1,
            cumulus: 0,
            coverage: 0.40
        ),
        .blue: SketchColourScript(
            sky: (0x0b1536, 0x1d3666, 0x4f6b9c, 0xe0a68c),
            sun: 0xffb48a,
            cloudLit: 0xb58fa4,
            cloudShade: 0x27355c,
            ambient: 0x34477a,
            fog: 0x7d7f9f,
            intensity: 1.1,
            sunHeight: -0.01,
            sunVisible: 0.45,
            disc: 0,
            stars: 0.35,
            cumulus: 0,
            coverage: 0.45
        ),
        .overcast: SketchColourScript(
            sky: (0x76828d, 0x8f9aa3, 0xadb6ba, 0xc9cdcc),
            sun: 0xf2f0ea,
            cloudLit: 0xd9dcdc,
            cloudShade: 0x7c868e,
            ambient: 0x8f99a2,
            fog: 0xb9bfc0,
            intensity: 1.2,
            sunHeight: 0.40,
            sunVisible: 0.12,
            disc: 0,
            stars: 0,
            cumulus: 0,
            coverage: 0.80
        ),
        .storm: SketchColourScript(
            sky: (0x161c25, 0x2b343f, 0x525d66, 0x97998c),
            sun: 0xe8dcc0,
            cloudLit: 0x8d938f,
            cloudShade: 0x1b2129,
            ambient: 0x3c4650,
            fog: 0x6d756f,
            intensity: 1.3,
            sunHeight: 0.16,
            sunVisible: 0.22,
            disc: 0,
            stars: 0,
            cumulus: 0,
            coverage: 0.95
        ),
    ]

    private static let golden = SketchColourScript(
        sky: (0x2f5c8f, 0x7f9db0, 0xefb871, 0xffd890),
        sun: 0xffab52,
        cloudLit: 0xffe0b0,
        cloudShade: 0x8a7484,
        ambient: 0x5f6a88,
        fog: 0xcfa58c,
        intensity: 3.2,
        sunHeight: 0.10,
        sunVisible: 1,
        disc: 0.026,
        stars: 0,
        cumulus: 1,
        coverage: 0.42
    )
}
