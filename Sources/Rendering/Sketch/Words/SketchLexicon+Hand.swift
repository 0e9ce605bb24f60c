import Editorial

extension SketchLexicon {
    static let camera: [Row] = [
        (
            [.shot(.close)],
            "close up, closeup, portrait, macro, close shot, extreme close up, detail, headshot"
        ),
        ([.shot(.medium)], "medium, medium shot, mid shot, cowboy shot, waist shot, half length"),
        (
            [.shot(.wide)],
            "wide, establishing, panoramic, landscape, vista, wide shot, full shot, long shot, "
                + "establishing shot, panorama, scenery"
        ),
        (
            [.shot(.extreme)],
            "extreme wide, extreme wide shot, tiny, distant, epic, vast, far away, immense, minuscule, "
                + "in the distance, faraway, lost in"
        ),
        (
            [.angle(.low)],
            "low angle, heroic, towering, monumental, worm's eye, from below, looming, low angle shot"
        ),
        (
            [.angle(.high)],
            "aerial, high angle, overhead, drone, bird's eye, from above, top down, bird's eye view, "
                + "drone shot, aerial view, looking down"
        ),
        (
            [.lens(.telephoto)],
            "telephoto, long lens, compressed, zoom lens, tele, 200mm, 135mm, 85mm"
        ),
        (
            [.lens(.wide)],
            "wide angle, fisheye, wide lens, wide angle lens, ultra wide, 16mm, 24mm, 14mm"
        ),
        (
            [.lens(.shallow)],
            "shallow, bokeh, shallow focus, shallow depth of field, depth of field, blurred background, "
                + "out of focus, soft focus background"
        ),
        ([.lens(.anamorphic)], "anamorphic, lens flare, flare, cinemascope, widescreen"),
    ]

    static let moods: [Row] = [
        (
            [.mood(.dreamy)],
            "dreamy, soft, ethereal, dream, dreamlike, surreal, magical, enchanted, fairy tale, heavenly, "
                + "gentle, fantasy, whimsical"
        ),
        (
            [.mood(.ominous)],
            "ominous, dark, tense, sinister, scary, horror, haunted, eerie, threatening, evil, creepy, "
                + "menacing, grim, gothic, dystopian, apocalyptic, nightmare"
        ),
        (
            [.mood(.joyful)],
            "joyful, vibrant, happy, cheerful, colorful, colourful, playful, lively, vivid, festive"
        ),
        (
            [.mood(.lonely)],
            "melancholy, lonely, sad, alone, desolate, lone, solitary, abandoned, empty, forlorn, sombre"
        ),
        (
            [.mood(.nostalgic)],
            "nostalgic, nostalgia, retro, faded, memory, childhood, 1970s, seventies, bygone, sepia"
        ),
        (
            [.mood(.epic)],
            "majestic, grand, dramatic, awe inspiring, breathtaking, spectacular, legendary, powerful, "
                + "sublime, intense"
        ),
        (
            [.mood(.mysterious)],
            "mysterious, mystical, mystery, secret, hidden, enigmatic, forgotten, lost"
        ),
        ([.mood(.romantic)], "romantic, love, tender, intimate, cozy, cosy, warm and cosy"),
    ]

    static let colours: [Row] = [
        ([.palette(.red)], "red, crimson, scarlet, blood red, ruby, maroon"),
        ([.palette(.orange)], "orange, amber, copper, rust, fiery"),
        ([.palette(.yellow)], "yellow, ochre, mustard, gold"),
        ([.palette(.green)], "green, emerald, lush, jade, olive, mossy, verdant"),
        ([.palette(.teal)], "teal, turquoise, cyan, aqua, aquamarine"),
        ([.palette(.blue)], "blue, azure, indigo, sapphire, navy, cobalt"),
        ([.palette(.violet)], "violet, purple, lilac, magenta, amethyst"),
        ([.palette(.pink)], "pink, rosy, coral pink, salmon pink"),
        ([.palette(.white)], "white, pale, ivory"),
        ([.palette(.black)], "black, ebony, jet black"),
        ([.palette(.brown)], "brown, earthy, wooden, bronze, tan"),
        ([.palette(.silver)], "silver, grey, gray, metallic, chrome, steel"),
        ([.palette(.pastel)], "pastel, muted, washed out, candy colored, candy coloured"),
        ([.palette(.warm)], "warm, cozy light, warm tones, warm colors, warm colours"),
        (
            [.palette(.cool)],
            "cool, cold, chilly, cool tones, cold light, cold colors, cold colours"
        ),
        (
            [.palette(.monochrome)],
            "monochrome, black and white, monochromatic, desaturated, greyscale, grayscale"
        ),
    ]

    static let counts: [Row] = [
        ([.count(2)], "two, pair, pair of, 2, both, twin"),
        ([.count(3)], "three, trio, 3, a few, few"),
        ([.count(4)], "four, 4, several"),
        ([.count(5)], "five, 5, group of, group, convoy, bunch"),
        ([.count(6)], "six, 6, fleet, fleet of, herd, herd of, pack of"),
        (
            [.count(7)],
            "seven, 7, many, countless, dozens of, swarm of, hundreds of, flock of, row of"
        ),
    ]

    static let styles: [Row] = [
        (
            [.style(.cinematic)],
            "cinematic, film, film still, movie, movie still, filmic, blockbuster"
        ),
        (
            [.style(.anime)],
            "anime, ghibli, studio ghibli, manga, cel shaded, cel, makoto shinkai, cartoon"
        ),
        ([.style(.noir)], "noir, film noir, neo noir"),
        ([.style(.watercolour)], "watercolor, watercolour, gouache, aquarelle"),
        (
            [.style(.oil)],
            "oil, oil painting, painterly, impressionist, van gogh, monet, impasto, brush strokes, oil on canvas"
        ),
        (
            [.style(.ink)],
            "ink, line art, comic, comic book, ink drawing, woodcut, graphic novel, linocut"
        ),
        ([.style(.lowpoly)], "low poly, lowpoly, polygonal, geometric, faceted, origami"),
        ([.style(.pixel)], "pixel, pixel art, 8 bit, 16 bit, retro game, video game"),
        ([.style(.pencil)], "pencil, storyboard, graphite, charcoal, pencil drawing, hand drawn"),
        ([.style(.blueprint)], "blueprint, schematic, technical drawing, wireframe"),
        ([.style(.synthwave)], "synthwave, retrowave, vaporwave, outrun, 80s, eighties"),
        (
            [.style(.vintage)],
            "polaroid, super 8, old photograph, daguerreotype, analog, kodachrome"
        ),
        ([.style(.natural)], "natural, photorealistic, realistic, photograph, plain look"),
    ]
}
