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

    static let style = """
        :root { color-scheme: light dark; --line: #8885; --mark: #c2410c }
        @media (prefers-color-scheme: dark) { :root { --mark: #fb923c } }
        * { box-sizing: border-box }
        body { font: 17px/1.5 system-ui, sans-serif; max-width: 26rem; margin: 12vh auto 4rem; padding: 0 1.25rem }
        h1 { font-size: 1.5rem; line-height: 1.2; letter-spacing: -.01em; margin: 0 0 1rem }
        header { font-weight: 700; letter-spacing: .08em; text-transform: uppercase; font-size: .8rem; margin-bottom: 2.5rem }
        header::before { content: "◆ "; color: var(--mark) }
        label { display: block; margin: 1rem 0 .25rem; font-weight: 600 }
        input { font: inherit; width: 100%; padding: .6rem .7rem; border: 1px solid var(--line); border-radius: .4rem; background: transparent; color: inherit }
        input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px }
        button { font: inherit; font-weight: 600; margin: 1.5rem .5rem 0 0; padding: .6rem 1.2rem; border: 1px solid var(--mark); border-radius: .4rem; background: var(--mark); color: Canvas; cursor: pointer }
        button.plain { background: transparent; color: inherit; border-color: var(--line) }
        .code { font: 700 1.6rem/1 ui-monospace, monospace; letter-spacing: .12em }
        .problem { border-left: 4px solid var(--mark); padding: .1rem 0 .1rem .9rem }
        .faint { opacity: .75; font-size: .9rem }
        a { color: inherit }
        """

    private static let token = #"<input type="hidden" name="form" value="{{form}}">"#
    private static let problem =
        #"{{#problem}}<p class="problem" role="alert">{{problem}}</p>{{/problem}}"#
    private static let carried =
        #"{{#code}}<input type="hidden" name="code" value="{{code}}">{{/code}}"#
    private static let email = """
        <label for="email">Mail address</label>
        <input id="email" name="email" type="email" value="{{email}}" autocomplete="username" required>
        """

    private static func password(_ label: String, _ kind: String) -> String {
        """
        <label for="password">\(label)</label>
        <input id="password" name="password" type="password" autocomplete="\(kind)" required>
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
        </head>
        <body>
        <header>Kinema</header>
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
            \(password("Password", "current-password"))
            <button>Sign in</button>
            </form>
            <p class="faint"><a href="/sign-up">Sign up</a> · <a href="/reset">Forgot the password</a></p>
            """,
        "sign-up": problem + """
            <form method="post" action="/sign-up">\(token)
            <label for="name">Name</label>
            <input id="name" name="name" value="{{name}}" autocomplete="name" maxlength="80">
            \(email)
            \(password("Password, ten characters or more", "new-password"))
            <button>Sign up</button>
            </form>
            """,
        "verify": problem + """
            <p>Type the password you signed up with, and the account is yours.</p>
            <form method="post" action="/verify">\(token)
            <input type="hidden" name="token" value="{{token}}">
            \(password("Password", "current-password"))
            <button>Confirm the address</button>
            </form>
            """,
        "reset": problem + """
            <p>We send a link to choose another password.</p>
            <form method="post" action="/reset">\(token)
            \(email)
            <button>Send the link</button>
            </form>
            """,
        "choose": problem + """
            <form method="post" action="/reset/choose">\(token)
            <input type="hidden" name="token" value="{{token}}">
            \(password("Another password, ten characters or more", "new-password"))
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
            <p><strong>{{device}}</strong> at {{address}} wants to sign in as <strong>{{email}}</strong>.
            It will read and change your projects until you end its session.</p>
            <p class="faint">Approve it only if you started it yourself and it shows this code.</p>
            <form method="post" action="/device">\(token)\(carried)
            <button name="decision" value="approve">Approve</button>
            <button class="plain" name="decision" value="deny">Deny</button>
            </form>
            """,
        "said": "<p>{{sentence}}</p>",
    ]
}
