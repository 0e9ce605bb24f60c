extension SketchSubject {
    var trait: SketchTrait {
        switch self {
        case .figure: person(0.30)
        case .child: person(0.20, 0.66)
        case .astronaut: person(0.30, 1.05, .planet)
        case .diver: SketchTrait(role: .swimmer, share: 0.11, stature: 0.5, home: .underwater)
        case .rider: beast(0.36, 1.5, .canyon)
        case .cyclist: person(0.26, 1.05)
        case .deer: beast(0.33, 1.0, .forest)
        case .horse: beast(0.27, 1.1)
        case .wolf: beast(0.20, 0.65, .forest)
        case .dog: beast(0.16, 0.42)
        case .fox: beast(0.15, 0.4, .forest)
        case .cat: beast(0.16, 0.26, .room)
        case .bear: beast(0.26, 0.95, .forest)
        case .lion: beast(0.22, 0.7)
        case .elephant: beast(0.34, 1.9)
        case .giraffe: beast(0.46, 2.7)
        case .camel: beast(0.24, 1.25, .dunes)
        case .cow: beast(0.20, 0.9)
        case .sheep: beast(0.15, 0.5, .hills)
        case .rabbit: beast(0.14, 0.26)
        case .dinosaur: beast(0.46, 3.4, .jungle)
        case .penguin: beast(0.20, 0.5, .arctic)
        case .eagle: flyer(0.16, 0.5, .mountain)
        case .dragon: flyer(0.36, 5, .mountain)
        case .butterfly: flyer(0.12, 0.2, .field)
        case .balloon: flyer(0.34, 8, .hills)
        case .airship: flyer(0.20, 9, .clouds)
        case .plane: flyer(0.13, 4, .clouds)
        case .helicopter: flyer(0.15, 2.4, .city)
        case .saucer: flyer(0.13, 4, .field)
        case .whale: swimmer(0.36, 4)
        case .shark: swimmer(0.24, 1)
        case .dolphin: swimmer(0.24, 1)
        case .fish: swimmer(0.12, 0.4)
        case .jellyfish: swimmer(0.40, 1)
        case .turtle: swimmer(0.20, 0.8)
        case .octopus: swimmer(0.36, 1)
        case .submarine: swimmer(0.20, 3)
        case .sailingBoat: vessel(0.34, 3.3)
        case .tallShip: vessel(0.44, 7)
        case .liner: vessel(0.20, 8)
        case .rowingBoat: vessel(0.15, 0.8)
        case .car: SketchTrait(role: .vehicle, share: 0.15, stature: 0.86, home: .field)
        case .bus: SketchTrait(role: .vehicle, share: 0.24, stature: 1.7, home: .street)
        case .train: SketchTrait(role: .vehicle, share: 0.24, stature: 2.2, home: .field)
        case .motorcycle: SketchTrait(role: .vehicle, share: 0.22, stature: 0.9, home: .canyon)
        case .rocket: building(0.50, 5.3, .field)
        case .starship: SketchTrait(role: .craft, share: 0.17, stature: 4, home: .space)
        case .station: SketchTrait(role: .craft, share: 0.30, stature: 6, home: .space)
        case .robot: SketchTrait(role: .thing, share: 0.62, stature: 3.7, home: .field)
        case .lighthouse: building(0.60, 4.2, .coast)
        case .castle: building(0.42, 7.4, .mountain)
        case .cabin: building(0.13, 1.15, .mountain)
        case .church: building(0.36, 4, .hills)
        case .windmill: building(0.42, 3.4, .field)
        case .pagoda: building(0.50, 5, .mountain)
        case .gate: building(0.42, 2.4, .coast)
        case .tower: building(0.62, 10, .hills)
        case .pyramid: building(0.26, 8, .dunes)
        case .temple: building(0.28, 3, .hills)
        case .bridge: building(0.26, 6, .coast)
        case .statue: building(0.56, 5, .city)
        case .monolith: building(0.50, 4, .planet)
        case .tent: building(0.15, 0.8, .mountain)
        case .wheel: building(0.60, 8, .city)
        case .tree: plant(0.62, 3.7)
        case .bareTree: plant(0.60, 3.5)
        case .palm: plant(0.56, 3.4, .beach)
        case .cactus: plant(0.34, 1.8, .canyon)
        case .flower: plant(0.34, 0.4)
        case .mushroom: plant(0.26, 0.3, .forest)
        case .streetLamp: SketchTrait(role: .thing, share: 0.52, stature: 2.4, home: .street)
        case .campfire: SketchTrait(role: .thing, share: 0.13, stature: 0.5, home: .forest)
        case .snowman: SketchTrait(role: .thing, share: 0.26, stature: 0.9, home: .field)
        case .bench: SketchTrait(role: .thing, share: 0.13, stature: 0.5, home: .field)
        }
    }

    private func person(_ share: Double, _ stature: Double = 1, _ home: SketchSetting = .field)
        -> SketchTrait
    {
        SketchTrait(role: .person, share: share, stature: stature, home: home)
    }

    private func beast(_ share: Double, _ stature: Double, _ home: SketchSetting = .field)
        -> SketchTrait
    {
        SketchTrait(role: .beast, share: share, stature: stature, home: home)
    }

    private func flyer(_ share: Double, _ stature: Double, _ home: SketchSetting) -> SketchTrait {
        SketchTrait(role: .flyer, share: share, stature: stature, home: home)
    }

    private func swimmer(_ share: Double, _ stature: Double) -> SketchTrait {
        SketchTrait(role: .swimmer, share: share, stature: stature, home: .underwater)
    }

    private func vessel(_ share: Double, _ stature: Double) -> SketchTrait {
        SketchTrait(role: .vessel, share: share, stature: stature, home: .sea)
    }

    private func building(_ share: Double, _ stature: Double, _ home: SketchSetting)
        -> SketchTrait
    {
        SketchTrait(role: .building, share: share, stature: stature, home: home)
    }

    private func plant(_ share: Double, _ stature: Double, _ home: SketchSetting = .field)
        -> SketchTrait
    {
        SketchTrait(role: .plant, share: share, stature: stature, home: home)
    }
}
