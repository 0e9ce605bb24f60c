extension SketchLexicon {
    /// Where people build or sail.
    static let places: [Row] = [
        (
            [.setting(.sea)],
            "sea, ocean, open sea, high seas, bay, wave, surf, tide, horizon, strait, atlantic, pacific"
        ),
        (
            [.setting(.coast)],
            "coast, coastline, shore, seashore, seaside, cliff, island, isle, headland, "
                + "harbor, harbour, port, pier, marina, cove, rocky shore"
        ),
        (
            [.setting(.beach)],
            "beach, lagoon, sandbank, tropical island, tropics, tropical, seafront, dunes by the sea, "
                + "shoreline, caribbean, maldives, hawaii"
        ),
        (
            [.setting(.city)],
            "city, skyline, downtown, metropolis, skyscraper, manhattan, new york, tokyo, shanghai, "
                + "cityscape, riverfront, waterfront, rooftop, megacity, urban, chicago, hong kong"
        ),
        (
            [.setting(.street)],
            "street, alley, alleyway, avenue, lane, sidewalk, crosswalk, backstreet, market, "
                + "boulevard, chinatown, subway, pavement, bazaar, corner"
        ),
        (
            [.setting(.village)],
            "village, town, hamlet, suburb, neighborhood, neighbourhood, settlement, township"
        ),
        (
            [.setting(.room)],
            "room, interior, bedroom, kitchen, office, apartment, studio, attic, loft, indoors, "
                + "living room, motel, hotel, home, window, windowsill, prison, cell, workshop, garage"
        ),
        ([.setting(.room), .detail(.books)], "library, bookshop, bookstore, study, bookshelf"),
        ([.setting(.room), .detail(.lamps)], "bar, cafe, café, restaurant, pub, diner, tavern"),
        (
            [.setting(.hall)],
            "hall, corridor, cathedral, nave, hallway, throne room, ballroom, museum, abbey, "
                + "train station, colonnade, monastery, mosque, sanctuary, gallery, palace hall, warehouse"
        ),
        (
            [.setting(.space)],
            "space, outer space, galaxy, nebula, orbit, cosmos, asteroid, interstellar, universe, "
                + "cosmic, deep space, milky way galaxy, solar system, saturn, jupiter"
        ),
        ([.setting(.space), .detail(.rings)], "ringed planet, ring planet, planetary rings"),
        (
            [.setting(.planet)],
            "alien planet, alien world, alien landscape, exoplanet, moonbase, lunar, lunar surface, "
                + "moon surface, surface of the moon, other world, extraterrestrial, crater, alien"
        ),
        (
            [.setting(.underwater)],
            "underwater, reef, coral, coral reef, seabed, abyss, deep sea, undersea, submerged, "
                + "ocean floor, aquarium, atlantis"
        ),
        ([.setting(.underwater), .detail(.kelp)], "kelp, seaweed, kelp forest"),
    ]
}
