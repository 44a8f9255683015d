// The types of membership: their terms, tiers and prices; a row opens the type.
import { IdCard, MailCheck, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, IconButton } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { EmptyState } from '@/components/EmptyState';
import { useMoney } from '@/components/money';
import { useNumber } from '@/components/numbers';
import table from '@/features/groups/GroupsScreen.module.css';
import { ScreenHead } from '@/frame/ScreenHead';
import type { MembershipType } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { LetterheadDialog } from './LetterheadDialog';
import { MailDialog } from './MailDialog';
import styles from './MembershipTypesScreen.module.css';
import { TypeDialog } from './TypeDialog';
import { useTermWords } from './terms';

type Choose = (type: MembershipType) => void;

const COLUMNS = ['name', 'term', 'tiers', 'grace', 'members'] as const;

export function MembershipTypesScreen() {
  const { t } = useTranslation('members');
  const navigate = useNavigate();
  const { data } = useAsk('membership_types', {});
  const [open, setOpen] = useState<MembershipType | 'new' | null>(null);
  const [mailed, setMailed] = useState<MembershipType | null>(null);
  const [isWriting, setWriting] = useState(false);
  const types = data?.types ?? [];
  const makeNew = () => setOpen('new');
  return (
    <>
      <ScreenHead title={t('types.title')}>
        <Button onPress={() => navigate('/members')}>{t('types.back')}</Button>
        <Button onPress={() => setWriting(true)}>{t('letterhead.open')}</Button>
        <Button variant="main" icon={<Plus />} onPress={makeNew}>
          {t('types.new')}
        </Button>
      </ScreenHead>
      {types.length > 0 && <Types types={types} onOpen={setOpen} onMail={setMailed} />}
      {data && types.length === 0 && (
        <EmptyState
          icon={<IdCard />}
          title={t('types.empty.title')}
          text={t('types.empty.text')}
          actions={
            <Button variant="main" onPress={makeNew}>
              {t('types.new')}
            </Button>
          }
        />
      )}
      {isWriting && <LetterheadDialog onClose={() => setWriting(false)} />}
      {mailed && <MailDialog type={mailed} onClose={() => setMailed(null)} />}
      {open && <TypeDialog type={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

type TypesProps = { types: MembershipType[]; onOpen: Choose; onMail: Choose };

function Types({ types, onOpen, onMail }: TypesProps) {
  const { t } = useTranslation(['members', 'groups']);
  return (
    <div className={table.scroll}>
      <Table
        className={`${table.table} ${styles.table}`}
        aria-label={t('types.list')}
        onRowAction={(id) => {
          const type = types.find((one) => one.id === id);
          if (type) onOpen(type);
        }}
      >
        <TableHeader>
          {COLUMNS.map((id) => (
            <Column
              key={id}
              id={id}
              isRowHeader={id === 'name'}
              className={table.head ?? ''}
              data-number={id === 'members'}
            >
              {t(`types.columns.${id}`)}
            </Column>
          ))}
          <Column className={table.head ?? ''} data-menu>
            <span className={table.unseen}>{t('groups:actions')}</span>
          </Column>
        </TableHeader>
        <TableBody>{types.map((type) => TypeRow({ type, onOpen, onMail }))}</TableBody>
      </Table>
    </div>
  );
}

function TypeRow({ type, onOpen, onMail }: { type: MembershipType; onOpen: Choose; onMail: Choose }) {
  return (
    <Row key={type.id} id={type.id} className={table.row ?? ''} textValue={type.name}>
      <Cell className={table.name ?? ''}>
        <Name type={type} />
      </Cell>
      <Cell>
        <Term of={type.term} />
      </Cell>
      <Cell>
        <Tiers type={type} />
      </Cell>
      <Cell>
        <Grace days={type.grace_days} />
      </Cell>
      <Cell className={table.number ?? ''}>
        <Count of={type.members} />
      </Cell>
      <Cell>
        <span className={styles.line}>
          <Edit type={type} onOpen={onOpen} />
          {type.term.startsWith('issues:') && <Mail type={type} onMail={onMail} />}
        </span>
      </Cell>
    </Row>
  );
}

function Name({ type }: { type: MembershipType }) {
  const { t } = useTranslation('members');
  return (
    <span className={styles.line}>
      <bdi>{type.name}</bdi>
      {type.retired && <Chip>{t('types.retired')}</Chip>}
    </span>
  );
}

function Term({ of }: { of: string }) {
  return useTermWords()(of);
}

function Tiers({ type }: { type: MembershipType }) {
  const money = useMoney();
  const offered = type.tiers.filter(({ retired }) => !retired);
  return offered.map(({ name, price }) => `${name} ${money(price)}`).join(' · ');
}

function Grace({ days }: { days: number }) {
  const { t } = useTranslation('members');
  return t('types.graceDays', { count: days });
}

function Count({ of }: { of: number }) {
  return useNumber()(of);
}

function Mail({ type, onMail }: { type: MembershipType; onMail: Choose }) {
  const { t } = useTranslation('members');
  const label = t('types.mail', { name: type.name });
  return <IconButton size="small" icon={<MailCheck />} label={label} onPress={() => onMail(type)} />;
}

function Edit({ type, onOpen }: { type: MembershipType; onOpen: Choose }) {
  const { t } = useTranslation('members');
  const label = t('types.edit', { name: type.name });
  return <IconButton size="small" icon={<Pencil />} label={label} onPress={() => onOpen(type)} />;
}
