// The places of the program, each with its count, and the settings at the bottom.
import { Ban, Building2, Download, IdCard, Layers, type LucideIcon, Settings, Trash2, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useNumber } from '@/components/numbers';
import { AwayImport } from '@/features/import/AwayImport';
import { AtDesk } from '@/features/staff/AtDesk';
import { useAsk } from '@/ipc/call';
import styles from './Sidebar.module.css';

type PlaceProps = { to: string; icon: LucideIcon; count?: number; children: ReactNode };

function Place({ to, icon: Icon, count, children }: PlaceProps) {
  const number = useNumber();
  return (
    <NavLink to={to} className={styles.place} draggable={false}>
      <Icon aria-hidden="true" />
      <span>{children}</span>
      {count ? <span className={styles.count}>{number(count)}</span> : null}
    </NavLink>
  );
}

export function Sidebar() {
  const { t } = useTranslation('frame');
  const { data } = useAsk('workspace_info', {});
  return (
    <nav className={styles.side} aria-label={t('navigation')}>
      <div className={styles.brand}>
        <span className={styles.mark} aria-hidden="true" />
        <span dir="ltr">Roster</span>
      </div>
      <Place to="/contacts" icon={Users} count={data?.stats.contacts}>
        {t('contacts')}
      </Place>
      <Place to="/organizations" icon={Building2} count={data?.stats.organizations}>
        {t('organizations')}
      </Place>
      <Place to="/members" icon={IdCard} count={data?.stats.members}>
        {t('members')}
      </Place>
      <Place to="/groups" icon={Layers} count={data?.stats.groups}>
        {t('groups')}
      </Place>
      <Place to="/opt-outs" icon={Ban} count={data?.stats.opt_outs}>
        {t('opt_outs')}
      </Place>
      <Place to="/imports" icon={Download}>
        {t('imports')}
      </Place>
      <span className={styles.space} />
      <AwayImport />
      <Place to="/trash" icon={Trash2} count={data?.stats.trash}>
        {t('trash')}
      </Place>
      <Place to="/settings" icon={Settings}>
        {t('settings')}
      </Place>
      <AtDesk />
    </nav>
  );
}
