// A grid for lists of any length: fixed row height, only the rows in view are drawn, rows are asked for by index. It knows
// nothing of what a row is. The active row is told through aria-activedescendant, since the element of a row comes and goes
// as the list scrolls while the keyboard stays on the grid. For the same reason its parts are divs with roles: a table's rows
// can't be windowed (biome.json lifts the two rules about that for this folder; axe checks the result).
import {
  type CSSProperties,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLocale } from 'react-aria-components';
import { type Arranged, type Column, drawnColumns, layoutOf, leftShowing, tracks } from './columns';
import styles from './Grid.module.css';
import { GridHead, type GridSort } from './GridHead';
import { GridRow } from './GridRow';
import { drawnRows, pageStep, spacerHeight } from './scroll';
import { everything, isEverything, isSelected, type RowSelection, sizeOf } from './selection';
import { useGridInput } from './useGridInput';
import { useHorizontal } from './useHorizontal';
import { useVirtualScroll } from './useVirtualScroll';

const HEAD_HEIGHT = 32;

export type Point = { x: number; y: number };

export type GridHandle = { showRow: (index: number) => void; scrollToTop: () => void; focus: () => void };

export type GridProps<Row extends { id: number }> = {
  ref?: Ref<GridHandle>;
  label: string;
  selectAllLabel: string;
  /** The columns that are shown, in their order. The first one stays in sight and in its place. */
  columns: Column<Row>[];
  /** Takes the columns as they were moved, resized or hidden. Without it they stay as they are. */
  onArrange?: (columns: Arranged[]) => void;
  /** Opens the choice of columns from the menu of a column. */
  onChooseColumns?: () => void;
  total: number;
  rowHeight: number;
  /** The row at an index, once it is there. */
  rowAt: (index: number) => Row | undefined;
  /** Tells which rows are drawn, so that they can be asked for. */
  onDrawn: (first: number, last: number) => void;
  sort: GridSort;
  /** A press on a head names no direction: it sorts by the column, or the other way where it does already. */
  onSort: (column: string, descending?: boolean) => void;
  /** Without boxes: rows can be opened, not selected. */
  plain?: boolean;
  selection: RowSelection;
  onSelection: (selection: RowSelection) => void;
  active: number | null;
  onActive: (index: number, how: 'pointer' | 'key') => void;
  onOpen: (index: number) => void;
  onDelete: (index: number | null) => void;
  onMenu: (index: number, at: Point) => void;
  /** Buttons shown at the end of the row under the pointer. */
  rowActions?: (row: Row) => ReactNode;
};

export function Grid<Row extends { id: number }>(props: GridProps<Row>) {
  const { columns, total, rowHeight, rowAt, onDrawn, selection, active } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { direction } = useLocale();
  const [cell, setCell] = useState<number | null>(null);
  const scroll = useVirtualScroll(scroller, { total, rowHeight, headHeight: HEAD_HEIGHT });
  const { first, last } = drawnRows(scroll.track, scroll.top);
  const [resizing, setResizing] = useState<Arranged | null>(null);
  const sideways = useHorizontal(scroller);
  const layout = useMemo(() => layoutOf(columns, scroll.width, resizing), [columns, scroll.width, resizing]);
  const drawnText = drawnColumns(layout, sideways.left, scroll.width).join();
  // The same array while the same columns are drawn, so that rows need not be drawn anew.
  const drawnCells = useMemo(() => (drawnText ? drawnText.split(',').map(Number) : []), [drawnText]);

  useEffect(() => onDrawn(first, last), [onDrawn, first, last]);

  const { showRow, scrollTo } = scroll;
  useImperativeHandle(
    props.ref,
    () => ({ showRow, scrollToTop: () => scrollTo(0), focus: () => scroller.current?.focus() }),
    [showRow, scrollTo],
  );

  const showCell = (next: number | null) => {
    setCell(next);
    const left = Math.abs(scroller.current?.scrollLeft ?? 0);
    if (next !== null) sideways.scrollTo(leftShowing(layout, left, scroll.width, next));
  };
  const onScroll = () => {
    scroll.onScroll();
    sideways.onScroll();
  };

  const input = useGridInput({
    ...props,
    cell,
    setCell: showCell,
    showRow,
    scroller,
    bounds: { rows: total, cells: columns.length, page: pageStep(scroll.track), rtl: direction === 'rtl' },
  });

  const drawn = Array.from({ length: last - first }, (_, offset) => first + offset);
  const isDrawn = active !== null && active >= first && active < last;
  const vars = {
    '--tracks': tracks(layout),
    '--wide': `${Math.max(layout.total, scroll.width)}px`,
    '--head': `${HEAD_HEIGHT}px`,
  } as CSSProperties;

  return (
    <div
      ref={scroller}
      role="grid"
      id={id}
      tabIndex={0}
      className={styles.grid}
      style={vars}
      aria-label={props.label}
      data-plain={props.plain || undefined}
      aria-multiselectable={!props.plain}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={isDrawn ? idOf(id, active, cell) : undefined}
      data-no-active={active === null || undefined}
      data-scrolled={sideways.left > 0 || undefined}
      onScroll={onScroll}
      {...input}
    >
      <GridHead
        columns={columns}
        layout={layout}
        rtl={direction === 'rtl'}
        grid={scroller}
        sort={props.sort}
        onSort={props.onSort}
        onArrange={props.onArrange}
        onResizing={setResizing}
        onChoose={props.onChooseColumns}
        selectAllLabel={props.selectAllLabel}
        selected={isEverything(selection, total) ? 'all' : sizeOf(selection) > 0 ? 'some' : 'none'}
        onSelectAll={() => props.onSelection(isEverything(selection, total) ? everything(0) : everything(total))}
      />
      <div role="rowgroup" className={styles.spacer} style={{ blockSize: spacerHeight(scroll.track) }}>
        <div role="presentation" className={styles.stage} style={{ blockSize: scroll.track.viewport }}>
          <div role="presentation" style={{ transform: `translateY(${Math.round(first * rowHeight - scroll.top)}px)` }}>
            {drawn.map((index) => {
              const row = rowAt(index);
              return (
                <GridRow
                  key={index}
                  id={idOf(id, index, null)}
                  index={index}
                  row={row}
                  columns={columns}
                  drawn={drawnCells}
                  isSelected={isSelected(selection, index, row?.id)}
                  isActive={index === active}
                  activeCell={index === active ? cell : null}
                  actions={props.rowActions}
                />
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}

function idOf(grid: string, row: number, cell: number | null): string {
  return cell === null ? `${grid}-${row}` : `${grid}-${row}-${cell}`;
}
