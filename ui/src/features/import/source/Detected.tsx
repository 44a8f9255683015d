// What was detected about the source, as chips: format, sheet, encoding, delimiter, header. Each one opens to say otherwise,
// and each change reads the source again.
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preview, ReadOptions } from '@/ipc/bindings';
import type { Action } from '../model/reducer';
import type { WizardState } from '../model/state';
import { ChoiceChip } from '../parts/ChoiceChip';
import styles from './Detected.module.css';
import { DialectChip } from './DialectChip';
import { HeaderChip } from './HeaderChip';
import { delimiterId, ENCODINGS, FORMATS, isCards, withCurrent } from './readings';

type DetectedProps = { state: WizardState; preview: Preview; dispatch: Dispatch<Action> };

export function Detected({ state, preview, dispatch }: DetectedProps) {
  const { t } = useTranslation('import');
  const read = (options: Partial<ReadOptions>) => dispatch({ type: 'options', options });
  return (
    <div className={styles.detected}>
      {state.tab === 'file' && <FormatChip preview={preview} onRead={read} />}
      {preview.sheets.length > 0 && <SheetChip preview={preview} onRead={read} />}
      {state.tab === 'file' && preview.encoding !== null && <EncodingChip preview={preview} onRead={read} />}
      {preview.delimiter !== null && <DelimiterChip preview={preview} onRead={read} />}
      {!isCards(preview.format) && <HeaderChip state={state} preview={preview} onRead={read} />}
      {(preview.dialect || state.dialect) && <DialectChip preview={preview} dispatch={dispatch} />}
      {preview.remembered && <span className={styles.remembered}>{t('source.remembered')}</span>}
      <span className={styles.count}>{t('source.firstRows', { count: preview.rows.length })}</span>
    </div>
  );
}

type ReadChipProps = { preview: Preview; onRead: (options: Partial<ReadOptions>) => void };

function FormatChip({ preview: { format }, onRead }: ReadChipProps) {
  const { t } = useTranslation('import');
  const anew = { sheet: null, encoding: null, delimiter: null, header_row: null };
  return (
    <ChoiceChip
      label={t('source.format')}
      choices={(isCards(format) ? [format] : withCurrent(FORMATS, format)).map((id) => ({
        id,
        label: t(`source.formats.${id}`, { defaultValue: id }),
      }))}
      value={format}
      onChange={(id) => onRead({ format: id, ...anew })}
    />
  );
}

function SheetChip({ preview: { sheet, sheets }, onRead }: ReadChipProps) {
  const { t } = useTranslation('import');
  return (
    <ChoiceChip
      label={t('source.sheet')}
      choices={sheets.map((name) => ({ id: name, label: name }))}
      value={sheet ?? ''}
      onChange={(name) => onRead({ sheet: name, header_row: null })}
    />
  );
}

function EncodingChip({ preview: { encoding }, onRead }: ReadChipProps) {
  const { t } = useTranslation('import');
  const current = encoding ?? '';
  return (
    <ChoiceChip
      label={t('source.encoding')}
      choices={withCurrent(Object.keys(ENCODINGS), current).map((id) => ({ id, label: encodingName(id, t) }))}
      value={
        withCurrent(Object.keys(ENCODINGS), current).find((id) => id.toLowerCase() === current.toLowerCase()) ?? current
      }
      onChange={(id) => onRead({ encoding: id })}
    />
  );
}

function encodingName(id: string, t: ReturnType<typeof useTranslation<'import'>>['t']): string {
  const script = ENCODINGS[id];
  return script ? `${id} · ${t(`source.scripts.${script}`)}` : id;
}

function DelimiterChip({ preview: { delimiter }, onRead }: ReadChipProps) {
  const { t } = useTranslation('import');
  const current = delimiter ?? ',';
  return (
    <ChoiceChip
      label={t('source.delimiter')}
      choices={withCurrent([',', ';', '\t', '|'], current).map((id) => ({
        id,
        label: t(`source.delimiters.${delimiterId(id)}`, { defaultValue: id }),
      }))}
      value={current}
      onChange={(id) => onRead({ delimiter: id, header_row: null })}
    />
  );
}
