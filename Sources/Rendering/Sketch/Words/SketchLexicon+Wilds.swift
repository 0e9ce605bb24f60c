extension SketchLexicon {
    /// Where nobody builds.
    static let wilds: [Row] = [
        (
            [.setting(.mountain)],
            "mountain, alps, alpine, peak, valley, himalaya, summit, highland, mountain range, ridge, "
                + "mountainside, andes, rockies, switzerland, norway, tibet, fuji, dolomites"
        ),
        (
            [.setting(.mountain), .detail(.lake)],
            "lake, fjord, lakeside, reflection, mountain lake"
        ),
        (
            [.setting(.hills), .detail(.lake)],
            "river, stream, riverbank, brook, creek, riverside, loch"
        ),
        (
            [.setting(.arctic), .weather(.snowy)],
            "glacier, arctic, tundra, snowfield, antarctic, antarctica, iceberg, ice, polar, "
                + "north pole, south pole, icefield, greenland, ice floe"
        ),
        (
            [.setting(.dunes)],
            "desert, dune, sahara, sand, sand dune, wasteland, oasis, gobi, arabian, arabia, egypt, "
                + "namib, morocco"
        ),
        ([.setting(.dunes), .palette(.red)], "mars, martian, red planet"),
        (
            [.setting(.canyon)],
            "canyon, mesa, badlands, butte, arizona, western, gorge, outback, wild west, utah, "
                + "grand canyon, monument valley, red rock, frontier"
        ),
        (
            [.setting(.volcano)],
            "volcano, volcanic, eruption, crater lake, mordor, hell, inferno, underworld, apocalypse"
        ),
        ([.setting(.volcano), .detail(.lava)], "lava, magma, lava flow"),
        (
            [.setting(.field)],
            "field, meadow, farm, countryside, country, prairie, grassland, grass, plain, steppe, "
                + "pasture, savanna, savannah, moor, farmland, lawn, park, garden, africa, serengeti"
        ),
        ([.setting(.field), .detail(.road)], "road, highway, path, track, trail, country road"),
        (
            [.setting(.field), .detail(.wheat)],
            "wheat, barley, harvest, cornfield, wheat field, corn"
        ),
        (
            [.setting(.field), .detail(.flowers)],
            "flower field, wildflower, tulip, flower meadow, daisy, flower garden"
        ),
        ([.setting(.field), .detail(.poppies)], "poppy, poppy field"),
        ([.setting(.field), .detail(.lavender)], "lavender, lavender field, provence, bluebell"),
        (
            [.setting(.hills)],
            "hill, rolling hills, hillside, tuscany, tuscan, knoll, downs, vineyard, scotland, "
                + "scottish, ireland, irish, shire, slope, terrace, new zealand"
        ),
        (
            [.setting(.forest)],
            "forest, woods, woodland, pine, pine tree, grove, taiga, clearing, trees, wilderness, "
                + "evergreen, conifer, fir, spruce, redwood, glade, thicket"
        ),
        (
            [.setting(.jungle)],
            "jungle, rainforest, amazon, tropical forest, bamboo, borneo, congo, fern, vine"
        ),
        (
            [.setting(.swamp)],
            "swamp, marsh, bog, bayou, wetland, mangrove, pond, louisiana, everglades, reeds"
        ),
        (
            [.setting(.cave)],
            "cave, cavern, grotto, mine, tunnel, underground, den, catacomb, stalactite, dungeon"
        ),
        (
            [.setting(.clouds)],
            "above the clouds, sea of clouds, sky, heaven, cloudscape, cloud sea, in the clouds, "
                + "floating island, stratosphere, heavens"
        ),
    ]
}
