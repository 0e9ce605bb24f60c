// The drawing of every subject, as the prompt's details change it.
extension SketchScene {
    func silhouette(of subject: SketchSubject) -> SketchSilhouette {
        switch subject.trait.role {
        case .person, .beast, .flyer, .swimmer: living(subject)
        case .building, .plant, .thing: standing(subject)
        case .vessel, .vehicle, .craft: moving(subject)
        }
    }

    private func living(_ subject: SketchSubject) -> SketchSilhouette {
        switch subject {
        case .figure, .child: reading.has(.sitting) ? .seated() : .figure(reading.details)
        case .astronaut: .astronaut()
        case .diver: .diver()
        case .rider:
            .rider(
                hat: reading.has(.hat) || reading.setting == .canyon,
                gallops: reading.has(.running)
            )
        case .cyclist: .cyclist()
        case .deer: .deer()
        case .horse: .horse(gallops: reading.has(.running))
        case .wolf: .wolf()
        case .dog: .dog()
        case .fox: .fox()
        case .cat: .cat()
        case .bear: .bear()
        case .lion: .lion()
        case .elephant: .elephant()
        case .giraffe: .giraffe()
        case .camel: .camel()
        case .cow: .cow()
        case .sheep: .sheep()
        case .rabbit: .rabbit()
        case .dinosaur: .dinosaur()
        case .penguin: .penguin()
        default: airOrWater(subject)
        }
    }

    private func airOrWater(_ subject: SketchSubject) -> SketchSilhouette {
        switch subject {
        case .eagle: .eagle()
        case .dragon: .dragon()
        case .butterfly: .butterfly()
        case .balloon: .balloon()
        case .airship: .airship()
        case .plane: .plane()
        case .helicopter: .helicopter()
        case .saucer: .saucer()
        case .whale: .whale()
        case .shark: .shark()
        case .dolphin: .dolphin()
        case .fish: .fish()
        case .jellyfish: .jellyfish()
        case .turtle: .turtle()
        case .octopus: .octopus()
        default: .submarine()
        }
    }

    private func standing(_ subject: SketchSubject) -> SketchSilhouette {
        switch subject {
        case .lighthouse: .lighthouse()
        case .castle: .castle()
        case .cabin: .cabin(onIslet: reading.setting == .mountain && isBesideWater)
        case .church: .church()
        case .windmill: .windmill()
        case .pagoda: .pagoda()
        case .gate: .gate()
        case .tower: .tower()
        case .pyramid: .pyramid()
        case .temple: .temple()
        case .bridge: .bridge()
        case .statue: .statue()
        case .monolith: .monolith()
        case .tent: .tent()
        case .wheel: .wheel()
        case .rocket: .rocket()
        case .tree: .tree(seed: seed)
        case .bareTree: .bareTree(seed: seed)
        case .palm: .palm(seed: seed)
        case .cactus: .cactus()
        case .flower: .flower()
        case .mushroom: .mushroom()
        case .streetLamp: .streetLamp()
        case .campfire: .campfire()
        case .snowman: .snowman()
        case .bench: .bench()
        default: .robot()
        }
    }

    private func moving(_ subject: SketchSubject) -> SketchSilhouette {
        switch subject {
        case .sailingBoat: .sailingBoat()
        case .tallShip: .tallShip()
        case .liner: .liner()
        case .rowingBoat: .rowingBoat()
        case .bus: .bus()
        case .train: .train()
        case .motorcycle: .motorcycle()
        case .starship: .starship()
        case .station: .station()
        default: .car()
        }
    }
}
