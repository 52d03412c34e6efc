/**
 * The command palette's library carries a dialog of its own and all that belongs to it. Ours stands in one already, so this
 * is built in its place.
 */
const nothing = (): null => null;

export { nothing as Root, nothing as Portal, nothing as Overlay, nothing as Content };
