// Which sheet of labels, and on which label of it to begin. The picture shows the sheet and takes a click.
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import type { SheetMeasures } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './Sheet.module.css';
import { SheetPicture } from './SheetPicture';
import { MEASURES, OWN, type OwnSheet, type SheetForm, toMeasures } from './sheets';

type Props = {
  form: SheetForm;
  onChange: (form: SheetForm) => void;
  isDisabled: boolean;
  /** What else is asked, beneath the sheet and beside its picture. */
  children: ReactNode;
};

export function SheetChooser({ form, onChange, isDisabled, children }: Props) {
  const { t } = useTranslation('letters');
  const { data } = useAsk('label_sheets', {});
  const known = data?.sheets ?? [];
  const chosen = known.find(({ code }) => code === form.code)?.sheet;
  const sheet = form.code === OWN ? toMeasures(form.own) : (chosen ?? null);
  const count = sheet ? sheet.columns * sheet.rows : 0;
  const isBeyond = count > 0 && Number(form.first) > count;
  const choices = known.map(({ code, sheet }) => ({ id: code, label: describe(code, sheet, t) }));
  return (
    <div className={styles.sheet}>
      <div className={styles.measures}>
        <Select
          label={t('sheet')}
          choices={[...choices, { id: OWN, label: t('own') }]}
          value={form.code}
          onChange={(code) => onChange({ ...form, code, first: '1' })}
          isDisabled={isDisabled}
        />
        {form.code === OWN && (
          <OwnMeasures own={form.own} onChange={(own) => onChange({ ...form, own })} isDisabled={isDisabled} />
        )}
        <TextField
          label={t('first')}
          description={t('firstHint')}
          value={form.first}
          onChange={(first) => onChange({ ...form, first })}
          inputMode="numeric"
          isDisabled={isDisabled}
          error={isBeyond ? t('beyond', { count }) : null}
          ltr
        />
        {children}
      </div>
      {sheet && (
        <SheetPicture
          sheet={sheet}
          first={Number(form.first) - 1}
          onBegin={(place) => onChange({ ...form, first: String(place + 1) })}
        />
      )}
    </div>
  );
}

/** A part of a text that keeps its own direction, so that numbers don't change places in a line from right to left. */
const apart = (text: string) => `\u2068${text}\u2069`;

function describe(code: string, { width, height, columns, rows, paper }: SheetMeasures, t: TFunction<'letters'>) {
  const mm = (length: number) => Math.round(length * 10) / 10;
  const size = `${mm(width)} × ${mm(height)} mm`;
  const parts = [code, size, t('perSheet', { count: columns * rows }), t(`papers.${paper}`)];
  return parts.map(apart).join(' · ');
}

type OwnProps = { own: OwnSheet; onChange: (own: OwnSheet) => void; isDisabled: boolean };

function OwnMeasures({ own, onChange, isDisabled }: OwnProps) {
  const { t } = useTranslation('letters');
  return (
    <>
      <Segmented
        label={t('paper')}
        choices={(['a4', 'letter'] as const).map((id) => ({ id, label: t(`papers.${id}`) }))}
        value={own.paper}
        onChange={(paper) => onChange({ ...own, paper: paper as OwnSheet['paper'] })}
        isDisabled={isDisabled}
      />
      <div className={styles.own}>
        {MEASURES.map((name) => (
          <TextField
            key={name}
            label={t(`measures.${name}`)}
            value={own[name]}
            onChange={(typed) => onChange({ ...own, [name]: typed })}
            inputMode="decimal"
            isDisabled={isDisabled}
            ltr
          />
        ))}
      </div>
    </>
  );
}
