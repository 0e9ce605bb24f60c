/// Carries out an action on the state.
///
/// - Returns: What is to be done outside, in order.
package func reduce(_ state: inout EditorState, _ action: Action) -> [Effect] {
    []
}
