// Gives the keyboard back to a list once the profile no longer stands in its place.
import { type RefObject, useEffect, useRef } from 'react';
import type { GridHandle } from './Grid';

export function useFocusOnReturn(isCovered: boolean, grid: RefObject<GridHandle | null>): void {
  const was = useRef(isCovered);
  useEffect(() => {
    if (was.current && !isCovered) grid.current?.focus();
    was.current = isCovered;
  }, [isCovered, grid]);
}
