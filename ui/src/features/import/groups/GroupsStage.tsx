// The third stage: which groups the contacts of this file join: new ones, existing ones, or none.
import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '@/features/organizations/OrganizationPicker';
import type { Group } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { groupsComeFromColumn } from '../model/stages';
import type { StageProps } from '../props';
import { ExistingGroups } from './ExistingGroups';
import styles from './GroupsStage.module.css';
import { NewGroup } from './NewGroup';

const NO_GROUPS: Group[] = [];

export function GroupsStage({ state, dispatch }: StageProps) {
  const { t } = useTranslation('import');
  const { data } = useAsk('groups_list', {});
  // Nobody can be put into a dynamic group: its filter says who belongs.
  const existing = data?.groups.filter(({ kind }) => kind === 'static') ?? NO_GROUPS;
  const add = (name: string) => dispatch({ type: 'group_in', name });
  const remove = (name: string) => dispatch({ type: 'group_out', name });
  const organization = (
    <RowsWithoutOrganization name={state.organization} onChange={(name) => dispatch({ type: 'organization', name })} />
  );
  if (groupsComeFromColumn(state)) {
    return (
      <div className={styles.stage}>
        <p className={styles.none}>{t('groups.fromColumn')}</p>
        {organization}
      </div>
    );
  }
  return (
    <div className={styles.stage}>
      <div className={styles.intro}>
        <h3 className={styles.title}>{t('groups.title')}</h3>
        <Chosen groups={state.groups} existing={existing} onRemove={remove} />
      </div>
      {organization}
      <div className={styles.ways}>
        <Way title={t('groups.new')}>
          <NewGroup suggestion={state.preview?.file ?? ''} existing={existing} chosen={state.groups} onAdd={add} />
        </Way>
        <Way title={t('groups.existing')}>
          <ExistingGroups groups={existing} chosen={state.groups} onAdd={add} onRemove={remove} />
        </Way>
      </div>
    </div>
  );
}

/** Asked where every contact belongs to an organization: which one takes the rows that name none. */
function RowsWithoutOrganization({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const { t } = useTranslation('import');
  const { data } = useAsk('workspace_info', {});
  if (!data?.settings.organization_required) return null;
  return (
    <Way title={t('groups.withoutOrganization')}>
      <p className={styles.none}>{t('groups.withoutOrganizationHint')}</p>
      <OrganizationPicker
        quiet
        kinds={['account']}
        label={t('groups.withoutOrganization')}
        value={name ? { id: null, name, kind: null } : null}
        onChange={(choice) => onChange(choice?.name ?? '')}
      />
    </Way>
  );
}

function Way({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section className={styles.way} aria-labelledby={heading}>
      <h4 id={heading} className={styles.wayTitle}>
        {title}
      </h4>
      {children}
    </section>
  );
}

type ChosenProps = { groups: string[]; existing: Group[]; onRemove: (name: string) => void };

function Chosen({ groups, existing, onRemove }: ChosenProps) {
  const { t } = useTranslation('import');
  if (groups.length === 0) return <p className={styles.none}>{t('groups.none')}</p>;
  const isNew = (name: string) => !existing.some((group) => group.name === name);
  return (
    <TagGroup className={styles.chosen ?? ''} onRemove={(names) => [...names].map((name) => onRemove(String(name)))}>
      <Label className="unseen">{t('groups.chosen')}</Label>
      <TagList className={styles.tags ?? ''}>
        {groups.map((name) => (
          <Tag key={name} id={name} textValue={name} className={styles.tag ?? ''}>
            <bdi>{name}</bdi>
            {isNew(name) && <span className={styles.isNew}>{t('groups.isNew')}</span>}
            <Button slot="remove" className={styles.remove ?? ''}>
              <X aria-hidden="true" />
            </Button>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  );
}
