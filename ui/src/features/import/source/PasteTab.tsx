// Rows that are pasted or typed, with examples of the forms that are understood.

import { Button, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StageProps } from '../props';
import styles from './PasteTab.module.css';

const EXAMPLES = ['commas', 'sheet', 'list'] as const;

/** What each example shows. They are data, so they stay as they are in every language. */
const EXAMPLE_ROWS: Record<(typeof EXAMPLES)[number], string> = {
  commas: 'Name, E-mail, Mobile\nNoa Levi, noa@harbour.example, +972 50 123 4567',
  sheet: 'First name\tLast name\tE-mail\nAnna\tBerg\tanna@berg.example',
  list: 'anna@berg.example\n+44 7400 123456',
};

export function PasteTab({ state, dispatch }: StageProps) {
  const { t } = useTranslation('import');
  return (
    <div className={styles.paste}>
      <TextField
        className={styles.field ?? ''}
        aria-label={t('source.rows')}
        value={state.text}
        onChange={(text) => dispatch({ type: 'text', text })}
        autoFocus
      >
        <TextArea className={styles.area} placeholder={t('source.rowsHint')} spellCheck={false} dir="auto" />
      </TextField>
      {state.text === '' && <Examples onTake={(text) => dispatch({ type: 'text', text })} />}
    </div>
  );
}

function Examples({ onTake }: { onTake: (text: string) => void }) {
  const { t } = useTranslation('import');
  return (
    <ul className={styles.examples} aria-label={t('source.examples')}>
      {EXAMPLES.map((example) => (
        <li key={example} className={styles.example}>
          <h3 className={styles.title}>{t(`source.exampleOf.${example}`)}</h3>
          <pre className={styles.sample} dir="ltr">
            {EXAMPLE_ROWS[example]}
          </pre>
          <Button
            className={styles.take ?? ''}
            aria-label={t('source.tryExampleOf', { name: t(`source.exampleOf.${example}`) })}
            onPress={() => onTake(EXAMPLE_ROWS[example])}
          >
            {t('source.tryExample')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
