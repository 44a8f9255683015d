// The menu of a column's head.
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Columns3, EyeOff, MoveHorizontal, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ContextMenu, MenuItem, MenuSeparator } from '../Menu';
import type { Point } from './Grid';

export type HeadMenuAt = { position: number; at: Point };

type HeadMenuProps = {
  at: HeadMenuAt | null;
  onDismiss: () => void;
  column: { id: string; label: string; sorts?: boolean; width?: number | null } | undefined;
  isLast: boolean;
  rtl: boolean;
  onSort: (column: string, descending: boolean) => void;
  /** Null where the columns stay as they are. */
  arrange: {
    move: (from: number, to: number) => void;
    fit: (position: number) => void;
    release: (id: string) => void;
    hide: (id: string) => void;
  } | null;
  onChoose: (() => void) | null;
};

export function HeadMenu({ at, onDismiss, column, isLast, rtl, onSort, arrange, onChoose }: HeadMenuProps) {
  const { t } = useTranslation('grid');
  if (!column) return null;
  const position = at?.position ?? 0;
  const sorts = column.sorts !== false;
  return (
    <ContextMenu at={at?.at ?? null} onDismiss={onDismiss} aria-label={t('column', { name: column.label })}>
      <MenuItem icon={<ArrowUp />} isDisabled={!sorts} onAction={() => onSort(column.id, false)}>
        {t('ascending')}
      </MenuItem>
      <MenuItem icon={<ArrowDown />} isDisabled={!sorts} onAction={() => onSort(column.id, true)}>
        {t('descending')}
      </MenuItem>
      {arrange && (
        <>
          <MenuSeparator />
          <MenuItem
            icon={rtl ? <ArrowRight /> : <ArrowLeft />}
            isDisabled={position < 2}
            onAction={() => arrange.move(position, position - 1)}
          >
            {t('moveBack')}
          </MenuItem>
          <MenuItem
            icon={rtl ? <ArrowLeft /> : <ArrowRight />}
            isDisabled={position === 0 || isLast}
            onAction={() => arrange.move(position, position + 2)}
          >
            {t('moveOn')}
          </MenuItem>
          <MenuItem icon={<MoveHorizontal />} onAction={() => arrange.fit(position)}>
            {t('fit')}
          </MenuItem>
          <MenuItem
            icon={<Undo2 />}
            isDisabled={(column.width ?? null) === null}
            onAction={() => arrange.release(column.id)}
          >
            {t('release')}
          </MenuItem>
          <MenuItem icon={<EyeOff />} isDisabled={position === 0} onAction={() => arrange.hide(column.id)}>
            {t('hide')}
          </MenuItem>
        </>
      )}
      {onChoose && (
        <>
          <MenuSeparator />
          <MenuItem icon={<Columns3 />} onAction={onChoose}>
            {t('choose')}
          </MenuItem>
        </>
      )}
    </ContextMenu>
  );
}
