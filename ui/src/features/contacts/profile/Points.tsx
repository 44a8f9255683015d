// The ways to reach a contact, in two sections: phones and e-mails, which have a state, and everything else.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from '@/ipc/bindings';
import { InPlace } from './InPlace';
import { PointRemark } from './PointRemark';
import { PointRow } from './PointRow';
import { Row, Section } from './Section';
import type { EditRecord } from './useEditContact';

/** What can be added: kind and label. */
const REACHED = [
  'phone mobile',
  'phone office',
  'phone home',
  'phone main',
  'phone sms',
  'phone other',
  'email work',
  'email home',
  'email other',
] as const;
const OTHERS = [
  'website',
  'fax',
  'messaging skype',
  'messaging whatsapp',
  'messaging telegram',
  'messaging signal',
  'social linkedin',
  'social facebook',
  'social instagram',
  'social x',
  'social other',
] as const;
type Code = (typeof REACHED)[number] | (typeof OTHERS)[number];

const isReached = ({ kind }: Point) => kind === 'phone' || kind === 'email';

export type PointsProps = {
  points: Point[];
  onEdit: EditRecord;
  /** Whose country helps to read a phone number. */
  contact?: number;
  /** Nobody may call or write to them. */
  isSilent?: boolean;
};

/** Phones and e-mails, which have a state. */
export function ReachedPoints(props: PointsProps) {
  const { t } = useTranslation('profile');
  return <PointSection {...props} title={t('sections.points')} belongs={isReached} codes={REACHED} />;
}

/** Everything else, which has none. */
export function OtherPoints(props: PointsProps) {
  const { t } = useTranslation('profile');
  const belongs = (point: Point) => !isReached(point);
  return <PointSection {...props} title={t('sections.otherPoints')} belongs={belongs} codes={OTHERS} />;
}

type PointSectionProps = PointsProps & { title: string; belongs: (point: Point) => boolean; codes: readonly Code[] };

function PointSection({ title, belongs, codes, ...props }: PointSectionProps) {
  const { t } = useTranslation('profile');
  const [added, setAdded] = useState<Code | null>(null);
  const points = props.points.filter(belongs);
  const addable = codes.map((code) => ({ code, label: t(`addPoint.${code}`) }));
  return (
    <Section title={title} addable={addable} onAdd={(code) => setAdded(code as Code)}>
      {points.map((point) => (
        <PointRow
          key={point.id}
          point={point}
          isOneOfSeveral={points.filter(({ kind }) => kind === point.kind).length > 1}
          contact={props.contact}
          isSilent={props.isSilent}
          onEdit={props.onEdit}
        />
      ))}
      {added && (
        <NewPoint
          key={added}
          code={added}
          contact={props.contact}
          onEdit={props.onEdit}
          onClose={() => setAdded(null)}
        />
      )}
    </Section>
  );
}

type NewPointProps = Pick<PointsProps, 'contact' | 'onEdit'> & { code: Code; onClose: () => void };

function NewPoint({ code, contact, onEdit, onClose }: NewPointProps) {
  const { t } = useTranslation('profile');
  const [kind = 'phone', label = null] = code.split(' ');
  const name = t(`addPoint.${code}`);
  return (
    <Row name={name}>
      <InPlace
        ltr
        startsOpen
        label={name}
        value=""
        remark={(text) => <PointRemark kind={kind} value={text} contact={contact} />}
        onClose={onClose}
        onSave={(value) => onEdit({ kind: 'add_point', point_kind: kind, label, value })}
      />
    </Row>
  );
}
