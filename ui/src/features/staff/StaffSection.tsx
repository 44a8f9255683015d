// The profiles among the settings: who works here, what each may do, and their PINs.
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { Tag } from '@/components/Chip';
import { Menu, MenuItem } from '@/components/Menu';
import settings from '@/features/settings/SettingsScreen.module.css';
import { runCommand } from '@/frame/commands';
import type { Person } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { PersonDialog } from './PersonDialog';
import { PinDialog } from './PinDialog';
import { RemoveDialog } from './RemoveDialog';
import styles from './Staff.module.css';

type Shown = { deed: 'edit' | 'pin' | 'remove'; person: Person } | { deed: 'add' };

export function StaffSection() {
  const { t } = useTranslation('staff');
  const { data } = useAsk('staff_list', {});
  const [shown, setShown] = useState<Shown | null>(null);
  const close = () => setShown(null);
  const people = data?.people ?? [];
  return (
    <section className={settings.section}>
      <h2 className={settings.title}>{t('section')}</h2>
      <p className={settings.hint}>{people.length === 0 ? t('none') : t('some')}</p>
      {people.length > 0 && (
        <ul className={styles.list} aria-label={t('section')}>
          {people.map((person) => (
            <li key={person.id} className={styles.row}>
              <span className={styles.name}>
                <bdi>{person.name}</bdi>
              </span>
              {person.id === data?.here && <Tag>{t('here')}</Tag>}
              <span className={styles.hint}>{person.has_pin ? t('hasPin') : t('noPin')}</span>
              <span className={styles.hint}>{t(`roles.${person.role}`)}</span>
              <PersonMenu person={person} onChoose={(deed) => setShown({ deed, person })} />
            </li>
          ))}
        </ul>
      )}
      <div className={settings.buttons}>
        <Button isDisabled={!data} onPress={() => setShown({ deed: 'add' })}>
          {t('add')} …
        </Button>
        {people.length > 0 && <Button onPress={() => runCommand('lock')}>{t('leave')}</Button>}
      </div>
      {shown?.deed === 'add' && <PersonDialog person={null} isFirst={people.length === 0} onClose={close} />}
      {shown?.deed === 'edit' && <PersonDialog person={shown.person} isFirst={false} onClose={close} />}
      {shown?.deed === 'pin' && (
        <PinDialog person={shown.person} isOwn={shown.person.id === data?.here} onClose={close} />
      )}
      {shown?.deed === 'remove' && <RemoveDialog person={shown.person} isLast={people.length === 1} onClose={close} />}
    </section>
  );
}

type PersonMenuProps = { person: Person; onChoose: (deed: 'edit' | 'pin' | 'remove') => void };

function PersonMenu({ person, onChoose }: PersonMenuProps) {
  const { t } = useTranslation('staff');
  return (
    <Menu trigger={<IconButton size="small" label={t('actionsOf', { name: person.name })} icon={<Ellipsis />} />}>
      <MenuItem onAction={() => onChoose('edit')}>{t('edit')}</MenuItem>
      <MenuItem onAction={() => onChoose('pin')}>{person.has_pin ? t('changePin') : t('setPin')}</MenuItem>
      <MenuItem onAction={() => onChoose('remove')}>{t('remove')}</MenuItem>
    </Menu>
  );
}
