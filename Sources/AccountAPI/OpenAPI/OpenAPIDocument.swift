/// The contract for programs that are not compiled against it: OpenAPI 3.1, made of the route table.
package enum OpenAPIDocument {
    package static let tree: JSONTree = [
        "openapi": "3.1.0",
        "info": [
            "title": "Kinema account service",
            "version": "1",
            "description":
                "Accounts, sessions, terminals that sign in, teams, shared records, and what is made for them.",
        ],
        "paths": .object(paths),
        "components": [
            "schemas": .object(OpenAPIShapes.table.mapValues(\.tree)),
            "securitySchemes": [
                "access": ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"]
            ],
        ],
    ]

    private static var paths: [String: JSONTree] {
        var paths: [String: [String: JSONTree]] = [:]
        for route in AccountRoute.table {
            paths[route.path, default: [:]][route.method.rawValue.lowercased()] = operation(route)
        }
        return paths.mapValues(JSONTree.object)
    }

    private static func operation(_ route: AccountRoute) -> JSONTree {
        var operation: [String: JSONTree] = [
            "operationId": .text(route.id), "summary": .text(route.summary),
            "responses": .object(replies(route)),
            "parameters": .list(parameters(route)),
        ]
        if route.access == .account { operation["security"] = [["access": []]] }
        if let name = OpenAPIShapes.requests[route.id] {
            let type =
                switch route.body {
                case .form: "application/x-www-form-urlencoded"
                case .bytes: "application/octet-stream"
                case .none, .json: "application/json"
                }
            operation["requestBody"] = ["required": true, "content": content(type, name)]
        }
        return .object(operation)
    }

    private static func parameters(_ route: AccountRoute) -> [JSONTree] {
        let inPath = route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            let name = String(part.dropFirst().dropLast())
            return [
                "name": .text(name), "in": "path", "required": true,
                "schema": ["type": "string"],
            ] as JSONTree
        }
        let inQuery = (OpenAPIShapes.queries[route.id] ?? []).map { field in
            [
                "name": .text(field.name), "in": "query", "required": .flag(field.isRequired),
                "schema": field.shape.tree,
            ] as JSONTree
        }
        return inPath + inQuery
    }

    private static func replies(_ route: AccountRoute) -> [String: JSONTree] {
        let (status, shape) = OpenAPIShapes.replies[route.id] ?? (204, nil)
        var good: [String: JSONTree] = ["description": "It was done."]
        if let shape {
            switch shape {
            case "Bytes": good["content"] = content("application/octet-stream", shape)
            case "Picture":
                let schema: JSONTree = ["schema": ["$ref": "#/components/schemas/Picture"]]
                good["content"] = ["image/png": schema, "image/jpeg": schema]
            default: good["content"] = content("application/json", shape)
            }
        }
        let problem = route.path.hasPrefix("/oauth/") ? "OAuthProblem" : "Problem"
        var replies: [String: JSONTree] = [
            "\(status)": .object(good),
            "default": [
                "description": "It was not done, and why.",
                "content": content("application/json", "Problem"),
            ],
        ]
        if problem == "OAuthProblem" {
            replies["400"] = [
                "description": "It was refused, or the body cannot be read.",
                "content": [
                    "application/json": [
                        "schema": [
                            "anyOf": [
                                ["$ref": "#/components/schemas/OAuthProblem"],
                                ["$ref": "#/components/schemas/Problem"],
                            ]
                        ]
                    ]
                ],
            ]
        }
        return replies
    }

    private static func content(_ type: String, _ shape: String) -> JSONTree {
        .object([type: ["schema": ["$ref": .text("#/components/schemas/\(shape)")]]])
    }
}
