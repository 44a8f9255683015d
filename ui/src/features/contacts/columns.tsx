// The columns of the list of contacts: the usual ones, and one for every other field.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CellText } from '@/components/grid/CellText';
import type { Arranged, Column } from '@/components/grid/columns';
import { useCountryName, useNumber, useShortDate } from '@/components/numbers';
import { PointMark } from '@/components/PointMark';
import { fieldBook } from '@/features/import/model/fieldNames';
import { useFieldLabel } from '@/features/import/words';
import type { Cell, ContactRow, Field, PointCell } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { USUAL } from './columns/arrangement';
import { useChoiceWord } from './profile/words';

function Reach({ point }: { point: PointCell | null }) {
  return point && <PointMark value={point.value} status={point.status} />;
}

const NO_FIELDS: Field[] = [];

/** The fields that can be columns, with their labels. */
export function useColumnFields() {
  const { data } = useAsk('fields_list', {});
  // Members have a list of their own.
  const fields = useMemo(() => (data?.fields ?? NO_FIELDS).filter(({ section }) => section !== 'member'), [data]);
  const book = useMemo(() => fieldBook(fields), [fields]);
  const labelOf = useFieldLabel(book);
  return { fields, labelOf };
}

/** Every column that the list can have beside the name: what it shows, the usual ones, the others. */
export function useColumnChoices(arranged: Arranged[]): { code: string; label: string }[] {
  const { t } = useTranslation('contacts');
  const { fields, labelOf } = useColumnFields();
  const codes = [...arranged.map(({ id }) => id), ...USUAL, ...fields.map(({ code }) => code), 'changed'];
  return [...new Set(codes)]
    .filter((code) => code !== 'name')
    .map((code) => ({ code, label: code === 'changed' ? t('columns.changed') : labelOf(code) }));
}

const NUMBERS = new Set(['number', 'money', 'date', 'yes_no', 'phone']);

export function useContactColumns(arranged: Arranged[]): Column<ContactRow>[] {
  const usual = useUsualColumns();
  const { fields, labelOf } = useColumnFields();
  const show = useShownCell();
  return useMemo(
    () =>
      arranged.map(({ id, width }) => {
        const known = usual.find((column) => column.id === id);
        if (known) return { ...known, width };
        const field = fields.find(({ code }) => code === id);
        return {
          id,
          width,
          label: labelOf(id),
          min: field && NUMBERS.has(field.type) ? 110 : 140,
          share: 1,
          render: ({ cells }) => show(id, cells[id]),
        };
      }),
    [arranged, usual, fields, labelOf, show],
  );
}

/** What stands in a cell of any field. */
function useShownCell() {
  const shown = useShownText();
  return useMemo(
    () => (id: string, cell: Cell | undefined) => {
      if (!cell) return null;
      if (cell.status) return <PointMark value={cell.text} status={cell.status} />;
      return <CellText tone="quiet">{shown(id, cell.text)}</CellText>;
    },
    [shown],
  );
}

/** The value of a field in the words of the window. */
export function useShownText(): (code: string, text: string) => string {
  const { t } = useTranslation('contacts');
  const { fields } = useColumnFields();
  const date = useShortDate();
  const countryName = useCountryName();
  const word = useChoiceWord();
  return useMemo(
    () => (code, text) => {
      const type = fields.find((field) => field.code === code)?.type;
      if (type === 'yes_no') return text === 'yes' ? t('yes') : t('no');
      const isDay = /^\d{4}-\d\d-\d\d(T|$)/.test(text) && (type === 'date' || code === 'changed');
      if (isDay) return date(text);
      if (/country$/.test(code) && /^[A-Z]{2}$/.test(text)) return countryName(text);
      return word(code, text);
    },
    [t, fields, date, countryName, word],
  );
}

function useUsualColumns(): Column<ContactRow>[] {
  const { t } = useTranslation('contacts');
  const date = useShortDate();
  const number = useNumber();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('columns.name'),
        min: 150,
        share: 1.25,
        render: ({ name }) => <CellText tone={name ? 'strong' : 'dim'}>{name || t('unnamed')}</CellText>,
      },
      {
        id: 'organization',
        label: t('columns.organization'),
        min: 130,
        share: 1.2,
        render: ({ organization }) => organization && <CellText tone="quiet">{organization}</CellText>,
      },
      {
        id: 'phone',
        label: t('columns.phone'),
        min: 164,
        share: 0,
        render: ({ phone }) => <Reach point={phone} />,
      },
      {
        id: 'email',
        label: t('columns.email'),
        min: 184,
        share: 1.5,
        render: ({ email }) => <Reach point={email} />,
      },
      {
        id: 'groups',
        label: t('columns.groups'),
        min: 120,
        share: 1,
        render: ({ groups: [first, ...others] }) =>
          first && (
            <CellText tone="quiet" title={[first, ...others].join(', ')}>
              {first}
              {others.length > 0 && ` +${number(others.length)}`}
            </CellText>
          ),
      },
      {
        id: 'created',
        label: t('columns.created'),
        min: 104,
        share: 0,
        render: ({ created }) => <CellText tone="dim">{date(created)}</CellText>,
      },
    ],
    [t, date, number],
  );
}
