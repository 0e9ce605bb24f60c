import Foundation
package import Generation
import Networking
package import PlainText

/// What a `providers.yaml` says: where services are, whence their keys come, which models they
/// have beyond the usual ones, and how much a month may cost.
package struct ProviderSettings: Sendable {
    /// What is said of one service.
    package struct Entry: Sendable {
        package var address: String?
        package var key: KeySource?
        /// Further models, each like one that is known.
        package var models: [NamedModel] = []

        package init(address: String? = nil, key: KeySource? = nil) {
            self.address = address
            self.key = key
        }
    }

    /// A model that came after this version, or that a service named anew.
    package struct NamedModel: Sendable {
        package let name: String
        package let like: String
        package let price: Money?
    }

    package var budget: Money?
    package var entries: [String: Entry] = [:]

    /// Says nothing: every service is as it usually is.
    package init() {}

    /// Reads the file; where there is none, nothing is said.
    ///
    /// - Throws: ``PlainTextError`` with the line that is wrong.
    package static func read(_ path: String) throws(PlainTextError) -> ProviderSettings {
        guard FileManager.default.fileExists(atPath: path) else { return ProviderSettings() }
        let root = try PlainTextNode(path: path, of: "the services’ settings")
        let known = ProviderTable.rows.map(\.id)
        var settings = ProviderSettings()
        for (name, node) in try root.mapping("the services’ settings", allowed: ["budget"] + known)
        {
            if name == "budget" {
                settings.budget = Money(dollars: try node.number("the budget", in: 0...1_000_000))
            } else {
                settings.entries[name] = try Entry(node, of: name)
            }
        }
        return settings
    }
}

extension ProviderSettings.Entry {
    init(_ node: PlainTextNode, of name: String) throws(PlainTextError) {
        let keys = ["address", "key-variable", "key-file", "key-command", "models"]
        let values = try node.mapping("the service \(name)", allowed: keys)
        if let node = values["address"] {
            let text = try node.text("the address", limit: 300)
            guard WebAddress(text) != nil else {
                throw node.error("An address is like `https://api.example.com`.")
            }
            address = text
        }
        if let node = values["key-variable"] {
            key = .environment([try node.text("the variable", limit: 100)])
        }
        if let node = values["key-file"] {
            let path = try node.text("the key’s file", limit: 1000)
            key = .file((path as NSString).expandingTildeInPath)
        }
        if let node = values["key-command"] {
            key = .command(try node.text("the key’s command", limit: 1000))
        }
        guard let node = values["models"] else { return }
        for field in try node.fields(of: "the models", allowed: nil) {
            models.append(try ProviderSettings.NamedModel(field.name, field.value))
        }
    }
}

extension ProviderSettings.NamedModel {
    init(_ name: String, _ node: PlainTextNode) throws(PlainTextError) {
        guard (1...100).contains(name.utf8.count),
            name.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F })
        else { throw node.error("A model’s name is of letters, digits and signs.") }
        let values = try node.mapping("the model \(name)", allowed: ["like", "price"])
        guard let like = values["like"] else { throw node.error("Say which model it is `like`.") }
        self.name = name
        self.like = try like.text("the model it is like", limit: 100)
        price = try values["price"]?.number("the price", in: 0...10_000).money
    }
}

extension Double {
    fileprivate var money: Money { Money(dollars: self) }
}
