// The ways to reach a contact: each with its state, to be copied, corrected, made the primary one or removed.
import { Copy, Ellipsis, Lock, LockOpen, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem } from '@/components/Menu';
import { PointMark } from '@/components/PointMark';
import { showToast } from '@/components/Toast';
import type { Point, PointStatus } from '@/ipc/bindings';
import { InPlace } from './InPlace';
import styles from './Points.module.css';
import { Row, Section } from './Section';
import type { EditContact } from './useEditContact';
import { usePointLabel } from './words';

const REACHED = ['phone_mobile', 'phone_office', 'phone_home', 'email'] as const;
const OTHERS = ['fax', 'website', 'skype', 'facebook', 'x', 'linkedin', 'instagram'] as const;
const isReached = ({ kind }: Point) => kind === 'phone' || kind === 'email';

type PointsProps = { points: Point[]; onEdit: EditContact };

/** Phones and e-mails, which have a state. */
export function ReachedPoints({ points, onEdit }: PointsProps) {
  const { t } = useTranslation('profile');
  return (
    <PointSection title={t('sections.points')} points={points.filter(isReached)} codes={REACHED} onEdit={onEdit} />
  );
}

/** Everything else, which has none. */
export function OtherPoints({ points, onEdit }: PointsProps) {
  const { t } = useTranslation('profile');
  const others = points.filter((point) => !isReached(point));
  return <PointSection title={t('sections.otherPoints')} points={others} codes={OTHERS} onEdit={onEdit} />;
}

type Codes = typeof REACHED | typeof OTHERS;
type PointSectionProps = PointsProps & { title: string; codes: Codes };

function PointSection({ title, points, codes, onEdit }: PointSectionProps) {
  const { t } = useTranslation('profile');
  const [added, setAdded] = useState<Codes[number] | null>(null);
  const addable = codes.map((code) => ({ code, label: t(`addPoint.${code}`) }));
  return (
    <Section title={title} addable={addable} onAdd={(code) => setAdded(code as Codes[number])}>
      {points.map((point) => (
        <PointRow key={point.id} point={point} onEdit={onEdit} />
      ))}
      {added && (
        <Row name={t(`addPoint.${added}`)}>
          <InPlace
            key={added}
            ltr
            startsOpen
            label={t(`addPoint.${added}`)}
            value=""
            onClose={() => setAdded(null)}
            onSave={(value) => onEdit({ kind: 'set', field: added, value })}
          />
        </Row>
      )}
    </Section>
  );
}

function PointRow({ point, onEdit }: { point: Point; onEdit: EditContact }) {
  const label = usePointLabel()(point);
  return (
    <Row name={label} aside={<Aside point={point} onEdit={onEdit} />}>
      <InPlace
        ltr
        label={label}
        value={point.value}
        onSave={(value) => onEdit({ kind: 'point', point: point.id, value })}
      >
        {isReached(point) ? <PointMark value={point.value} status={point.status} /> : undefined}
      </InPlace>
    </Row>
  );
}

const ICONS = { active: LockOpen, opted_out: Lock, invalid: TriangleAlert } satisfies Record<PointStatus, unknown>;

function Aside({ point, onEdit }: { point: Point; onEdit: EditContact }) {
  const { t } = useTranslation('profile');
  const Icon = ICONS[point.status];
  return (
    <span className={styles.aside}>
      {isReached(point) && (
        <span className={styles.status} data-status={point.status} aria-hidden="true">
          {t(`status.${point.status}`)}
          <Icon />
        </span>
      )}
      <Actions point={point} onEdit={onEdit} />
    </span>
  );
}

function Actions({ point, onEdit }: { point: Point; onEdit: EditContact }) {
  const { t } = useTranslation(['profile', 'common']);
  const showFailure = useShowFailure();
  const { value } = point;
  const copy = () => {
    void navigator.clipboard.writeText(value).then(() => showToast({ title: t('common:copied') }));
  };
  return (
    <span className={styles.actions}>
      <IconButton size="small" label={t('copyValue', { value })} icon={<Copy />} onPress={copy} />
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
