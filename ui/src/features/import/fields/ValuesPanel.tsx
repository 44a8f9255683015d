// Every value of a column whose field takes values of a list, with how often it occurs and what it is read as. A value that
// isn't understood is given one of the list, becomes a new one, or is left out.
import { useTranslation } from 'react-i18next';
import { useNumber } from '@/components/numbers';
import { Select } from '@/components/Select';
import { useLanguageSections } from '@/features/contacts/profile/lists';
import { useStage } from '@/features/contacts/profile/words';
import { useCountries } from '@/features/settings/countries';
import type { ColumnValues, ValueSeen } from '@/ipc/bindings';
import type { PanelProps } from './ColumnValuesChip';
import styles from './ColumnValuesChip.module.css';

const OUT = '+out';
const NEW = '+new';
const AS_READ = '+read';

export function ValuesPanel({ column, dispatch, own }: PanelProps & { own: ColumnValues }) {
  const { t } = useTranslation('import');
  const number = useNumber();
  const choices = useChoices(own);
  return (
    <>
      <h3 className={styles.title}>{t('values.title')}</h3>
      <p className={styles.hint}>{own.unknown > 0 ? t('values.unknownHint') : t('values.knownHint')}</p>
      <ul className={styles.list}>
        {own.values.map((seen) => (
          <li key={seen.value} className={styles.row} data-unknown={!seen.understood || undefined}>
            <span className={styles.value}>
              <bdi>{seen.value}</bdi>
            </span>
            <span className={styles.count} title={t('values.count', { count: seen.count })}>
              {number(seen.count)}
            </span>
            <Select
              quiet
              label={t('values.means', { value: seen.value })}
              placeholder={t('values.choose')}
              choices={choicesFor(seen)}
              value={chosen(seen)}
              onChange={(id) => choose(seen, id)}
            />
          </li>
        ))}
      </ul>
      {own.distinct > own.values.length && (
        <p className={styles.hint}>{t('values.more', { count: own.distinct - own.values.length })}</p>
      )}
    </>
  );

  function choicesFor({ value, means }: ValueSeen) {
    const read = means[0]?.value;
    const known = choices.some(({ id }) => id === read);
    return [
      ...(read !== undefined && !known ? [{ id: AS_READ, label: read }] : []),
      ...(own.can_add && read === undefined ? [{ id: NEW, label: t('values.newOption', { value }) }] : []),
      { id: OUT, label: t('values.leaveOut') },
      ...choices,
    ];
  }

  function chosen({ value, means, understood }: ValueSeen): string | null {
    const rule = column.values.find((other) => other.value === value);
    if (rule?.becomes === null) return OUT;
    const read = means[0]?.value;
    if (read !== undefined) return choices.some(({ id }) => id === read) ? read : AS_READ;
    return understood ? OUT : null;
  }

  function choose({ value }: ValueSeen, id: string) {
    const becomes = id === OUT ? null : id === NEW ? value : id === AS_READ ? undefined : id;
    dispatch({ type: 'value', position: column.position, value, becomes });
  }
}

/** What values of the field may be, in the window's words. */
function useChoices({ kind, choices }: ColumnValues): { id: string; label: string }[] {
  const { t, i18n } = useTranslation('import');
  const countries = useCountries();
  const languages = useLanguageSections();
  const stage = useStage();
  if (kind === 'country') return countries;
  if (kind === 'language') return languages.flatMap(({ items }) => items.map(({ id, label }) => ({ id, label })));
  if (kind === 'lifecycle') return choices.map(({ value }) => ({ id: value, label: stage(value) }));
  return choices.map(({ value }) => {
    const key = `values.words.${value}`;
    const known = kind !== 'list' && i18n.exists(`import:${key}`);
    return { id: value, label: known ? String(t(key as never)) : value };
  });
}
