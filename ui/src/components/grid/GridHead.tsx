// The head of a grid: the box that selects all, and the heads of the columns with their menu.
import { type RefObject, useState } from 'react';
import { TickBox } from '../Checkbox';
import { arranged, hidden, moved, resized } from './arrange';
import type { Arranged, Column, Layout } from './columns';
import { fittingWidth } from './fit';
import styles from './GridHead.module.css';
import { HeadCell } from './HeadCell';
import { HeadMenu, type HeadMenuAt } from './HeadMenu';
import { useColumnDrag } from './useColumnDrag';
import { useHeadKeys } from './useHeadKeys';

export type GridSort = { column: string; descending: boolean };

type GridHeadProps<Row> = {
  columns: Column<Row>[];
  layout: Layout;
  rtl: boolean;
  grid: RefObject<HTMLElement | null>;
  sort: GridSort;
  onSort: (column: string, descending?: boolean) => void;
  onArrange: ((columns: Arranged[]) => void) | undefined;
  onResizing: (resizing: Arranged | null) => void;
  onChoose: (() => void) | undefined;
  selected: 'none' | 'some' | 'all';
  selectAllLabel: string;
  onSelectAll: () => void;
};

const CHECKED = { none: 'false', some: 'mixed', all: 'true' } as const;

export function GridHead<Row>(props: GridHeadProps<Row>) {
  const { columns, layout, rtl, grid, sort, onSort, onArrange, selected } = props;
  const [menu, setMenu] = useState<HeadMenuAt | null>(null);
  const now = arranged(columns);

  const arrange = (next: Arranged[]) => next !== now && onArrange?.(next);
  const move = (from: number, to: number) => arrange(moved(now, from, to));
  const resize = (id: string, width: number | null) => arrange(resized(now, id, width));
  const fitWidth = (position: number) => {
    const id = columns[position]?.id;
    if (grid.current && id) resize(id, fittingWidth(grid.current, position + 2));
  };
  const widen = (position: number, by: number) => {
    const id = columns[position]?.id;
    if (id) resize(id, (layout.widths[position] ?? 0) + by);
  };
  const openMenu = (position: number, at: Element) => {
    const { left, right, bottom } = at.getBoundingClientRect();
    setMenu({ position, at: { x: rtl ? right : left, y: bottom } });
  };

  const drag = useColumnDrag({ rtl, onMove: move, onResizing: props.onResizing, onResize: resize });
  const keys = useHeadKeys({
    count: columns.length,
    rtl,
    onMove: onArrange ? move : null,
    onWiden: onArrange ? widen : null,
    onMenu: openMenu,
  });
  const dropAt = (position: number) => {
    if (drag.target === position) return 'before';
    return drag.target === columns.length && position === columns.length - 1 ? 'after' : null;
  };

  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.headRow} aria-rowindex={1} data-dragging={drag.target !== null || undefined}>
        <div role="columnheader" className={styles.boxHead} aria-colindex={1}>
          <button
            type="button"
            role="checkbox"
            aria-checked={CHECKED[selected]}
            aria-label={props.selectAllLabel}
            className={styles.boxButton}
            onClick={props.onSelectAll}
          >
            <TickBox state={selected} />
          </button>
        </div>
        {columns.map(({ id, label, sorts = true }, position) => (
          <HeadCell
            key={id}
            label={label}
            position={position}
            direction={sort.column === id ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            sorts={sorts}
            isStop={keys.stop === position}
            drop={dropAt(position)}
            isArrangeable={onArrange !== undefined}
            hasMenu={onArrange !== undefined || props.onChoose !== undefined}
            onSort={() => !drag.endedDrag() && sorts && onSort(id)}
            onMenu={(at) => openMenu(position, at)}
            onFocus={() => keys.setCurrent(position)}
            onKeyDown={(event) => keys.onKeyDown(event, position)}
            onStartMove={(event) => drag.startMove(event, position)}
            onStartResize={(event) => drag.startResize(event, id, layout.widths[position] ?? 0)}
            onFit={() => fitWidth(position)}
          />
        ))}
      </div>
      <HeadMenu
        at={menu}
        onDismiss={() => setMenu(null)}
        column={columns[menu?.position ?? 0]}
        isLast={menu?.position === columns.length - 1}
        rtl={rtl}
        onSort={onSort}
        arrange={
          onArrange
            ? { move, fit: fitWidth, release: (id) => resize(id, null), hide: (id) => arrange(hidden(now, id)) }
            : null
        }
        onChoose={props.onChoose ?? null}
      />
    </div>
  );
}
