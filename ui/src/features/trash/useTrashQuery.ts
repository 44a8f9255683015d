// What is looked for in the trash, and in which order: what was deleted last stands first.
import { useState } from 'react';

export type TrashQuery = ReturnType<typeof useTrashQuery>;

export function useTrashQuery() {
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState({ field: 'changed', descending: true });
  const sortBy = (field: string) => setSort({ field, descending: sort.field === field && !sort.descending });
  return { search, setSearch, sort, sortBy };
}
