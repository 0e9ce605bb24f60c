import Testing

struct RoomsTests {
    @Test func `Every import points to something its room may use`() throws {
        let imports = try SourceImport.all()
        #expect(imports.count > 50, "The imports were not found where they are.")
        for one in imports {
            guard let room = Room.table.first(where: { $0.name == one.room }) else {
                Issue.record("\(one.place) is in a room that the table does not know.")
                continue
            }
            #expect(room.allows(one.module), "\(one) and may not.")
        }
    }

    @Test func `A room may import only rooms on lower floors`() {
        for room in Room.table {
            for name in room.mayImport {
                guard let other = Room.table.first(where: { $0.name == name }) else { continue }
                #expect(other.floor < room.floor, "\(room.name) may not lean on \(name).")
            }
        }
    }

    @Test func `A C module is imported by one room alone`() throws {
        let imports = try SourceImport.all().filter {
            $0.module.hasPrefix("C") && $0.module.dropFirst().first?.isUppercase == true
        }
        for (module, uses) in Dictionary(grouping: imports, by: \.module) {
            let rooms = Set(uses.map(\.room))
            #expect(rooms.count == 1, "\(module) is imported by \(rooms.sorted()).")
        }
    }

    @Test(arguments: [
        ("import Editorial", "Editorial"),
        ("package import Editorial", "Editorial"),
        ("@preconcurrency import GRDB", "GRDB"),
        ("import struct Foundation.URL", "Foundation"),
        ("@testable import Media", "Media"),
    ])
    func `An import is recognised however it is written`(line: String, module: String) {
        #expect(SourceImport.module(importedBy: line[...]) == module)
    }

    @Test(arguments: ["// import Editorial", "let important = 1", "case import"])
    func `A line that imports nothing is passed over`(line: String) {
        #expect(SourceImport.module(importedBy: line[...]) == nil)
    }
}
