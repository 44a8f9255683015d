// A new type of membership, or the attributes of one: the term, the days of grace, tiers and their prices.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Dialog } from '@/components/Dialog';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import styles from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import type { MembershipType } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { useTyped } from '../dates';
import { type Period, PeriodFields } from './PeriodFields';
import { holdsFrom, TierFields, type TierTyped, typedTiers } from './TierFields';
import { KINDS, type Kind, partsOf, type TermParts, termOf } from './terms';

const numberOf = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : 0);

export function TypeDialog({ type, onClose }: { type: MembershipType | null; onClose: () => void }) {
  const { t } = useTranslation(['members', 'common']);
  const typed = useTyped();
  const { save, isSaving, errorOf } = useSave(onClose);
  const [name, setName] = useState(type?.name ?? '');
  const [term, setTerm] = useState(partsOf(type?.term ?? 'rolling:12m'));
  const [grace, setGrace] = useState(String(type?.grace_days ?? 30));
  const [currency, setCurrency] = useState(type?.currency ?? '');
  const [tiers, setTiers] = useState<TierTyped[]>(() => typedTiers(type, typed.shownAmount));
  const [period, setPeriod] = useState<Period>({
    proRata: type?.pro_rata ?? 'none',
    rollOver: type?.roll_over ?? '',
  });
  const [retired, setRetired] = useState(type?.retired ?? false);

  const submit = () => {
    const amount = (text: string) =>
      typed.amount(text, currency.trim().toUpperCase() || 'EUR').replace(/ [A-Z]{3}$/, '');
    const work = async () => {
      const named = tiers.filter(({ name: own, price }) => own.trim() || price.trim());
      const inputs = named.flatMap(({ id, name: own, price, later }) => [
        { id, name: own, price: amount(price), from: holdsFrom(type, id) },
        ...(later?.price.trim() ? [{ id, name: own, price: amount(later.price), from: typed.day(later.from) }] : []),
      ]);
      const isFixed = term.kind === 'fixed';
      const shared = {
        name,
        term: termOf(term),
        grace_days: numberOf(grace),
        tiers: inputs,
        pro_rata: isFixed ? period.proRata : 'none',
        roll_over: isFixed ? period.rollOver : '',
      };
      if (!type) return call('membership_type_create', { ...shared, currency });
      const kept = new Set(named.map(({ id }) => id));
      const gone = type.tiers.filter(({ id, retired: already }) => !already && !kept.has(id)).map(({ id }) => id);
      return call('membership_type_edit', { ...shared, id: type.id, retire_tiers: gone, retired });
    };
    void save(work, type ? t('types.changed', { name }) : t('types.made', { name }));
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={submit}
      title={type ? t('types.editTitle') : t('types.new')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving}>
            {type ? t('common:save') : t('types.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField label={t('types.columns.name')} value={name} onChange={setName} error={errorOf('name')} autoFocus />
        <TermFields term={term} error={errorOf('term')} onChange={setTerm} />
        {term.kind === 'fixed' && <PeriodFields period={period} error={errorOf('roll_over')} onChange={setPeriod} />}
        <div className={styles.pair}>
          <TextField label={t('types.grace')} value={grace} onChange={setGrace} inputMode="numeric" ltr />
          <TextField
            label={t('types.currency')}
            description={type ? undefined : t('types.currencyHint')}
            value={currency}
            onChange={setCurrency}
            error={errorOf('currency')}
            isReadOnly={type !== null}
            ltr
          />
        </div>
        <TierFields tiers={tiers} error={errorOf('tiers')} onChange={setTiers} />
        {type && (
          <Checkbox isSelected={retired} onChange={setRetired}>
            {t('types.retire')}
          </Checkbox>
        )}
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

type TermFieldsProps = { term: TermParts; error: string | null; onChange: (term: TermParts) => void };

function TermFields({ term, error, onChange }: TermFieldsProps) {
  const { t } = useTranslation('members');
  const put = (part: Partial<TermParts>) => onChange({ ...term, ...part });
  const asked = { months: 'months', fixed: 'turn', issues: 'issues', lifetime: null } as const;
  const part = asked[term.kind];
  return (
    <>
      <Select
        label={t('types.kind')}
        choices={KINDS.map((id) => ({ id, label: t(`types.kinds.${id}`) }))}
        value={term.kind}
        onChange={(kind) => put({ kind: kind as Kind })}
      />
      {part && (
        <TextField
          label={t(`types.${part}`)}
          description={part === 'turn' ? t('types.turnHint') : undefined}
          value={term[part]}
          onChange={(value) => put({ [part]: value })}
          error={error}
          ltr
        />
      )}
    </>
  );
}
