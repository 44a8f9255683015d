// Which row holds the headers, or that none does. Opened, it shows the rows of the sheet as they stand, so that the right
// one can be pointed at.
import { useTranslation } from 'react-i18next';
import type { Preview, ReadOptions } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { sourceOf, type WizardState } from '../model/state';
import { ChoiceChip } from '../parts/ChoiceChip';

const ROWS = 12;
const SHOWN_CELLS = 4;

type HeaderChipProps = { state: WizardState; preview: Preview; onRead: (options: Partial<ReadOptions>) => void };

export function HeaderChip({ state, preview, onRead }: HeaderChipProps) {
  const { t } = useTranslation('import');
  const choices = useRowChoices(state);
  const current = preview.header_row ?? 0;
  const none = t('source.noHeader');
  return (
    <ChoiceChip
      label={t('source.header')}
      shown={current === 0 ? none : t('source.inRow', { row: current })}
      choices={[{ id: '0', label: none }, ...choices]}
      value={String(current)}
      onChange={(row) => onRead({ header_row: Number(row) })}
    />
  );
}

/** The first rows of the sheet with what stands in them. */
function useRowChoices(state: WizardState): { id: string; label: string; detail: string }[] {
  const { t } = useTranslation('import');
  const source = sourceOf(state) ?? { kind: 'text' as const, text: '' };
  const { data } = useAsk('import_preview', { source, options: state.options, rows: ROWS, raw: true });
  if (!data) return [];
  return data.rows.map((cells, index) => {
    const row = data.row_numbers[index] ?? index + 1;
    return {
      id: String(row),
      label: t('source.inRow', { row }),
      detail: cells.filter(Boolean).slice(0, SHOWN_CELLS).join(', '),
    };
  });
}
