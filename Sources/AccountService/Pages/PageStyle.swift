/// How the pages look: the system's own font, light or dark as the reader has it.
enum PageStyle {
    static let sheet = """
        :root { color-scheme: light dark; --line: #8886; --mark: #c2410c; --wash: #c2410c12 }
        @media (prefers-color-scheme: dark) { :root { --mark: #fb923c; --wash: #fb923c1c } }
        * { box-sizing: border-box }
        body { font: 17px/1.5 system-ui, sans-serif; max-width: 27rem; margin: 11vh auto 4rem; padding: 0 1.25rem }
        header { margin-bottom: 2.25rem }
        header a { font-weight: 700; letter-spacing: .1em; text-transform: uppercase; font-size: .8rem; text-decoration: none }
        header a::before { content: "◆ "; color: var(--mark) }
        h1 { font-size: 1.6rem; line-height: 1.2; letter-spacing: -.015em; margin: 0 0 1.1rem }
        label { display: block; margin: 1.1rem 0 .3rem; font-weight: 600 }
        input { font: inherit; width: 100%; padding: .6rem .75rem; border: 1px solid var(--line); border-radius: .45rem; background: transparent; color: inherit }
        input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px }
        button, .button { display: inline-block; font: inherit; font-weight: 600; margin: 1.6rem .5rem 0 0; padding: .6rem 1.25rem; border: 1px solid var(--mark); border-radius: .45rem; background: var(--mark); color: Canvas; cursor: pointer; text-decoration: none }
        .plain { background: transparent; color: inherit; border-color: var(--line) }
        .code { font: 700 1.75rem/1 ui-monospace, monospace; letter-spacing: .12em; text-transform: uppercase }
        .problem { border-left: 4px solid var(--mark); background: var(--wash); border-radius: 0 .45rem .45rem 0; padding: .6rem .9rem; margin: 0 0 1.25rem }
        .hint { opacity: .75; font-size: .9rem; margin: .4rem 0 0 }
        .faint { opacity: .75; font-size: .9rem }
        nav { margin-top: 1.75rem; font-size: .95rem }
        nav a + a { margin-left: 1rem }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: 1.25rem 0 }
        dt { opacity: .75 }
        dd { margin: 0; font-weight: 600; overflow-wrap: anywhere }
        kbd { font: 600 .95em ui-monospace, monospace; background: var(--wash); border-radius: .3rem; padding: .1rem .35rem }
        a { color: inherit }
        .who { display: flex; align-items: center; gap: .75rem; font-weight: 600; overflow-wrap: anywhere }
        .who img { border-radius: 50%; object-fit: cover; background: var(--wash) }
        """

    /// The mark in the browser's tab.
    static let mark = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#ea6a1f" d="M8 0l8 8-8 8-8-8z"/></svg>
        """
}
