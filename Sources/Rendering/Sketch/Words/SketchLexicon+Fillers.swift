extension SketchLexicon {
    /// Words that name nothing and are passed over without a remark.
    static let fillers: Set<String> = Set(
        """
        a an the and or of in on at by with to from into onto over under through across along down up \
        for as is are be its his her their it he she they we i my our your this that these those one \
        near next beside behind before after above below around against between toward towards while \
        shot scene view angle hour light some very where who which there here out off inside outside \
        picture image photo painting drawing sketch style art illustration render background \
        single only foreground middle front back top side left right
        """.split(separator: " ").map(String.init)
    )

    /// Words that keep away what the next term names.
    static let negations: Set<String> = ["no", "without", "not", "never", "nobody"]
}
