extension SketchLexicon {
    static let light: [Row] = [
        (
            [.time(.dawn)],
            "dawn, sunrise, daybreak, morning, early, early morning, first light, sunup, morning light"
        ),
        (
            [.time(.golden)],
            "golden hour, golden, sunlit, afternoon, magic hour, warm light, golden light, "
                + "late afternoon, backlit, low sun, sun, sunshine"
        ),
        (
            [.time(.dusk)],
            "dusk, sunset, twilight, evening, sundown, nightfall, gloaming, afterglow, setting sun"
        ),
        (
            [.time(.noon)],
            "noon, midday, day, daytime, daylight, sunny, bright, summer, blue sky, high noon, "
                + "broad daylight"
        ),
        (
            [.time(.night)],
            "night, midnight, moonlight, moonlit, moon, nighttime, nocturnal, full moon, late night, "
                + "night sky, dark night"
        ),
        (
            [.time(.night), .detail(.stars)],
            "starry, star, milky way, starlight, starry night, starry sky, constellation"
        ),
        ([.time(.blue)], "blue hour, pre dawn, before dawn, after sunset"),
        (
            [.time(.overcast)],
            "overcast, gloomy, bleak, dull, dreary, cloudy day, grey sky, gray sky, flat light"
        ),
        (
            [.time(.storm), .detail(.rough)],
            "storm, stormy, thunderstorm, tempest, hurricane, gale, typhoon, squall"
        ),
    ]

    static let weather: [Row] = [
        (
            [.weather(.rain)],
            "rain, rainy, raining, downpour, wet, drizzle, shower, rainfall, monsoon, in the rain"
        ),
        (
            [.weather(.snowfall), .weather(.snowy)],
            "snowing, blizzard, snowfall, snowflake, snow falling, falling snow, snowstorm, flurry"
        ),
        (
            [.weather(.snowy)],
            "snow, snowy, frozen, winter, icy, wintry, frost, frosty, snow covered, snow capped"
        ),
        (
            [.weather(.fog)],
            "fog, foggy, mist, misty, haze, hazy, smoke, smoky, smog, low mist, steam, murky"
        ),
        ([.weather(.dust)], "dust, dusty, sandstorm, dust storm, windblown"),
        ([.weather(.cloudless)], "clear, cloudless, clear sky"),
        ([.weather(.cloudy)], "cloudy, cloud, storm cloud, dramatic sky"),
    ]

    /// What may hang in the air or the sky.
    static let air: [Row] = [
        (
            [.detail(.birds)],
            "bird, gull, seagull, crow, raven, flock of birds, swallow, pigeon, geese"
        ),
        ([.detail(.aurora)], "aurora, northern lights, aurora borealis, polar lights"),
        ([.detail(.lightning)], "lightning, thunder, thunderbolt, lightning bolt"),
        ([.detail(.rainbow)], "rainbow"),
        (
            [.detail(.fireflies)],
            "firefly, glow worm, glowing spores, magic dust, pollen, fairy lights"
        ),
        ([.detail(.embers)], "ember, spark, ash, burning, fire, flame, ablaze"),
        ([.detail(.fireworks)], "firework, celebration, new year's eve"),
        (
            [.detail(.rays)],
            "sun ray, god ray, light shaft, sunbeam, ray, light beam, beam, shaft of light, "
                + "volumetric light, crepuscular rays, light rays"
        ),
        ([.detail(.moons)], "two moons, twin moons, giant moon, planets in the sky, giant planet"),
        ([.detail(.calm)], "calm, still, quiet, peaceful, serene, glassy, tranquil, mirror like"),
        ([.detail(.rough)], "rough, choppy, windy, heavy, raging, heavy waves, rough sea, wild"),
        (
            [.detail(.neon)],
            "neon, cyberpunk, neon lit, neon lights, futuristic, blade runner, sci fi"
        ),
        (
            [.detail(.lamps)],
            "lamp, lantern, candle, candlelight, lamplight, torch, torchlight, lit windows, lamplit"
        ),
        ([.detail(.flowers)], "blooming, flowery, in bloom, floral"),
        ([.detail(.autumn)], "autumn, fall, autumnal, leaf, foliage, october, november"),
        ([.detail(.blossom)], "spring, blossom, cherry blossom, sakura, cherry tree, april"),
    ]
}
