// The organizations of a contact: which one comes first, what the contact is and does there, and since when.
import { Ellipsis } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { focusUnlessElsewhere } from '@/components/focus';
import { Menu, MenuItem } from '@/components/Menu';
import { useLongDate } from '@/components/numbers';
import { KINDS } from '@/features/organizations/address';
import type { Affiliation, Contact, OrganizationChoice } from '@/ipc/bindings';
import styles from './Affiliations.module.css';
import { InPlace, Shown } from './InPlace';
import { OrganizationForm } from './OrganizationForm';
import { Row, Section } from './Section';
import type { EditContact } from './useEditContact';

/** Parts that are shown once they hold something; the title always is. */
const PARTS = ['title', 'role', 'department', 'from', 'to'] as const;
type Part = (typeof PARTS)[number];
const DATES: ReadonlySet<string> = new Set(['from', 'to']);

type AffiliationsProps = { contact: Contact; onEdit: EditContact };

export function Affiliations({ contact, onEdit }: AffiliationsProps) {
  const { t } = useTranslation('profile');
  const [isAdding, setAdding] = useState(false);
  const ties = contact.organizations;
  const title = t('sections.work');
  return (
    <Section title={title} addable={isAdding ? [] : [{ code: 'add', label: title }]} onAdd={() => setAdding(true)}>
      {ties.length === 0 && <Loose contact={contact} onEdit={onEdit} />}
      {ties.map((tie) => (
        <Tie key={tie.affiliation_id} tie={tie} isOneOfSeveral={ties.length > 1} onEdit={onEdit} />
      ))}
      {isAdding && (
        <OrganizationForm
          value={null}
          onSave={(organization) => onEdit({ kind: 'add_affiliation', organization })}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}

/** Job title and department of a contact without an organization. */
function Loose({ contact, onEdit }: AffiliationsProps) {
  const { t } = useTranslation('profile');
  const held = (['job_title', 'department'] as const).filter((code) => contact[code]);
  return held.map((code) => {
    const value = contact[code] ?? '';
    return (
      <Row key={code} name={t(`fields.${code}`)}>
        <InPlace
          label={t(`fields.${code}`)}
          value={value}
          onSave={(text) => onEdit({ kind: 'set', field: code, value: text }, value)}
        />
      </Row>
    );
  });
}

const choiceOf = ({ id, name, kind }: Affiliation): OrganizationChoice => ({
  id,
  name,
  kind: KINDS.find((known) => known === kind) ?? null,
});

type TieProps = { tie: Affiliation; isOneOfSeveral: boolean; onEdit: EditContact };

function Tie({ tie, isOneOfSeveral, onEdit }: TieProps) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  const [added, setAdded] = useState<Part | null>(null);
  const [isChanging, setChanging] = useState(false);
  const shown = useRef<HTMLButtonElement>(null);
  const stopChanging = () => {
    setChanging(false);
    focusUnlessElsewhere(() => shown.current);
  };
  const affiliation = tie.affiliation_id;
  const parts = PARTS.filter((part) => tie[part] || part === 'title' || part === added);
  const save = (part: string, was: string) => (value: string) =>
    onEdit({ kind: 'affiliation', affiliation, part, value }, was);
  return (
    <div className={styles.tie}>
      <Row
        name={t('fields.organization')}
        before={
          isOneOfSeveral && (
            <input
              type="radio"
              name="primary-organization"
              className={styles.radio}
              aria-label={t('primaryOne', { name: t('fields.organization'), value: tie.name })}
              title={tie.primary ? t('primary') : t('makePrimary')}
              checked={tie.primary}
              onChange={() => onEdit({ kind: 'affiliation_primary', affiliation }).catch(showFailure)}
            />
          )
        }
        aside={<Actions tie={tie} shown={parts} onAdd={setAdded} onEdit={onEdit} />}
      >
        <Shown label={t('fields.organization')} value={tie.name} open={() => setChanging(true)} buttonRef={shown}>
          <bdi className={styles.name}>{tie.name}</bdi>
        </Shown>
      </Row>
      {isChanging && (
        <OrganizationForm
          value={choiceOf(tie)}
          onSave={(organization) => onEdit({ kind: 'affiliation_organization', affiliation, organization }, tie.name)}
          onClose={stopChanging}
        />
      )}
      {parts.map((part) => (
        <TiePart
          key={part === added ? 'adding' : part}
          part={part}
          value={tie[part] ?? ''}
          startsOpen={part === added}
          onClose={() => setAdded(null)}
          onSave={save(part, tie[part] ?? '')}
        />
      ))}
    </div>
  );
}

type TiePartProps = {
  part: Part;
  value: string;
  startsOpen: boolean;
  onClose: () => void;
  onSave: (value: string) => Promise<void>;
};

function TiePart({ part, value, ...edit }: TiePartProps) {
  const { t } = useTranslation('profile');
  const date = useLongDate();
  const isDate = DATES.has(part);
  return (
    <Row name={t(`tie.${part}`)}>
      <InPlace
        label={t(`tie.${part}`)}
        value={value}
        ltr={isDate}
        hint={isDate ? t('dateHint') : undefined}
        day={isDate ? value : undefined}
        {...edit}
      >
        {isDate && value ? <span>{date(value)}</span> : undefined}
      </InPlace>
    </Row>
  );
}

type ActionsProps = { tie: Affiliation; shown: Part[]; onAdd: (part: Part) => void; onEdit: EditContact };

function Actions({ tie, shown, onAdd, onEdit }: ActionsProps) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  const affiliation = tie.affiliation_id;
  const label = t('pointActions', { value: tie.name });
  return (
    <span className={styles.actions}>
      <Menu aria-label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
        {PARTS.filter((part) => !shown.includes(part)).map((part) => (
          <MenuItem key={part} onAction={() => onAdd(part)}>
            {t('addValue', { field: t(`tie.${part}`) })}
          </MenuItem>
        ))}
        <MenuItem
          isDisabled={tie.primary}
          onAction={() => onEdit({ kind: 'affiliation_primary', affiliation }).catch(showFailure)}
        >
          {t('makePrimary')}
        </MenuItem>
        <MenuItem danger onAction={() => onEdit({ kind: 'remove_affiliation', affiliation }).catch(showFailure)}>
          {t('removePoint')}
        </MenuItem>
      </Menu>
    </span>
  );
}
