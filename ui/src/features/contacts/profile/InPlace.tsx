// A value that is edited where it stands: a click, Enter or F2 opens it, Enter saves, Escape leaves it as it was, and going
// elsewhere saves too, so that nothing typed is lost. A refusal is said beneath and keeps the field open; a remark about what
// is being typed never keeps it from being saved.
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '@/components/classes';
import { DayPicker } from '@/components/DayPicker';
import { useFailureText } from '@/components/failures';
import { focusOnceReachable, focusUnlessElsewhere } from '@/components/focus';
import styles from './InPlace.module.css';

export type InPlaceProps = {
  /** What the value is, for screen readers: "Birthday". */
  label: string;
  value: string;
  /** How the value is shown while it is not edited; the value itself unless given. */
  children?: ReactNode;
  onSave: (value: string) => Promise<void>;
  /** Begins in the open state; `onClose` is told when it ends, saved or not. */
  startsOpen?: boolean;
  onClose?: () => void;
  /** Phones, e-mails, dates and codes stay left to right. */
  ltr?: boolean;
  /** Several lines: Enter makes a new one, Control and Enter save. */
  long?: boolean;
  hint?: string;
  /** The value is a day: as `YYYY-MM-DD`, for a calendar beside the field. */
  day?: string;
  /** What there is to say about the text while it is typed. */
  remark?: (text: string) => ReactNode;
};

export function InPlace(props: InPlaceProps) {
  const [isOpen, setOpen] = useState(props.startsOpen ?? false);
  const shown = useRef<HTMLButtonElement>(null);
  const close = (byKey: boolean) => {
    setOpen(false);
    props.onClose?.();
    if (byKey) focusUnlessElsewhere(() => shown.current);
  };
  if (isOpen) return <Open {...props} close={close} />;
  return <Shown {...props} open={() => setOpen(true)} buttonRef={shown} />;
}

type ShownProps = Pick<InPlaceProps, 'label' | 'value' | 'children' | 'ltr' | 'long'> & {
  open: () => void;
  buttonRef?: React.Ref<HTMLButtonElement>;
};

/** A value while it is not edited. */
export function Shown({ label, value, children, ltr, long, open, buttonRef }: ShownProps) {
  const { t } = useTranslation('profile');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F2') return;
    event.preventDefault();
    open();
  };
  return (
    <button
      ref={buttonRef}
      type="button"
      className={classes(styles.shown, long && styles.long)}
      onClick={open}
      onKeyDown={onKeyDown}
    >
      <span className="unseen">{t('editValue', { field: label })}: </span>
      {children ?? (value ? <bdi dir={ltr ? 'ltr' : undefined}>{value}</bdi> : <Blank />)}
    </button>
  );
}

/** What stands where there is no value yet. */
export function Blank() {
  const { t } = useTranslation('profile');
  return <span className={styles.blank}>{t('emptyValue')}</span>;
}

function Open(props: InPlaceProps & { close: (byKey: boolean) => void }) {
  const { label, value, onSave, ltr, long, hint, day, remark, close } = props;
  const id = useId();
  const inWords = useFailureText();
  const [text, setText] = useState(value);
  const [refusal, setRefusal] = useState<string | null>(null);
  // What stood there when the field opened is what the user saw and changes. Somebody else's value that arrives meanwhile is
  // met only after a refusal has said so; without that it would be overwritten unseen.
  const [opened] = useState({ value, onSave });
  const seen = refusal === null ? opened : { value, onSave };
  const isSaving = useRef(false);
  const [isPicking, setPicking] = useState(false);
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null);

  useEffect(() => focusOnceReachable(() => input.current), []);

  const save = async (byKey: boolean, entered = text) => {
    if (isSaving.current) return;
    // Blanks may be meant in a text of several lines.
    const typed = long && entered.trim() ? entered : entered.trim();
    if (typed === seen.value) return close(byKey);
    isSaving.current = true;
    try {
      await seen.onSave(typed);
      close(byKey);
    } catch (reason) {
      setRefusal(inWords(reason).message);
    }
    isSaving.current = false;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const saves = event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey);
    if (event.key === 'Escape') close(true);
    else if (saves) void save(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const field = {
    id,
    className: classes(styles.input, long && styles.long),
    'aria-label': label,
    'aria-invalid': refusal !== null || undefined,
    'aria-describedby': `${id}-more`,
    dir: ltr ? 'ltr' : 'auto',
    value: text,
    autoComplete: 'off',
    spellCheck: long,
    // The field opens at the user's own press, on what they pressed: there is nowhere else for the keyboard to be.
    ref: (element: HTMLInputElement | HTMLTextAreaElement | null) => {
      input.current = element;
      if (element && document.activeElement !== element && refusal === null) element.focus();
    },
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => event.currentTarget.select(),
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
    onKeyDown,
  };
  // Going to the calendar and back is no leaving.
  const onBlur = (event: FocusEvent<HTMLSpanElement>) => {
    if (!isPicking && !event.currentTarget.contains(event.relatedTarget)) void save(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the keyboard leaves the field and its calendar
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: the same
    <span className={styles.open} onBlur={onBlur}>
      <span className={styles.line}>
        {long ? <textarea rows={5} {...field} /> : <input type="text" {...field} />}
        {day !== undefined && (
          <DayPicker
            label={label}
            day={day}
            isOpen={isPicking}
            onOpenChange={setPicking}
            onPick={(picked) => void save(true, picked)}
          />
        )}
      </span>
      <span id={`${id}-more`}>
        {refusal && (
          <span className={styles.refusal} role="alert">
            {refusal}
          </span>
        )}
        {!refusal && (remark?.(text) ?? (hint && <span className={styles.hint}>{hint}</span>))}
      </span>
    </span>
  );
}
