// What happens to contacts that are there already: the rule for all columns, and behind "More" the mode, the keys that
// contacts are recognised by, and columns with a rule of their own.
import { ChevronRight } from 'lucide-react';
import type { Dispatch } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Select } from '@/components/Select';
import type { Mode, Update } from '@/ipc/bindings';
import { assigned } from '../model/columns';
import type { Action } from '../model/reducer';
import type { WizardState } from '../model/state';
import { ChipPopover } from '../parts/ChipPopover';
import { RadioList } from '../parts/RadioList';
import { useHeader } from '../words';
import styles from './ExistingChip.module.css';
import { MatchKeys } from './MatchKeys';

const UPDATES: Update[] = ['fill', 'replace', 'add'];
const MODES: Mode[] = ['create-update', 'create', 'update', 'opt-out'];
const AS_ALL = 'all';

type ExistingProps = { state: WizardState; dispatch: Dispatch<Action> };

export function ExistingChip({ state, dispatch }: ExistingProps) {
  const { t } = useTranslation('import');
  const value = state.mode === 'create-update' ? t(`fields.updates.${state.update}`) : t(`fields.modes.${state.mode}`);
  return (
    <ChipPopover label={t('fields.existing')} value={value} wide>
      <RadioList
        label={t('fields.updateTitle')}
        choices={UPDATES.map((id) => ({
          id,
          label: t(`fields.updateLabels.${id}`),
          text: t(`fields.updateTexts.${id}`),
        }))}
        value={state.update}
        onChange={(update) => dispatch({ type: 'update', update })}
      />
      <Disclosure className={styles.more ?? ''}>
        <Button slot="trigger" className={styles.trigger ?? ''}>
          <ChevronRight aria-hidden="true" />
          {t('more')}
        </Button>
        <DisclosurePanel className={styles.panel ?? ''}>
          <RadioList
            label={t('fields.modeTitle')}
            choices={MODES.map((id) => ({
              id,
              label: t(`fields.modeLabels.${id}`),
              text: t(`fields.modeTexts.${id}`),
            }))}
            value={state.mode}
            onChange={(mode) => dispatch({ type: 'mode', mode })}
          />
          <MatchKeys keys={state.matchKeys} onChange={(keys) => dispatch({ type: 'match_keys', keys })} />
          <ColumnUpdates state={state} dispatch={dispatch} />
        </DisclosurePanel>
      </Disclosure>
    </ChipPopover>
  );
}

function ColumnUpdates({ state: { columns }, dispatch }: ExistingProps) {
  const { t } = useTranslation('import');
  const header = useHeader();
  const choices = [
    { id: AS_ALL, label: t('fields.asAll') },
    ...UPDATES.map((id) => ({ id: id as string, label: t(`fields.updateLabels.${id}`) })),
  ];
  return (
    <div className={styles.columns}>
      <h4 className={styles.title}>{t('fields.byColumnTitle')}</h4>
      {assigned(columns).map(({ position, header: text, update }) => (
        <div key={position} className={styles.column}>
          <span className={styles.header}>
            <bdi>{header(text, position)}</bdi>
          </span>
          <Select
            quiet
            label={t('fields.updateOf', { column: header(text, position) })}
            choices={choices}
            value={update ?? AS_ALL}
            onChange={(id) =>
              dispatch({ type: 'column_update', position, update: id === AS_ALL ? null : (id as Update) })
            }
          />
        </div>
      ))}
    </div>
  );
}
