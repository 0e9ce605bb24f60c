extension SketchLexicon {
    static let flyers: [Row] = [
        (
            [.subject(.eagle)],
            "eagle, hawk, falcon, condor, vulture, owl, albatross, phoenix, heron"
        ),
        ([.subject(.dragon)], "dragon, wyvern, griffin"),
        ([.subject(.butterfly)], "butterfly, moth"),
        ([.subject(.balloon)], "balloon, hot air balloon"),
        ([.subject(.airship)], "airship, zeppelin, blimp, dirigible"),
        (
            [.subject(.plane)],
            "plane, airplane, aeroplane, jet, airliner, aircraft, biplane, glider"
        ),
        ([.subject(.helicopter)], "helicopter, chopper"),
        ([.subject(.saucer)], "ufo, flying saucer, saucer, alien ship, alien spaceship"),
        ([.subject(.rocket)], "rocket, missile, space shuttle, rocket launch"),
        (
            [.subject(.starship)],
            "spaceship, starship, spacecraft, cruiser, star destroyer, space ship, millennium falcon"
        ),
        ([.subject(.station)], "space station, satellite, iss"),
    ]

    static let vessels: [Row] = [
        (
            [.subject(.sailingBoat)],
            "sailing boat, sailboat, boat, yacht, sailing, sail, dinghy, catamaran"
        ),
        (
            [.subject(.tallShip)],
            "ship, tall ship, schooner, galleon, pirate ship, frigate, caravel, vessel, sailing ship, clipper"
        ),
        (
            [.subject(.liner)],
            "liner, cruise ship, ferry, steamer, steamship, tanker, freighter, cargo ship, titanic, battleship"
        ),
        (
            [.subject(.rowingBoat)],
            "rowing boat, rowboat, canoe, kayak, gondola, fishing boat, raft"
        ),
        ([.subject(.submarine)], "submarine, submersible, nautilus"),
        (
            [.subject(.car)],
            "car, sedan, taxi, automobile, cab, convertible, limousine, sports car, vehicle"
        ),
        ([.subject(.bus)], "bus, truck, van, lorry, camper, tram, pickup, coach, ambulance"),
        ([.subject(.train)], "train, locomotive, steam train, railway, railroad, steam engine"),
        ([.subject(.motorcycle)], "motorcycle, motorbike, scooter, biker, vespa"),
    ]

    static let buildings: [Row] = [
        ([.subject(.lighthouse)], "lighthouse, beacon"),
        (
            [.subject(.castle)],
            "castle, fortress, citadel, palace, fort, hogwarts, stronghold, chateau"
        ),
        (
            [.subject(.cabin)],
            "cabin, house, cottage, hut, barn, farmhouse, shack, lodge, chalet, mansion"
        ),
        ([.subject(.church)], "church, chapel, steeple"),
        ([.subject(.windmill)], "windmill, mill, wind turbine"),
        ([.subject(.pagoda)], "pagoda, shrine, japanese temple, buddhist temple"),
        ([.subject(.gate)], "torii, torii gate, gate, archway, arch, portal, stargate"),
        (
            [.subject(.tower)],
            "tower, spire, clock tower, eiffel tower, radio tower, big ben, obelisk"
        ),
        ([.subject(.pyramid)], "pyramid, ziggurat, mayan temple"),
        (
            [.subject(.temple)],
            "temple, ruin, ruins, greek temple, acropolis, parthenon, column, ancient ruins"
        ),
        ([.subject(.bridge)], "bridge, viaduct, golden gate, suspension bridge, aqueduct"),
        (
            [.subject(.statue)],
            "statue, colossus, sculpture, statue of liberty, idol, monument, buddha"
        ),
        ([.subject(.monolith)], "monolith, standing stone, black slab"),
        ([.subject(.tent)], "tent, camp, campsite, camping, yurt, tipi"),
        ([.subject(.wheel)], "ferris wheel, carousel, fairground, carnival, amusement park"),
        (
            [.subject(.robot)],
            "robot, mech, android, giant, cyborg, droid, automaton, golem, giant robot"
        ),
        ([.subject(.streetLamp)], "street lamp, streetlight, lamppost, lamp post"),
        ([.subject(.campfire)], "campfire, bonfire, fire pit"),
        ([.subject(.snowman)], "snowman"),
        ([.subject(.bench)], "bench, park bench"),
    ]
}
