// A small sheet with its labels: those before the first are used up. A click says where to begin; the number beside the
// picture says the same to the keyboard and to screen readers, from which the picture is hidden.
import type { SheetMeasures } from '@/ipc/bindings';
import styles from './Sheet.module.css';

const PAPERS = { a4: [210, 297], letter: [215.9, 279.4] } as const;

type Props = { sheet: SheetMeasures; first: number; onBegin: (place: number) => void };

export function SheetPicture({ sheet, first, onBegin }: Props) {
  const [width, height] = PAPERS[sheet.paper];
  const places = Array.from({ length: Math.min(sheet.columns * sheet.rows, 400) }, (_, place) => place);
  return (
    <svg className={styles.picture} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" direction="ltr">
      <rect className={styles.page} width={width} height={height} rx="2" />
      {places.map((place) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: hidden from assistive technology; the number beside it does the same
        <rect
          key={place}
          className={styles.label}
          data-state={place < first ? 'used' : place === first ? 'first' : 'free'}
          x={sheet.left + (place % sheet.columns) * sheet.step_across + 1}
          y={sheet.top + Math.floor(place / sheet.columns) * sheet.step_down + 1}
          width={Math.max(sheet.width - 2, 1)}
          height={Math.max(sheet.height - 2, 1)}
          rx="2"
          onClick={() => onBegin(place)}
        />
      ))}
    </svg>
  );
}
