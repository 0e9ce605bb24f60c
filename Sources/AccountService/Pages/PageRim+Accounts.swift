import AccountAPI
import Hummingbird

extension PageRim {
    /// A page with a form about accounts, what its form does, and what is said then.
    private struct Form: Sendable {
        let path: String
        /// The template.
        let page: String
        let title: String
        /// What a link may bring along, and what stands in the form again after a refusal.
        let kept: [String]
        let thanks: (title: String, sentence: String)
        /// Does it with the fields, for whoever asks from a network address.
        let act: @Sendable ([String: String], String) async throws -> Void
    }

    func addAccountPages(to router: Router<ServiceContext>) {
        for form in [signUp, verify, reset, choose, newAddress] {
            router.get(RouterPath(form.path)) { request, _ in
                let query = request.uri.queryParameters
                // Only what a mail's link holds: nobody else fills in a form for another.
                let token = form.kept.contains("token") ? query["token"].map(String.init) : nil
                return try show(
                    form.page,
                    form.title,
                    token.map { ["token": $0] } ?? [:],
                    to: try await browser(request)
                )
            }
            router.post(RouterPath(form.path)) { request, context in
                try await take(form, request, context)
            }
        }
    }

    /// Does what a form asks, or shows it again with why not.
    private func take(
        _ form: Form,
        _ request: Request,
        _ context: ServiceContext
    ) async throws -> Response {
        let browser = try await browser(request)
        let fields = try await fields(request, from: browser)
        do {
            try await form.act(fields, accounts.address(of: request, context))
        } catch let refusal as Refusal {
            let kept = fields.filter { form.kept.contains($0.key) }
            return try show(form.page, form.title, kept, to: browser, problem: refusal)
        }
        return try say(form.thanks.title, form.thanks.sentence, to: browser)
    }

    private var signUp: Form {
        Form(
            path: "/sign-up",
            page: "sign-up",
            title: "Sign up",
            kept: ["name", "email"],
            thanks: ("Look into your mail", AccountRim.signedUp)
        ) { fields, address in
            let body = AccountBodies.SignUp(
                email: fields["email"] ?? "",
                password: fields["password"] ?? "",
                name: fields["name"] ?? ""
            )
            try await accounts.signUp(body, from: address)
        }
    }

    private var verify: Form {
        Form(
            path: "/verify",
            page: "verify",
            title: "Confirm your address",
            kept: ["token"],
            thanks: ("The account is yours", "Go back to your terminal and type “kinema login”.")
        ) { fields, address in
            let body = AccountBodies.Verify(
                token: fields["token"] ?? "",
                password: fields["password"] ?? ""
            )
            try await accounts.verify(body, from: address)
        }
    }

    private var reset: Form {
        Form(
            path: "/reset",
            page: "reset",
            title: "Forgot the password",
            kept: ["email"],
            thanks: ("Look into your mail", AccountRim.askedReset)
        ) { fields, address in
            try await accounts.askReset(email: fields["email"] ?? "", from: address)
        }
    }

    private var newAddress: Form {
        Form(
            path: "/email",
            page: "email",
            title: "Confirm your new address",
            kept: ["token"],
            thanks: ("The address is yours", "Sign in with it from now on.")
        ) { fields, address in
            try await accounts.confirmEmail(fields["token"] ?? "", from: address)
        }
    }

    private var choose: Form {
        Form(
            path: "/reset/choose",
            page: "choose",
            title: "Choose another password",
            kept: ["token"],
            thanks: (
                "The password is changed",
                "Every session was ended; sign in again with “kinema login”."
            )
        ) { fields, address in
            try await accounts.reset(
                token: fields["token"] ?? "",
                password: fields["password"] ?? "",
                from: address
            )
        }
    }
}
