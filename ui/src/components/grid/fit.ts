// The width at which everything that is drawn of a column can be read.
import { clampWidth } from './columns';

const wanted = (cell: HTMLElement): number => {
  const before = cell.style.inlineSize;
  cell.style.inlineSize = 'max-content';
  const width = cell.getBoundingClientRect().width;
  cell.style.inlineSize = before;
  return width;
};

export function fittingWidth(grid: HTMLElement, colIndex: number): number {
  const cells = grid.querySelectorAll<HTMLElement>(`[data-fits="${colIndex}"]`);
  return clampWidth(Math.ceil(Math.max(0, ...[...cells].map(wanted))) + 1);
}
