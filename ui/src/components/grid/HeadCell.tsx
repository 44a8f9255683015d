// The head of one column: a press sorts, a drag moves it, its edge resizes it, and the arrow that shows under the pointer opens
// its menu.
import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './GridHead.module.css';

type HeadCellProps = {
  label: string;
  position: number;
  direction: 'none' | 'ascending' | 'descending';
  sorts: boolean;
  isStop: boolean;
  /** Whether a dragged column would be dropped before this one, or after it as the last. */
  drop: 'before' | 'after' | null;
  isArrangeable: boolean;
  hasMenu: boolean;
  onSort: () => void;
  onMenu: (at: Element) => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onStartMove: (event: PointerEvent<HTMLElement>) => void;
  onStartResize: (event: PointerEvent<HTMLElement>) => void;
  onFit: () => void;
};

export function HeadCell(props: HeadCellProps) {
  const { label, position, direction, sorts, drop, isArrangeable } = props;
  const { t } = useTranslation('grid');
  return (
    <div
      role="columnheader"
      aria-colindex={position + 2}
      aria-sort={sorts ? direction : undefined}
      className={styles.headCell}
      data-head={position}
      data-pinned={position === 0 || undefined}
      data-sorted={direction !== 'none' || undefined}
      data-drop={drop ?? undefined}
    >
      <button
        type="button"
        className={styles.sortButton}
        tabIndex={props.isStop ? 0 : -1}
        data-fits={position + 2}
        onClick={props.onSort}
        onFocus={props.onFocus}
        onKeyDown={props.onKeyDown}
        onPointerDown={isArrangeable ? props.onStartMove : undefined}
        onContextMenu={(event) => {
          event.preventDefault();
          props.onMenu(event.currentTarget);
        }}
      >
        <span className={styles.headLabel} title={label}>
          {label}
        </span>
        {direction === 'ascending' && <ArrowUp aria-hidden="true" />}
        {direction === 'descending' && <ArrowDown aria-hidden="true" />}
      </button>
      {props.hasMenu && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.menuButton}
          aria-label={t('column', { name: label })}
          onClick={(event) => props.onMenu(event.currentTarget)}
        >
          <ChevronDown aria-hidden="true" />
        </button>
      )}
      {isArrangeable && (
        // The keyboard resizes by keys of the head itself.
        <span
          className={styles.edge}
          aria-hidden="true"
          title={t('drag')}
          onPointerDown={props.onStartResize}
          onDoubleClick={props.onFit}
        />
      )}
    </div>
  );
}
