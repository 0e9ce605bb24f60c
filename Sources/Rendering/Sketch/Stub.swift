extension SketchPainter {
    func paintSubject() {}
    func paintForeground() {}
    func paintPines() {}
}
