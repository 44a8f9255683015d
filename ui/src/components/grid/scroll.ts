// Where rows are while the list scrolls. Browsers cap the height of an element (some below 15 million pixels), so above
// MAX_HEIGHT the scroll bar's position is mapped to the list in proportion, and the list is no longer as tall as its rows.
// "Physical" is what the browser scrolls, "virtual" is pixels in a list that is as tall as it should be.

export const MAX_HEIGHT = 8_000_000;

/** Rows kept ready above and below the window, so that a small scroll finds them drawn. */
const OVERSCAN = 6;

export type Track = { total: number; rowHeight: number; viewport: number };

export function contentHeight({ total, rowHeight }: Track): number {
  return total * rowHeight;
}

/** How tall the scrolled element is made. */
export function spacerHeight(track: Track): number {
  return Math.min(contentHeight(track), MAX_HEIGHT);
}

export function isScaled(track: Track): boolean {
  return contentHeight(track) > MAX_HEIGHT;
}

const virtualEnd = (track: Track) => Math.max(0, contentHeight(track) - track.viewport);
const physicalEnd = (track: Track) => Math.max(0, spacerHeight(track) - track.viewport);

export function clampVirtual(track: Track, top: number): number {
  return Math.min(Math.max(0, top), virtualEnd(track));
}

export function toVirtual(track: Track, scrollTop: number): number {
  const end = physicalEnd(track);
  if (end === 0) return 0;
  return clampVirtual(track, isScaled(track) ? (scrollTop / end) * virtualEnd(track) : scrollTop);
}

export function toPhysical(track: Track, top: number): number {
  const end = virtualEnd(track);
  if (end === 0) return 0;
  return isScaled(track) ? (clampVirtual(track, top) / end) * physicalEnd(track) : clampVirtual(track, top);
}

/** The rows to draw at a position: from `first` up to but not with `last`. */
export function drawnRows({ total, rowHeight, viewport }: Track, top: number): { first: number; last: number } {
  const first = Math.floor(top / rowHeight) - OVERSCAN;
  const last = Math.ceil((top + viewport) / rowHeight) + OVERSCAN;
  return { first: Math.max(0, Math.min(first, total)), last: Math.max(0, Math.min(last, total)) };
}

/** The position nearest to the present one at which the row is wholly in view. */
export function topShowing(track: Track, top: number, index: number): number {
  const start = index * track.rowHeight;
  const end = start + track.rowHeight;
  // Before the window is measured no row fits it.
  if (start < top || track.viewport < track.rowHeight) return clampVirtual(track, start);
  if (end > top + track.viewport) return clampVirtual(track, end - track.viewport);
  return clampVirtual(track, top);
}

/** How many rows a page key moves by. */
export function pageStep({ rowHeight, viewport }: Track): number {
  return Math.max(1, Math.floor(viewport / rowHeight) - 1);
}
