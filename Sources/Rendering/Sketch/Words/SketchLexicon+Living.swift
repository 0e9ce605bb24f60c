extension SketchLexicon {
    static let people: [Row] = [
        (
            [.subject(.figure)],
            "man, person, figure, someone, hero, stranger, silhouette, human, protagonist, character, "
                + "worker, farmer, fisherman, photographer, poet, sailor, painter, musician, villager"
        ),
        (
            [.subject(.figure), .detail(.dress)],
            "woman, girl, princess, bride, dancer, lady, queen, ballerina, geisha, mother, heroine, goddess"
        ),
        (
            [.subject(.figure), .detail(.hat), .detail(.coat)],
            "cowboy, sheriff, gunslinger, detective, spy, gangster, private eye, noir detective, ranger"
        ),
        (
            [.subject(.figure), .detail(.sword), .detail(.coat)],
            "samurai, knight, warrior, swordsman, ronin, viking, gladiator, paladin, crusader, ninja"
        ),
        (
            [.subject(.figure), .detail(.pack)],
            "hiker, traveler, traveller, wanderer, backpacker, explorer, soldier, adventurer, "
                + "mountaineer, climber, nomad, scout, survivor, pilgrim"
        ),
        (
            [.subject(.figure), .detail(.coat), .detail(.staff)],
            "monk, wizard, priest, mage, sorcerer, witch, shepherd, druid, hermit, old man, prophet, gandalf"
        ),
        ([.subject(.figure), .detail(.running)], "runner, athlete, jogger"),
        (
            [.subject(.child)],
            "child, boy, kid, toddler, schoolboy, little girl, little boy, orphan, son"
        ),
        ([.subject(.astronaut)], "astronaut, cosmonaut, spaceman, space suit, spacesuit, starman"),
        ([.subject(.diver)], "diver, scuba diver, swimmer, mermaid, freediver"),
        (
            [.subject(.rider)],
            "rider, horseman, horseback, jockey, cavalry, on horseback, horse rider"
        ),
        ([.subject(.cyclist)], "cyclist, bicycle, bike, biker on a bicycle, cycling, courier"),
        ([.subject(.figure), .count(2)], "couple, lovers, newlyweds, friend, sisters, brothers"),
        (
            [.subject(.figure), .count(6)],
            "crowd, army, procession, audience, band, squad, team, family"
        ),
        (
            [.detail(.walking)],
            "walking, walks, walk, strolling, crosses, crossing, wandering, marching, passing"
        ),
        ([.detail(.running)], "running, runs, run, sprinting, fleeing, chasing, racing, galloping"),
        ([.detail(.sitting)], "sitting, sits, seated, resting, waiting, reading, meditating"),
        ([.detail(.hat)], "hat, fedora, cowboy hat"),
        ([.detail(.umbrella)], "umbrella, parasol"),
        ([.detail(.coat)], "coat, cloak, cape, robe, trench coat, raincoat"),
        ([.detail(.dress)], "dress, gown, skirt, kimono"),
        ([.detail(.pack)], "backpack, rucksack, bag"),
        ([.detail(.sword)], "sword, katana, blade, sabre"),
        ([.detail(.staff)], "staff, spear, walking stick, cane, lance"),
    ]

    static let beasts: [Row] = [
        (
            [.subject(.deer)],
            "deer, stag, elk, moose, reindeer, antelope, gazelle, doe, fawn, caribou"
        ),
        ([.subject(.horse)], "horse, stallion, pony, mare, mustang, unicorn, donkey, zebra"),
        ([.subject(.wolf)], "wolf, werewolf, coyote, husky, jackal"),
        ([.subject(.dog)], "dog, hound, puppy, retriever, shepherd dog, terrier"),
        ([.subject(.fox)], "fox, vixen"),
        ([.subject(.cat)], "cat, kitten, black cat"),
        ([.subject(.bear)], "bear, grizzly, panda"),
        ([.palette(.white), .subject(.bear)], "polar bear, white bear"),
        ([.subject(.lion)], "lion, lioness, tiger, leopard, panther, jaguar, cheetah, puma"),
        ([.subject(.elephant)], "elephant, mammoth"),
        ([.subject(.giraffe)], "giraffe"),
        ([.subject(.camel)], "camel, dromedary"),
        ([.subject(.camel), .count(5)], "caravan, camel caravan, camel train"),
        ([.subject(.cow)], "cow, cattle, bull, ox, buffalo, bison, calf"),
        ([.subject(.sheep)], "sheep, lamb, goat, ram"),
        ([.subject(.rabbit)], "rabbit, hare, bunny"),
        ([.subject(.dinosaur)], "dinosaur, t rex, tyrannosaurus, godzilla, raptor, kaiju, monster"),
        ([.subject(.penguin)], "penguin"),
        ([.subject(.whale)], "whale, humpback, orca, leviathan, blue whale, sperm whale"),
        ([.subject(.shark)], "shark, great white"),
        ([.subject(.dolphin)], "dolphin, porpoise"),
        ([.subject(.fish)], "fish, salmon, tuna, goldfish, koi"),
        ([.subject(.fish), .count(7)], "school of fish, shoal"),
        ([.subject(.jellyfish)], "jellyfish, medusa"),
        ([.subject(.turtle)], "turtle, sea turtle, tortoise"),
        ([.subject(.octopus)], "octopus, squid, kraken, tentacle"),
    ]

    static let growth: [Row] = [
        (
            [.subject(.tree)],
            "tree, oak, acacia, lone tree, willow, maple, old tree, baobab, elm, beech"
        ),
        ([.subject(.tree), .detail(.blossom)], "blossoming tree, cherry blossom tree"),
        ([.subject(.bareTree)], "bare tree, dead tree, leafless tree, gnarled tree, withered tree"),
        ([.subject(.palm)], "palm, palm tree, coconut tree"),
        ([.subject(.cactus)], "cactus, saguaro"),
        ([.subject(.flower)], "flower, sunflower, rose, dandelion, lotus"),
        ([.subject(.mushroom)], "mushroom, toadstool, fungus"),
    ]
}
