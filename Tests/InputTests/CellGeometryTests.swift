import Input
import Testing

struct CellGeometryTests {
    private let rect = CellRect(column: 2, row: 3, columns: 4, rows: 5)

    @Test func `The far edges are outside`() {
        #expect(rect.contains(CellPoint(column: 2, row: 3)))
        #expect(rect.contains(CellPoint(column: 5, row: 7)))
        #expect(!rect.contains(CellPoint(column: 6, row: 3)))
        #expect(!rect.contains(CellPoint(column: 2, row: 8)))
    }

    @Test func `Rectangles apart have nothing in common`() {
        let apart = CellRect(column: 6, row: 3, columns: 2, rows: 2)
        #expect(rect.intersection(apart).isEmpty)
        let beyond = CellRect(column: 40, row: 40, columns: 2, rows: 2)
        #expect(rect.intersection(beyond).isEmpty)
    }

    @Test func `Rectangles that overlap share the overlap, whichever asks`() {
        let other = CellRect(column: 4, row: 1, columns: 9, rows: 4)
        let shared = CellRect(column: 4, row: 3, columns: 2, rows: 2)
        #expect(rect.intersection(other) == shared)
        #expect(other.intersection(rect) == shared)
    }

    @Test func `An inset larger than the rectangle leaves nothing`() {
        #expect(rect.inset(columns: 1, rows: 1) == CellRect(column: 3, row: 4, columns: 2, rows: 3))
        #expect(rect.inset(columns: 3).isEmpty)
    }

    @Test func `Negative extents are none`() {
        #expect(CellRect(column: 0, row: 0, columns: -3, rows: 2).isEmpty)
    }
}
