// Selecting rows: one by one, from an anchor, all, and across a change of the list.
import { describe, expect, it } from 'vitest';
import { afterChange, everything, extendTo, isEverything, isSelected, NOTHING, sizeOf, toggleRow } from './selection';

const selected = (selection: Parameters<typeof isSelected>[0], upTo = 12) =>
  Array.from({ length: upTo }, (_, index) => index).filter((index) => isSelected(selection, index, index + 100));

describe('selecting rows', () => {
  it('adds rows and takes them away one by one', () => {
    const two = toggleRow(toggleRow(NOTHING, 3, 103), 5, 105);
    expect(selected(two)).toEqual([3, 5]);
    expect(selected(toggleRow(two, 3, 103))).toEqual([5]);
  });

  it('extends from the anchor in both directions, replacing the last extension', () => {
    const anchored = toggleRow(NOTHING, 5, 105);
    const down = extendTo(anchored, 0, 8);
    expect(selected(down)).toEqual([5, 6, 7, 8]);
    expect(selected(extendTo(down, 0, 3))).toEqual([3, 4, 5]);
  });

  it('starts an extension at the active row where nothing was chosen', () => {
    expect(selected(extendTo(NOTHING, 2, 4))).toEqual([2, 3, 4]);
  });

  it('adds a range to what was selected when asked to', () => {
    const first = toggleRow(toggleRow(NOTHING, 0, 100), 4, 104);
    expect(selected(extendTo(first, 0, 6, true))).toEqual([0, 4, 5, 6]);
  });

  it('holds all of a million as one range', () => {
    const all = everything(1_000_000);
    expect(sizeOf(all)).toBe(1_000_000);
    expect(isEverything(all, 1_000_000)).toBe(true);
    expect(sizeOf(toggleRow(all, 17, 117))).toBe(999_999);
  });

  it('keeps the same rows by id when the list changes', () => {
    const two = toggleRow(toggleRow(NOTHING, 3, 103), 5, 105);
    const kept = afterChange(two, (index) => index + 100);
    expect(isSelected(kept, 9, 103)).toBe(true);
    expect(isSelected(kept, 3, 999)).toBe(false);
    expect(sizeOf(toggleRow(kept, 9, 103))).toBe(1);
  });

  it('is given up when the list changes and not every id is known', () => {
    expect(afterChange(everything(50), (index) => (index < 40 ? index : undefined))).toBe(NOTHING);
    expect(afterChange(everything(1_000_000), (index) => index)).toBe(NOTHING);
  });
});
