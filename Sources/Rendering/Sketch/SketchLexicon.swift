/// The words that the sketch understands.
///
/// One row for each set of meanings, terms separated by commas; a term may be
/// a phrase. Nothing belongs here that the painter does not act upon.
enum SketchLexicon {
    static let rows: [(meanings: [SketchMeaning], terms: String)] = [
        (
            [.setting(.sea)],
            "sea, ocean, bay, harbor, harbour, waves, wave, lagoon, marina, surf, tide"
        ),
        (
            [.setting(.sea), .detail(.coast)],
            "coast, coastline, beach, shore, seashore, seaside, cliff, cliffs, island, islands, headland"
        ),
        (
            [.setting(.mountain)],
            "mountain, mountains, alps, alpine, peak, peaks, valley, himalaya, summit, highlands"
        ),
        ([.setting(.mountain), .detail(.lake)], "lake, fjord, lakeside, reflection"),
        ([.setting(.mountain), .weather(.snowy)], "glacier, arctic, tundra, snowfield, antarctic"),
        ([.setting(.dunes)], "desert, dune, dunes, sahara, sand, sands, wasteland, oasis"),
        ([.setting(.dunes), .detail(.red)], "mars, martian"),
        (
            [.setting(.canyon)],
            "canyon, mesa, mesas, badlands, butte, buttes, arizona, western, gorge, outback"
        ),
        (
            [.setting(.field)],
            "field, fields, meadow, farm, countryside, country, prairie, grassland, grass, plain, "
                + "plains, steppe, pasture, savanna, hill, hills, moor"
        ),
        ([.setting(.field), .detail(.road)], "road, highway, path, track"),
        ([.setting(.field), .detail(.wheat)], "wheat, barley, harvest, cornfield"),
        (
            [.setting(.forest)],
            "forest, woods, woodland, jungle, pine, pines, grove, taiga, clearing, trees, wilderness"
        ),
        (
            [.setting(.city)],
            "city, skyline, downtown, metropolis, skyscraper, skyscrapers, manhattan, tokyo, "
                + "cityscape, riverfront, rooftops, town, river"
        ),
        ([.time(.dawn)], "dawn, sunrise, daybreak, morning, early"),
        ([.time(.golden)], "golden hour, golden, sunlit, afternoon, magic hour, warm light"),
        ([.time(.dusk)], "dusk, sunset, twilight, evening, sundown, nightfall"),
        ([.time(.noon)], "noon, midday, day, daytime, daylight, sunny, bright, summer"),
        ([.time(.night)], "night, midnight, moonlight, moonlit, moon, nighttime"),
        ([.time(.night), .detail(.stars)], "starry, stars, milky way, starlight"),
        ([.time(.blue)], "blue hour, blue"),
        ([.time(.overcast)], "overcast, grey, gray, gloomy, bleak, dull"),
        (
            [.time(.storm), .detail(.rough)],
            "storm, stormy, thunderstorm, tempest, hurricane, gale"
        ),
        ([.weather(.rain)], "rain, rainy, raining, downpour, wet, drizzle, showers"),
        (
            [.weather(.snowfall), .weather(.snowy)],
            "snowing, blizzard, snowfall, snowflakes, snow falling, falling snow"
        ),
        ([.weather(.snowy)], "snow, snowy, frozen, winter, icy, wintry"),
        ([.weather(.fog)], "fog, foggy, mist, misty, haze, hazy, smoke, smoky"),
        ([.weather(.cloudless)], "clear, cloudless, clear sky"),
        ([.weather(.cloudy)], "cloudy, clouds, cloud"),
        ([.shot(.close)], "close up, close-up, closeup, portrait, macro"),
        ([.shot(.medium)], "medium, medium shot, mid shot, mid-shot"),
        ([.shot(.wide)], "wide, establishing, panoramic, landscape, vista, wide shot"),
        ([.shot(.extreme)], "extreme wide, extreme, tiny, distant, epic, vast"),
        ([.shot(.low)], "low angle, low-angle, heroic, towering, monumental"),
        ([.shot(.aerial)], "aerial, high angle, high-angle, overhead, drone, bird's eye"),
        (
            [.subject(.figure)],
            "man, person, figure, someone, boy, hero, stranger, silhouette, child, pilgrim"
        ),
        ([.subject(.figure), .detail(.dress)], "woman, girl, princess, bride, dancer"),
        (
            [.subject(.figure), .detail(.hat), .detail(.coat)],
            "cowboy, sheriff, gunslinger, detective, spy"
        ),
        (
            [.subject(.figure), .detail(.sword), .detail(.coat)],
            "samurai, knight, warrior, swordsman"
        ),
        (
            [.subject(.figure), .detail(.pack)],
            "hiker, traveler, traveller, wanderer, backpacker, explorer, soldier"
        ),
        ([.subject(.figure), .detail(.coat)], "monk, wizard, priest"),
        ([.subject(.astronaut)], "astronaut, cosmonaut, spaceman"),
        ([.subject(.lighthouse)], "lighthouse, beacon"),
        (
            [.subject(.sailingBoat)],
            "sailing boat, sailboat, boat, yacht, ship, sailing, schooner, sail, vessel"
        ),
        ([.subject(.tree)], "tree, oak, acacia, lone tree"),
        ([.subject(.castle)], "castle, fortress, citadel, palace"),
        ([.subject(.car)], "car, sedan, taxi, automobile, truck, van, pickup"),
        ([.subject(.rocket)], "rocket, missile, spaceship, starship"),
        ([.subject(.cabin)], "cabin, house, cottage, hut, barn, farmhouse"),
        ([.subject(.deer)], "deer, stag, elk, moose"),
        ([.subject(.horse)], "horse, stallion, pony, mare"),
        ([.subject(.wolf)], "wolf, dog, hound, fox"),
        ([.subject(.robot)], "robot, mech, android, giant"),
        ([.subject(.dragon)], "dragon, wyvern"),
        ([.subject(.tent)], "tent, camp, campsite, camping"),
        ([.detail(.birds)], "birds, bird, gulls, seagulls, crows, ravens, flock"),
        ([.detail(.red)], "red, crimson"),
        ([.detail(.neon)], "neon, cyberpunk"),
        ([.detail(.calm)], "calm, still, quiet, peaceful, serene, glassy"),
        ([.detail(.rough)], "rough, choppy, windy, heavy"),
        ([.detail(.walking)], "walking, walks, walk, running, strolling, crossing"),
        ([.detail(.hat)], "hat"),
        ([.detail(.umbrella)], "umbrella, parasol"),
        ([.detail(.coat)], "coat, cloak, cape, robe"),
        ([.detail(.dress)], "dress, gown"),
        ([.detail(.pack)], "backpack, rucksack"),
        ([.detail(.sword)], "sword, katana"),
    ]

    /// Words that name nothing and are passed over without a remark.
    static let fillers: Set<String> = Set(
        """
        a an the and or of in on at by with to from into over under through across along down up for \
        as is are be its his her their it he she they we i my our your this that these those one two \
        near next beside behind before after above below around against between toward towards while \
        shot scene view angle hour light
        """.split(separator: " ").map(String.init)
    )

    /// The meanings of every term.
    static let meanings: [String: [SketchMeaning]] = {
        var table: [String: [SketchMeaning]] = [:]
        for row in rows {
            for term in row.terms.split(separator: ",") {
                table[term.trimmed] = row.meanings
            }
        }
        return table
    }()

    /// The number of words in the longest term.
    static let longestTerm = meanings.keys.map { $0.split(separator: " ").count }.max() ?? 1
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
    }
}
