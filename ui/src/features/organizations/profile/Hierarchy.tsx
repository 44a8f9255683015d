// Where an organization stands: the one above it, chosen or cleared in place, and the whole tree with this one marked.
import { CornerDownRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Button } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { useNumber } from '@/components/numbers';
import { Section } from '@/features/contacts/profile/Section';
import type { Organization, OrganizationChoice } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { OrganizationPicker } from '../OrganizationPicker';
import styles from './Hierarchy.module.css';
import type { EditOrganization } from './useEditOrganization';

type HierarchyProps = { organization: Organization; onEdit: EditOrganization };

export function Hierarchy({ organization, onEdit }: HierarchyProps) {
  const { t } = useTranslation(['organizations', 'common']);
  const showFailure = useShowFailure();
  const [isChoosing, setChoosing] = useState(false);
  const { parent_id, children } = organization;
  const seen = organization.above.at(-1)?.name ?? '';

  const choose = ({ id }: OrganizationChoice) => {
    if (!id) return;
    onEdit({ kind: 'set', field: 'parent', value: String(id) }, seen)
      .then(() => setChoosing(false))
      .catch(showFailure);
  };
  const clear = () => void onEdit({ kind: 'set', field: 'parent', value: '' }, seen).catch(showFailure);
  const addable = isChoosing || parent_id ? [] : [{ code: 'parent', label: t('hierarchy.parent') }];

  return (
    <Section title={t('sections.hierarchy')} addable={addable} onAdd={() => setChoosing(true)}>
      {(parent_id || children > 0) && <Tree id={organization.id} />}
      {isChoosing ? (
        <div className={styles.choosing}>
          <OrganizationPicker
            quiet
            autoFocus
            onlyExisting
            label={t('hierarchy.parent')}
            value={null}
            onChange={(choice) => choice && choose(choice)}
          />
          <Button size="small" onPress={() => setChoosing(false)}>
            {t('common:cancel')}
          </Button>
        </div>
      ) : (
        parent_id && (
          <div className={styles.buttons}>
            <Button size="small" variant="plain" onPress={() => setChoosing(true)}>
              {t('hierarchy.change')}
            </Button>
            <Button size="small" variant="plain" onPress={clear}>
              {t('hierarchy.clear')}
            </Button>
          </div>
        )
      )}
    </Section>
  );
}

function Tree({ id }: { id: number }) {
  const { t } = useTranslation('organizations');
  const { search } = useLocation();
  const number = useNumber();
  const { data } = useAsk('organization_tree', { id }, { keepPrevious: true });
  if (!data) return null;
  return (
    <>
      <ul className={styles.tree}>
        {data.nodes.map((node) => (
          <li key={node.id} className={styles.node} data-depth={Math.min(node.depth, 8)}>
            {node.depth > 0 && <CornerDownRight aria-hidden="true" className={styles.corner} />}
            {node.id === id ? (
              <strong className={styles.own} aria-current="true">
                <bdi>{node.name}</bdi>
              </strong>
            ) : (
              <Link className={styles.link} to={{ pathname: `/organizations/${node.id}`, search }}>
                <bdi>{node.name}</bdi>
              </Link>
            )}
            {node.contacts > 0 && (
              <span className={styles.contacts} title={t('contactsCount', { count: node.contacts })}>
                {number(node.contacts)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {data.more && <p className={styles.more}>{t('hierarchy.more')}</p>}
    </>
  );
}
