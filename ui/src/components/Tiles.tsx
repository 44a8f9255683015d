// Counts side by side, each one a number with what it counts; a tile that opens something is a button.
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useNumber } from './numbers';
import styles from './Tiles.module.css';

export type Tile = {
  id: string;
  count: number;
  label: string;
  tone?: 'good' | 'bad' | 'warn' | 'plain';
  onPress?: () => void;
  /** The tile whose rows are shown beneath. */
  open?: boolean;
};

export function Tiles({ tiles, label }: { tiles: Tile[]; label: string }) {
  return (
    <ul className={styles.tiles} aria-label={label}>
      {tiles.map((tile) => (
        <li key={tile.id}>
          <TileFrame tile={tile} />
        </li>
      ))}
    </ul>
  );
}

function TileFrame({ tile }: { tile: Tile }) {
  const number = useNumber();
  const content: ReactNode = (
    <>
      <b className={styles.count}>{number(tile.count)}</b>
      <span className={styles.label}>{tile.label}</span>
    </>
  );
  const tone = tile.count > 0 ? (tile.tone ?? 'plain') : 'plain';
  if (!tile.onPress) {
    return (
      <div className={styles.tile} data-tone={tone}>
        {content}
      </div>
    );
  }
  return (
    <Button className={styles.tile ?? ''} data-tone={tone} aria-expanded={tile.open} onPress={tile.onPress}>
      {content}
    </Button>
  );
}
