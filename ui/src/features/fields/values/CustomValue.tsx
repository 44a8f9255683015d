// One value of a custom field, shown and edited where it stands, for the profile of a contact or an organization: text,
// numbers, money and dates open at a click; yes or no, one of a list and several of a list are chosen; an address opens its
// page. A value that doesn't fit its field any more is marked.
import { ExternalLink, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { InPlace } from '@/features/contacts/profile/InPlace';
import type { Field } from '@/ipc/bindings';
import { openExternal } from '@/ipc/shell';
import { Choice, Choices } from './Choices';
import styles from './CustomValue.module.css';
import { fits } from './fits';
import { useFormats } from './formats';

export type CustomValueProps = {
  field: Field;
  /** As the core keeps it; empty for none. */
  value: string;
  /** Sends the new value in its kept form; a refusal is thrown. */
  onSave: (value: string) => Promise<void>;
  startsOpen?: boolean;
  onClose?: () => void;
};

const CHOSEN = new Set(['yes_no', 'one_of', 'many_of']);
const LEFT_TO_RIGHT = new Set(['number', 'money', 'date', 'url']);

export function CustomValue(props: CustomValueProps) {
  const { field, value } = props;
  const isMisfit = !fits(field, value);
  return (
    <span className={styles.value}>
      <span className={styles.editor}>
        {CHOSEN.has(field.type) && !isMisfit ? <Chosen {...props} /> : <Typed {...props} />}
      </span>
      {isMisfit && <Misfit />}
      {field.type === 'url' && value && !isMisfit && <OpenPage url={value} />}
    </span>
  );
}

function Chosen({ field, value, onSave, startsOpen, onClose }: CustomValueProps) {
  const showFailure = useShowFailure();
  const choose = async (next: string) => {
    try {
      if (next !== value) await onSave(next);
    } catch (reason) {
      showFailure(reason);
    }
    onClose?.();
  };
  const Control = field.type === 'many_of' ? Choices : Choice;
  return <Control field={field} value={value} onChange={choose} quiet startsOpen={startsOpen} onClose={onClose} />;
}

function Typed({ field, value, onSave, startsOpen, onClose }: CustomValueProps) {
  const { t } = useTranslation('fields');
  const { shown, typed, kept } = useFormats();
  const isMisfit = !fits(field, value);
  const hint = field.type === 'date' ? t('dateHint', { example: typed(field, '2026-12-31') }) : undefined;
  return (
    <InPlace
      label={field.label}
      value={typed(field, value)}
      long={field.type === 'long_text'}
      ltr={LEFT_TO_RIGHT.has(field.type) && !isMisfit}
      hint={hint}
      day={field.type === 'date' ? value : undefined}
      startsOpen={startsOpen}
      onClose={onClose}
      onSave={async (text) => onSave(kept(field, text))}
    >
      {value && <bdi dir={field.type === 'url' ? 'ltr' : undefined}>{isMisfit ? value : shown(field, value)}</bdi>}
    </InPlace>
  );
}

function Misfit() {
  const { t } = useTranslation('fields');
  return (
    <span className={styles.misfit} role="img" aria-label={t('misfit')} title={t('misfit')}>
      <TriangleAlert aria-hidden="true" />
    </span>
  );
}

function OpenPage({ url }: { url: string }) {
  const { t } = useTranslation('fields');
  const showFailure = useShowFailure();
  return (
    <IconButton
      size="small"
      label={t('openPage')}
      icon={<ExternalLink />}
      onPress={() => void openExternal(url).catch(showFailure)}
    />
  );
}
