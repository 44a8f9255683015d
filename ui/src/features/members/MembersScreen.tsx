// The members: search, quick filters, grid, and the profile beside it or over it. Renewals and types are opened from here.
import { IdCard, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import type { GridHandle } from '@/components/grid/Grid';
import screen from '@/features/contacts/ContactsScreen.module.css';
import { ProfilePane } from '@/features/contacts/profile/ProfilePane';
import { SearchBox } from '@/features/contacts/SearchBox';
import { useDelete } from '@/features/contacts/useDelete';
import { useEscape } from '@/features/contacts/useEscape';
import { MoneyMenu } from '@/features/money/MoneyMenu';
import { ScreenHead } from '@/frame/ScreenHead';
import { MemberGrid } from './MemberGrid';
import { NewMember } from './NewMember';
import { RenewalsDialog } from './renewals/RenewalsDialog';
import { useMemberList } from './useMemberList';
import { Views } from './Views';

export function MembersScreen() {
  const { t } = useTranslation('members');
  const navigate = useNavigate();
  const grid = useRef<GridHandle>(null);
  const list = useMemberList(grid);
  const deleteContacts = useDelete();
  const [isCreating, setCreating] = useState(false);
  const [isRenewing, setRenewing] = useState(false);
  const { whole, panel, query, view } = list;
  useEscape(() => {
    if (whole !== null || panel !== null) list.closeProfile();
    else if (list.isFiltered) list.showAll();
  });
  const remove = async (id: number) => {
    if (await deleteContacts({ kind: 'ids', ids: [id] })) list.closeProfile();
  };
  return (
    <>
      <ScreenHead
        title={t('title')}
        middle={
          <SearchBox
            value={query.search ?? ''}
            label={t('search')}
            hint={t('searchHint')}
            onChange={list.search}
            onLeave={list.walk.enter}
          />
        }
      >
        <Button onPress={() => navigate('/membership-types')}>{t('typesButton')}</Button>
        <MoneyMenu />
        <Button isDisabled={list.isEmpty} onPress={() => setRenewing(true)}>
          {t('renewals')}
        </Button>
        <Button variant="main" icon={<Plus />} onPress={() => setCreating(true)}>
          {t('create.open')}
        </Button>
      </ScreenHead>
      {list.isEmpty && whole === null ? (
        <Empty />
      ) : (
        <>
          <Views view={view} total={list.rows.ready ? list.rows.total : null} onChange={list.change} />
          <div className={screen.body}>
            <MemberGrid list={list} grid={grid} />
            <ProfilePane
              id={whole ?? panel}
              isWhole={whole !== null}
              isCovering={list.isCovered}
              back={t('back')}
              onClose={list.closeProfile}
              onOpenWhole={list.openWhole}
              onPrevious={list.walk.previous}
              onNext={list.walk.next}
              onDelete={(id) => void remove(id)}
            />
          </div>
        </>
      )}
      {isCreating && <NewMember onClose={() => setCreating(false)} onCreated={(id) => navigate(`/members/${id}`)} />}
      {isRenewing && <RenewalsDialog onClose={() => setRenewing(false)} />}
    </>
  );
}

/** The next steps where there is no member yet. */
function Empty() {
  const { t } = useTranslation('members');
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={<IdCard />}
      title={t('empty.title')}
      text={t('empty.text')}
      actions={
        <>
          <Button variant="main" onPress={() => navigate('/membership-types')}>
            {t('empty.types')}
          </Button>
          <Button onPress={() => navigate('/contacts')}>{t('empty.contacts')}</Button>
        </>
      }
    />
  );
}
