import AccountAPI
import Mustache

/// The pages for browsers: plain, without scripts, and with one style sheet.
struct PageTemplates: Sendable {
    private let library: MustacheLibrary

    /// What a page shows; Mustache escapes every value.
    typealias Values = [String: any Sendable]

    init() throws {
        var library = MustacheLibrary()
        for (name, text) in Self.texts { try library.register(text, named: name) }
        self.library = library
    }

    func render(_ name: String, title: String, _ values: Values) throws -> String {
        var all = values
        all["title"] = title
        guard let content = library.render(all, withTemplate: name),
            let page = library.render(
                ["title": title, "content": content] as Values,
                withTemplate: "frame"
            )
        else { throw Refusal(.failed, "The page cannot be shown; try again.") }
        return page
    }

    private static let token = #"<input type="hidden" name="form" value="{{form}}">"#
    private static let problem =
        #"{{#problem}}<p class="problem" role="alert">{{problem}}</p>{{/problem}}"#
    private static let carried =
        #"{{#code}}<input type="hidden" name="code" value="{{code}}">{{/code}}"#
    private static let email = """
        <label for="email">Mail address</label>
        <input id="email" name="email" type="email" value="{{email}}" autocomplete="username" required>
        """

    private static func password(_ label: String = "Password") -> String {
        """
        <label for="password">\(label)</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required>
        """
    }
    private static func newPassword(_ label: String) -> String {
        """
        <label for="password">\(label)</label>
        <input id="password" name="password" type="password" autocomplete="new-password" minlength="10" aria-describedby="hint" required>
        <p class="hint" id="hint">Ten characters or more; a few words in a row are easy to keep.</p>
        """
    }

    private static let texts: [String: String] = [
        "frame": """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}} · Kinema</title>
        <link rel="stylesheet" href="/style.css">
        <link rel="icon" type="image/svg+xml" href="/mark.svg">
        </head>
        <body>
        <header><a href="/">Kinema</a></header>
        <main>
        <h1>{{title}}</h1>
        {{{content}}}
        </main>
        </body>
        </html>
        """,
        "sign-in": problem + """
            <form method="post" action="/sign-in">\(token)\(carried)
            \(email)
            \(password())
            <button>Sign in</button>
            </form>
            <p class="ways">{{#ways}}<a class="button plain" href="{{way}}">By {{by}}</a> {{/ways}}</p>
            <nav><a href="/sign-up">Sign up</a> <a href="/reset">Forgot the password</a></nav>
            """,
        "sign-up": problem + """
            <form method="post" action="/sign-up">\(token)
            <label for="name">Name</label>
            <input id="name" name="name" value="{{name}}" autocomplete="name" maxlength="80">
            \(email)
            \(newPassword("Password"))
            <button>Sign up</button>
            </form>
            <nav>You have an account? <a href="/device">Sign in a terminal</a></nav>
            """,
        "verify": problem + """
            <p>Type the password you signed up with, and the account is yours.</p>
            <form method="post" action="/verify">\(token)
            <input type="hidden" name="token" value="{{token}}">
            \(password())
            <button>Confirm the address</button>
            </form>
            """,
        "reset": problem + """
            <p>We send you a link to choose another one.</p>
            <form method="post" action="/reset">\(token)
            \(email)
            <button>Send the link</button>
            </form>
            """,
        "email": problem + """
            <p>Your account is going to be found under this address, and no more under the one before.</p>
            <form method="post" action="/email">\(token)
            <input type="hidden" name="token" value="{{token}}">
            <button>Confirm it</button>
            </form>
            """,
        "choose": problem + """
            <form method="post" action="/reset/choose">\(token)
            <input type="hidden" name="token" value="{{token}}">
            \(newPassword("New password"))
            <button>Choose it</button>
            </form>
            """,
        "code": problem + """
            <p>Type the code that your terminal shows.</p>
            <form method="get" action="/device">
            <label for="code">Code</label>
            <input id="code" name="code" class="code" autocomplete="off" autocapitalize="characters" spellcheck="false" required>
            <button>Go on</button>
            </form>
            """,
        "approve": problem + """
            <p class="code">{{code}}</p>
            <dl>
            <dt>Terminal</dt><dd>{{device}}</dd>
            <dt>Asks from</dt><dd>{{address}}</dd>
            <dt>Account</dt><dd>{{email}}</dd>
            </dl>
            <p>It will read and change your projects until you end its session.</p>
            <p class="faint">Approve it only if you started it yourself and it shows this code.</p>
            <form method="post" action="/device">\(token)\(carried)
            <button name="decision" value="approve">Approve</button>
            <button class="plain" name="decision" value="deny">Deny</button>
            </form>
            """,
        "said": "<p>{{sentence}}</p>",
        "home": """
        {{#email}}<p class="who">{{#picture}}<img src="/picture" alt="" width="48" height="48">{{/picture}} {{email}}</p>{{/email}}
        <p>An account keeps your projects in step between your machines, and lets a team work on the same ones.</p>
        <p>Type <kbd>kinema login</kbd> in your terminal: it shows a code, and the page to type it on.</p>
        <p class="ways"><a class="button" href="/device">Sign in a terminal</a> <a class="button plain" href="/sign-up">Sign up</a></p>
        """,
    ]
}
