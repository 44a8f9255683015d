// Which rows are selected. Rows are chosen by their place in the list, as ranges. When the list changes under a selection,
// what was chosen is kept by id as long as the ids are known; places would name other rows.
import { add, has, indexes, type Ranges, size, toggle } from './ranges';

export type RowSelection =
  | { kind: 'ranges'; ranges: Ranges; anchor: number | null }
  | { kind: 'ids'; ids: ReadonlySet<number>; anchor: number | null };

export const NOTHING: RowSelection = { kind: 'ranges', ranges: [], anchor: null };

/** Selections up to this size survive a change of the list. */
const KEPT_BY_ID = 1000;

export function sizeOf(selection: RowSelection): number {
  return selection.kind === 'ids' ? selection.ids.size : size(selection.ranges);
}

export function isSelected(selection: RowSelection, index: number, id: number | undefined): boolean {
  if (selection.kind === 'ranges') return has(selection.ranges, index);
  return id !== undefined && selection.ids.has(id);
}

/** Adds a row or takes it away; later ranges start there. */
export function toggleRow(selection: RowSelection, index: number, id: number | undefined): RowSelection {
  if (selection.kind === 'ranges') {
    return { kind: 'ranges', ranges: toggle(selection.ranges, index), anchor: index };
  }
  if (id === undefined) return selection;
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { kind: 'ids', ids, anchor: index };
}

/** Selects from the anchor (or `from` where there is none) to the row; with `more` in addition to what was selected. */
export function extendTo(selection: RowSelection, from: number, index: number, more = false): RowSelection {
  const anchor = selection.anchor ?? from;
  const before = more && selection.kind === 'ranges' ? selection.ranges : [];
  const ranges = add(before, Math.min(anchor, index), Math.max(anchor, index) + 1);
  return { kind: 'ranges', ranges, anchor };
}

export function everything(total: number): RowSelection {
  return total === 0 ? NOTHING : { kind: 'ranges', ranges: [[0, total]], anchor: null };
}

export function isEverything(selection: RowSelection, total: number): boolean {
  return total > 0 && sizeOf(selection) === total;
}

/** What remains of a selection once the list has changed: the same rows by id, or nothing where ids are not known. */
export function afterChange(selection: RowSelection, idAt: (index: number) => number | undefined): RowSelection {
  if (selection.kind === 'ids') return selection;
  const count = size(selection.ranges);
  if (count === 0 || count > KEPT_BY_ID) return NOTHING;
  const ids = indexes(selection.ranges, KEPT_BY_ID).map(idAt);
  const known = ids.filter((id): id is number => id !== undefined);
  return known.length === count ? { kind: 'ids', ids: new Set(known), anchor: null } : NOTHING;
}
