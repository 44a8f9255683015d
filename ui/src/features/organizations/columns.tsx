// The columns of the list of organizations.
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CellText } from '@/components/grid/CellText';
import type { Arranged, Column } from '@/components/grid/columns';
import { PAGE, useRows } from '@/components/grid/useRows';
import { useCountryName, useNumber, useShortDate } from '@/components/numbers';
import { PointMark } from '@/components/PointMark';
import { useFormats } from '@/features/fields/values/formats';
import type { Field, OrganizationRow, OrganizationsQuery, PointCell } from '@/ipc/bindings';
import { question, useAsk } from '@/ipc/call';

function Reach({ point }: { point: PointCell | null }) {
  return point && <PointMark value={point.value} status={point.status} />;
}

const quiet = (text: string | null) => text && <CellText tone="quiet">{text}</CellText>;

/** What the list shows where nobody arranged it. */
export const USUAL = ['name', 'kind', 'contacts', 'phone', 'email', 'owner', 'city', 'parent'];
export const KEY = 'roster.organizations.columns';

/** The columns in their order; one that isn't known any more is passed over. */
export function useArrangedColumns(arranged: Arranged[]): Column<OrganizationRow>[] {
  const own = useOrganizationColumns();
  const custom = useCustomColumns();
  return useMemo(
    () =>
      arranged.flatMap(({ id, width }) => {
        const column = own.find((one) => one.id === id) ?? custom.find((one) => one.id === id);
        return column ? [{ ...column, width }] : [];
      }),
    [arranged, own, custom],
  );
}

/** Every column that the list can have beside the name. */
export function useColumnChoices(): { code: string; label: string }[] {
  const all = [...useOrganizationColumns(), ...useCustomColumns()];
  return all.filter(({ id }) => id !== 'name').map(({ id, label }) => ({ code: id, label }));
}

/** The rows of the list, with the custom fields that it shows. */
export function useOrganizationRows(asked: OrganizationsQuery, arranged: Arranged[] = NO_COLUMNS) {
  const pageOf = useCallback(
    (query: OrganizationsQuery, page: number) => {
      const columns = arranged.map(({ id }) => id).filter((id) => !(id in WIDTHS));
      return question('organizations_page', { query, offset: page * PAGE, limit: PAGE, columns });
    },
    [arranged],
  );
  return useRows(asked, pageOf);
}

const NO_COLUMNS: Arranged[] = [];
const NO_FIELDS: Field[] = [];
const NARROW = new Set(['number', 'money', 'date', 'yes_no']);

/** A column for each custom field of organizations. */
function useCustomColumns(): Column<OrganizationRow>[] {
  const fields = useAsk('fields_manage', {}).data?.fields ?? NO_FIELDS;
  const { shown } = useFormats();
  return useMemo(
    () =>
      fields
        .filter(({ custom, subject, retired }) => custom && subject === 'organization' && !retired)
        .map((field) => ({
          id: field.code,
          label: field.label,
          min: NARROW.has(field.type) ? 110 : 140,
          share: 1,
          render: ({ cells }) => {
            const cell = cells[field.code];
            return cell && quiet(shown(field, cell.text));
          },
        })),
    [fields, shown],
  );
}

export function useOrganizationColumns(): Column<OrganizationRow>[] {
  const { t } = useTranslation('organizations');
  const date = useShortDate();
  const number = useNumber();
  const country = useCountryName();
  return useMemo(() => {
    const column = (id: keyof typeof WIDTHS, render: Column<OrganizationRow>['render']) => {
      const [min, share] = WIDTHS[id];
      return { id, label: t(`columns.${id}`), min, share, render };
    };
    return [
      column('name', ({ name }) => <CellText tone="strong">{name}</CellText>),
      column('kind', ({ kind }) => <CellText tone="quiet">{t(`kinds.${kind}`)}</CellText>),
      column('contacts', ({ contacts }) => <CellText tone={contacts ? 'quiet' : 'dim'}>{number(contacts)}</CellText>),
      column('phone', ({ phone }) => <Reach point={phone} />),
      column('email', ({ email }) => <Reach point={email} />),
      column('owner', ({ owner }) => quiet(owner)),
      column('city', ({ city }) => quiet(city)),
      column('parent', ({ parent }) => quiet(parent)),
      column('number', ({ number: own }) => quiet(own)),
      column('industry', ({ industry }) => quiet(industry)),
      column('size', ({ size }) => quiet(size)),
      column('website', ({ website }) => quiet(website)),
      column('country', ({ country: code }) => quiet(code && country(code))),
      column('created', ({ created }) => <CellText tone="dim">{date(created)}</CellText>),
    ];
  }, [t, date, number, country]);
}

/** What each column takes at least, and its share of what is left. */
const WIDTHS = {
  name: [180, 1.6],
  kind: [84, 0],
  contacts: [84, 0],
  phone: [154, 0],
  email: [176, 1.2],
  owner: [100, 0.5],
  city: [100, 0.6],
  parent: [120, 0.8],
  number: [90, 0],
  industry: [110, 0.5],
  size: [90, 0],
  website: [150, 0.5],
  country: [110, 0],
  created: [104, 0],
} as const satisfies Record<string, readonly [number, number]>;
