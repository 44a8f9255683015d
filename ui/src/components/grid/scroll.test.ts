// The mapping between scroll bar and rows, at sizes beyond what a browser can scroll.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentHeight,
  drawnRows,
  MAX_HEIGHT,
  spacerHeight,
  type Track,
  toPhysical,
  topShowing,
  toVirtual,
} from './scroll';

const million: Track = { total: 1_000_000, rowHeight: 34, viewport: 700 };
const small: Track = { total: 500, rowHeight: 34, viewport: 700 };

const tracks = fc.record({
  total: fc.integer({ min: 0, max: 3_000_000 }),
  rowHeight: fc.constantFrom(28, 34, 40),
  viewport: fc.integer({ min: 50, max: 2000 }),
});

describe('scrolling', () => {
  it('caps the height of the scrolled element', () => {
    expect(spacerHeight(million)).toBe(MAX_HEIGHT);
    expect(spacerHeight(small)).toBe(500 * 34);
  });

  it('is plain pixels for a list that a browser can scroll', () => {
    expect(toVirtual(small, 1234)).toBe(1234);
    expect(toPhysical(small, 1234)).toBe(1234);
  });

  it('reaches the first and the last of a million rows', () => {
    expect(drawnRows(million, toVirtual(million, 0)).first).toBe(0);
    const bottom = toVirtual(million, MAX_HEIGHT - million.viewport);
    expect(bottom).toBe(contentHeight(million) - million.viewport);
    expect(drawnRows(million, bottom).last).toBe(1_000_000);
  });

  it('comes back to the same place through the scroll bar', () => {
    fc.assert(
      fc.property(tracks, fc.double({ min: 0, max: 1, noNaN: true }), (track, part) => {
        const top = part * Math.max(0, contentHeight(track) - track.viewport);
        expect(toVirtual(track, toPhysical(track, top))).toBeCloseTo(top, 3);
      }),
    );
  });

  it('draws every row that is in view, and few others', () => {
    fc.assert(
      fc.property(tracks, fc.double({ min: 0, max: 1, noNaN: true }), (track, part) => {
        const top = part * Math.max(0, contentHeight(track) - track.viewport);
        const { first, last } = drawnRows(track, top);
        expect(first * track.rowHeight).toBeLessThanOrEqual(top);
        expect(last * track.rowHeight).toBeGreaterThanOrEqual(
          Math.min(top + track.viewport, contentHeight(track)) - 0.001,
        );
        expect(last - first).toBeLessThanOrEqual(Math.ceil(track.viewport / track.rowHeight) + 14);
      }),
    );
  });

  it('moves no farther than needed to show a row', () => {
    expect(topShowing(million, 34 * 1000, 1000)).toBe(34 * 1000);
    expect(topShowing(million, 34 * 1000, 999)).toBe(34 * 999);
    expect(topShowing({ ...million, viewport: 0 }, 0, 7)).toBe(34 * 7);
    expect(topShowing(million, 0, 999_999)).toBe(contentHeight(million) - million.viewport);
  });
});
