// One way to reach a contact: which one of its kind is used first, what it is called, the value itself, its state, and what
// can be done with it.
import { Copy, Ellipsis, Globe, Mail, Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem } from '@/components/Menu';
import { PointMark } from '@/components/PointMark';
import { LockButton } from '@/features/opt_outs/LockButton';
import { isSubscribable, useGate } from '@/features/opt_outs/useGate';
import type { Point } from '@/ipc/bindings';
import { openExternal } from '@/ipc/shell';
import { InPlace } from './InPlace';
import { LabelMenu } from './LabelMenu';
import { PointRemark } from './PointRemark';
import styles from './PointRow.module.css';
import { PointState } from './PointState';
import { Row } from './Section';
import type { EditRecord } from './useEditContact';
import { useLabel } from './words';

/** The labels that each kind offers; one of the office's own stays as it is. */
const LABELS: Record<string, string[]> = {
  phone: ['mobile', 'office', 'home', 'main', 'sms', 'other'],
  email: ['work', 'home', 'other'],
  messaging: ['skype', 'whatsapp', 'telegram', 'signal', 'other'],
  social: ['linkedin', 'facebook', 'instagram', 'x', 'other'],
};

type PointRowProps = {
  point: Point;
  isOneOfSeveral: boolean;
  contact?: number;
  isSilent?: boolean;
  onEdit: EditRecord;
};

export function PointRow({ point, contact, isOneOfSeveral, isSilent = false, onEdit }: PointRowProps) {
  const inWords = useLabel();
  const { kind, label, value } = point;
  const name = inWords(label ?? kind);
  const hasState = kind === 'phone' || kind === 'email';
  return (
    <Row
      name={
        <LabelMenu
          name={name}
          labels={LABELS[kind] ?? []}
          label={label}
          onChoose={(chosen) => onEdit({ kind: 'point_label', point: point.id, label: chosen })}
        />
      }
      before={isOneOfSeveral && <PrimaryRadio point={point} name={name} onEdit={onEdit} />}
      aside={
        <span className={styles.aside}>
          {hasState && <PointState point={point} />}
          <Actions point={point} contact={contact} isSilent={isSilent} onEdit={onEdit} />
        </span>
      }
    >
      <InPlace
        ltr
        label={name}
        value={value}
        remark={(text) => <PointRemark kind={kind} value={text} contact={contact} />}
        onSave={(text) => onEdit({ kind: 'point', point: point.id, value: text }, value)}
      >
        {hasState ? <PointMark value={value} status={point.status} /> : undefined}
      </InPlace>
    </Row>
  );
}

/** The radio that makes a point the one of its kind to use first. */
function PrimaryRadio({ point, name, onEdit }: { point: Point; name: string; onEdit: EditRecord }) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  return (
    <input
      type="radio"
      className={styles.radio}
      name={`primary-${point.kind}`}
      aria-label={t('primaryOne', { name, value: point.value })}
      title={point.primary ? t('primary') : t('makePrimary')}
      checked={point.primary}
      onChange={() => onEdit({ kind: 'primary', point: point.id }).catch(showFailure)}
    />
  );
}

/** What hands a point to the system: calling, writing. Null for kinds that the system has no program for. */
function addressOf({ kind, normalized, value }: Point): string | null {
  if (kind === 'phone' && normalized) return `tel:${normalized}`;
  if (kind === 'email' && normalized) return `mailto:${value}`;
  return null;
}

const ICONS = { phone: Phone, email: Mail } as const;

type ActionsProps = { point: Point; contact?: number; isSilent: boolean; onEdit: EditRecord };

function Actions({ point, contact, isSilent, onEdit }: ActionsProps) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  const { refusalOf, copy } = useGate(contact);
  const { kind, value } = point;
  const address = addressOf(point);
  const Icon = ICONS[kind as keyof typeof ICONS] ?? Globe;
  const mayUse = refusalOf(point) === null && !isSilent;
  return (
    <span className={styles.actions}>
      {address && mayUse && (
        <IconButton
          size="small"
          label={t(kind === 'phone' ? 'callValue' : 'writeValue', { value })}
          icon={<Icon />}
          onPress={() => void openExternal(address).catch(showFailure)}
        />
      )}
      {isSubscribable(point) && <LockButton contact={contact} point={point} />}
      <IconButton size="small" label={t('copyValue', { value })} icon={<Copy />} onPress={() => copy(point)} />
      <Menu
        aria-label={t('pointActions', { value })}
        trigger={<IconButton size="small" label={t('pointActions', { value })} icon={<Ellipsis />} />}
      >
        <MenuItem
          isDisabled={point.primary}
          onAction={() => onEdit({ kind: 'primary', point: point.id }).catch(showFailure)}
        >
          {t('makePrimary')}
        </MenuItem>
        <MenuItem danger onAction={() => onEdit({ kind: 'point', point: point.id, value: '' }).catch(showFailure)}>
          {t('removePoint')}
        </MenuItem>
      </Menu>
    </span>
  );
}
