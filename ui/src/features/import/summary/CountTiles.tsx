// The five counts, which add up to the rows of the file; each opens its rows beneath.
import { useTranslation } from 'react-i18next';
import { type Tile, Tiles } from '@/components/Tiles';
import type { ImportReport, Outcome } from '@/ipc/bindings';
import { countOf, OUTCOMES, type View } from '../model/report';

const TONES: Partial<Record<Outcome, Tile['tone']>> = { created: 'good', rejected: 'bad' };

type CountTilesProps = { report: ImportReport; view: View; onView: (view: View) => void; isFinal: boolean };

export function CountTiles({ report, view, onView, isFinal }: CountTilesProps) {
  const { t } = useTranslation('import');
  const tiles = OUTCOMES.map((outcome) => {
    const count = countOf(report, outcome);
    return {
      id: outcome,
      count,
      label: t(`tiles.${outcome}`, { count }),
      tone: TONES[outcome],
      open: view === outcome,
      onPress: () => onView(outcome),
    };
  });
  return <Tiles tiles={tiles} label={t(isFinal ? 'tiles.done' : 'tiles.planned')} />;
}
