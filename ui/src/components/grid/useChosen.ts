// The selection of a list with what is done to it: choosing, and deleting one row or all that are chosen.
import { useCallback } from 'react';
import type { ListAddress } from './address';
import { everything, isSelected, NOTHING, toggleRow } from './selection';
import type { RowsOf } from './useRows';
import { type Chosen, useSelection } from './useSelection';

type Parts<Query, Row> = {
  address: ListAddress<Query>;
  rows: RowsOf<Query, Row>;
  /** Answers whether it was done. */
  remove: (chosen: Chosen<Query>) => Promise<boolean>;
};

export function useChosen<Query extends object, Row extends { id: number }>({
  address,
  rows,
  remove,
}: Parts<Query, Row>) {
  const selected = useSelection(rows);
  const { selection, select, count, forCore } = selected;
  const { whole, panel, change, closeWhole } = address;
  const idAt = (index: number) => rows.rowAt(index)?.id;

  const deleteSelected = async () => {
    if (await remove(forCore())) select(NOTHING);
  };
  const deleteOne = useCallback(
    async (id: number) => {
      const done = await remove({ kind: 'ids', ids: [id] });
      if (!done) return;
      if (whole === id) closeWhole();
      if (panel === id) change({ panel: null });
    },
    [remove, whole, panel, closeWhole, change],
  );
  /** Deletes the row, or the whole selection where the row is part of it. */
  const deleteRow = (index: number) => {
    const id = idAt(index);
    if (isSelected(selection, index, id)) void deleteSelected();
    else if (id !== undefined) void deleteOne(id);
  };

  return {
    ...selected,
    hasSelection: count > 0,
    deleteOne,
    deleteRow,
    deleteSelected: () => void deleteSelected(),
    selectAll: () => select(everything(rows.total)),
    clearSelection: () => select(NOTHING),
    toggle: (index: number) => select(toggleRow(selection, index, idAt(index))),
    selectOnly: (index: number) => select(toggleRow(NOTHING, index, idAt(index))),
    isSelectedAt: (index: number) => isSelected(selection, index, idAt(index)),
  };
}
