// The second stage: what becomes of each column, how values without a country or with an ambiguous date are read, and what
// happens to contacts that are there already.
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Chip, ChipButton } from '@/components/Chip';
import { useAsk } from '@/ipc/call';
import { assigned, isJoinable, open } from '../model/columns';
import { type FieldBook, fieldBook } from '../model/fieldNames';
import { warnings } from '../model/stages';
import { Notice } from '../parts/Notice';
import type { StageProps } from '../props';
import { useFieldLabel, useHeader } from '../words';
import { ColumnsTable } from './ColumnsTable';
import { CountryChip } from './CountryChip';
import { DatesChip } from './DatesChip';
import { ExistingChip } from './ExistingChip';
import styles from './FieldsStage.module.css';
import { MappingChip } from './MappingChip';

export function FieldsStage({ state, dispatch }: StageProps) {
  const { data } = useAsk('fields_list', {});
  const book = useMemo(() => fieldBook(data?.fields ?? []), [data]);
  const table = useRef<HTMLDivElement>(null);
  const showOpen = () => focusNextOpen(table.current);
  return (
    <div className={styles.stage}>
      <div className={styles.facts}>
        <Counts state={state} onShowOpen={showOpen} />
        <CountryChip country={state.country} onChange={(country) => dispatch({ type: 'country', country })} />
        <DatesChip columns={state.columns} dispatch={dispatch} />
        <ExistingChip state={state} dispatch={dispatch} />
        <MappingChip state={state} dispatch={dispatch} />
        {state.preview?.everyone_opted_out && <EveryoneOut state={state} dispatch={dispatch} />}
        {state.preview?.remembered && <Remembered />}
      </div>
      <div ref={table} className={styles.table}>
        <ColumnsTable state={state} dispatch={dispatch} book={book} />
      </div>
      <Notices state={state} dispatch={dispatch} book={book} onShowOpen={showOpen} />
    </div>
  );
}

/** Walks through the columns without a field: brings the next one into view, ready to be given a field. */
function focusNextOpen(table: HTMLElement | null): void {
  const buttons = [...(table?.querySelectorAll<HTMLElement>('[data-open-column] button') ?? [])];
  const current = buttons.findIndex((button) => button === document.activeElement || button.dataset.shown);
  for (const button of buttons) delete button.dataset.shown;
  const next = buttons[(current + 1) % buttons.length];
  if (!next) return;
  next.dataset.shown = 'true';
  next.scrollIntoView({ inline: 'center', block: 'nearest' });
  next.focus();
}

function Counts({ state: { columns }, onShowOpen }: Pick<StageProps, 'state'> & { onShowOpen: () => void }) {
  const { t } = useTranslation('import');
  const left = open(columns).length;
  return (
    <>
      <Chip>
        <b>{t('fields.assigned', { count: assigned(columns).length, total: columns.length })}</b>
        {t('fields.columnsAssigned', { count: columns.length })}
      </Chip>
      {left > 0 && (
        <ChipButton tone="warn" onPress={onShowOpen}>
          {t('fields.showLeft', { count: left })}
        </ChipButton>
      )}
    </>
  );
}

/** A file that holds only people who have opted out, as its name or columns say; the user has the last word. */
function EveryoneOut({ state, dispatch }: StageProps) {
  const { t } = useTranslation('import');
  return (
    <Checkbox isSelected={state.everyoneOut ?? true} onChange={(out) => dispatch({ type: 'everyone_out', out })}>
      {t('fields.everyoneOut')}
    </Checkbox>
  );
}

function Remembered() {
  const { t } = useTranslation('import');
  return <span className={styles.remembered}>{t('fields.remembered')}</span>;
}

type NoticesProps = StageProps & { book: FieldBook; onShowOpen: () => void };

/** What stands in the way of Continue: a field that is taken, or what going on would leave out. */
function Notices({ state, dispatch, book, onShowOpen }: NoticesProps) {
  if (state.clash) return <ClashNotice state={state} dispatch={dispatch} book={book} />;
  if (state.warned) return <LeavingNotice state={state} dispatch={dispatch} onShowOpen={onShowOpen} />;
  return null;
}

function ClashNotice({ state: { clash, columns }, dispatch, book }: StageProps & { book: FieldBook }) {
  const { t } = useTranslation('import');
  const label = useFieldLabel(book);
  const header = useHeader();
  const named = (position: number) =>
    header(columns.find((column) => column.position === position)?.header ?? '', position);
  if (!clash) return null;
  const joinable = isJoinable(clash.field, book);
  return (
    <Notice
      tone="warn"
      title={t('fields.taken', { field: label(clash.field), column: named(clash.takenBy) })}
      text={joinable ? t('fields.joinHint') : t('fields.takenHint')}
      actions={
        <>
          <Button size="small" onPress={() => dispatch({ type: 'leave_clash' })}>
            {t('fields.leaveIt')}
          </Button>
          {joinable && (
            <Button size="small" onPress={() => dispatch({ type: 'join' })}>
              {t('fields.join')}
            </Button>
          )}
          <Button size="small" onPress={() => dispatch({ type: 'take_over' })}>
            {t('fields.takeOver', { column: named(clash.position) })}
          </Button>
        </>
      }
    />
  );
}

function LeavingNotice({ state, dispatch, onShowOpen }: StageProps & { onShowOpen: () => void }) {
  const { t, i18n } = useTranslation('import');
  const header = useHeader();
  const { leftOut, dates, unknown } = warnings(state);
  const list = (columns: typeof leftOut) =>
    new Intl.ListFormat(i18n.language).format(
      columns.map((column) => t('quoted', { text: header(column.header, column.position) })),
    );
  const sentences = [
    leftOut.length > 0 ? t('fields.leftOut', { count: leftOut.length, names: list(leftOut) }) : null,
    unknown.length > 0 ? t('fields.valuesUnknown', { count: unknown.length, names: list(unknown) }) : null,
    dates.length > 0 ? t('fields.datesUnsure', { count: dates.length, names: list(dates) }) : null,
  ].filter((sentence) => sentence !== null);
  return (
    <Notice
      tone="warn"
      title={sentences.join(' ')}
      text={t('fields.continueAgain')}
      actions={
        leftOut.length > 0 ? (
          <Button
            size="small"
            onPress={() => {
              dispatch({ type: 'stay' });
              onShowOpen();
            }}
          >
            {t('fields.showThem', { count: leftOut.length })}
          </Button>
        ) : null
      }
    />
  );
}
