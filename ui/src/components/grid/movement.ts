// Where a key moves the active row and cell of the grid. The cell is null while the whole row is meant.

export type Place = { row: number | null; cell: number | null };
export type Bounds = { rows: number; cells: number; page: number; rtl: boolean };
type Press = { key: string; ctrlKey: boolean; metaKey: boolean };

const clamp = (value: number, end: number) => Math.min(Math.max(value, 0), end - 1);

function rowAfter({ key, ctrlKey, metaKey }: Press, { row, cell }: Place, { rows, page }: Bounds): number | null {
  const from = row ?? -1;
  const toEnd = cell === null || ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown':
      return clamp(from + 1, rows);
    case 'ArrowUp':
      return clamp(row === null ? rows - 1 : from - 1, rows);
    case 'PageDown':
      return clamp(Math.max(from, 0) + page, rows);
    case 'PageUp':
      return clamp(from - page, rows);
    case 'Home':
      return toEnd ? 0 : row;
    case 'End':
      return toEnd ? rows - 1 : row;
    default:
      return null;
  }
}

function cellAfter({ key, ctrlKey, metaKey }: Press, { cell }: Place, { cells, rtl }: Bounds): number | null {
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return clamp(cell === null ? 0 : cell + 1, cells);
  if (key === back) return cell === null || cell === 0 ? null : cell - 1;
  if (cell !== null && !ctrlKey && !metaKey) {
    if (key === 'Home') return 0;
    if (key === 'End') return cells - 1;
  }
  return cell;
}

/** The place that a key leads to, or null when the key moves nothing. */
export function placeAfter(press: Press, place: Place, bounds: Bounds): Place | null {
  if (bounds.rows === 0) return null;
  const sideways = press.key === 'ArrowLeft' || press.key === 'ArrowRight';
  if (sideways) return { row: place.row ?? 0, cell: cellAfter(press, place, bounds) };
  const row = rowAfter(press, place, bounds);
  return row === null ? null : { row, cell: cellAfter(press, place, bounds) };
}
