// The search of the list. What is typed shows at once; the list follows when it can, so that typing never waits for it.
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, startTransition, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '@/components/Kbd';
import { useCommand } from '@/frame/commands';
import { keyLabel } from '@/frame/keys';
import styles from './SearchBox.module.css';

type SearchBoxProps = {
  value: string;
  onChange: (text: string) => void;
  onLeave: () => void;
  /** What is searched, where it is not contacts. */
  label?: string;
  hint?: string;
};

export function SearchBox({ value, onChange, onLeave, label, hint }: SearchBoxProps) {
  const { t } = useTranslation('contacts');
  const [text, setText] = useState(value);
  // What was typed here and may still come back as `value`: the list follows late, so the newest is behind while one types.
  const underWay = useRef([value]);
  const input = useRef<HTMLInputElement>(null);

  // Another part of the window changed the search, such as "Show all contacts".
  useEffect(() => {
    const sent = underWay.current;
    const answers = value === sent.at(-1) ? sent.length - 1 : sent.indexOf(value);
    underWay.current = answers < 0 ? [value] : sent.slice(answers);
    if (answers < 0) setText(value);
  }, [value]);

  const type = (next: string) => {
    setText(next);
    underWay.current.push(next);
    startTransition(() => onChange(next));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') onLeave();
    else if (event.key === 'Escape' && text) type('');
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  useCommand('find', () => input.current?.select());

  return (
    // biome-ignore lint/a11y/useSemanticElements: older web views don't know the element
    <div role="search" className={styles.search}>
      <Search aria-hidden="true" />
      <input
        ref={input}
        className={styles.input}
        type="text"
        aria-label={label ?? t('search')}
        placeholder={hint ?? t('searchHint')}
        value={text}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text ? (
        <button type="button" className={styles.clear} aria-label={t('clearSearch')} onClick={() => type('')}>
          <X />
        </button>
      ) : (
        <Kbd>{keyLabel('find') ?? ''}</Kbd>
      )}
    </div>
  );
}
