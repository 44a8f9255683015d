// Which program the file comes from, by a vote of its whole header: "Outlook, German: 41 of 43 columns known". Opened, it
// lists the other programs that it could come from, and none.
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dialect, Preview } from '@/ipc/bindings';
import type { Action } from '../model/reducer';
import { ChoiceChip } from '../parts/ChoiceChip';

const NONE = 'none';
const idOf = ({ name, locale }: Dialect) => `${name}:${locale}`;

export function DialectChip({ preview, dispatch }: { preview: Preview; dispatch: Dispatch<Action> }) {
  const { t } = useTranslation('import');
  const named = useDialectName();
  const known = ({ known: count, columns }: Dialect) => t('source.columnsKnown', { count, total: columns });
  const { dialect, dialects } = preview;
  return (
    <ChoiceChip
      label={dialect ? named(dialect) : t('source.dialect')}
      shown={dialect ? known(dialect) : t('source.noDialect')}
      choices={[
        ...dialects.map((other) => ({ id: idOf(other), label: named(other), detail: known(other) })),
        { id: NONE, label: t('source.noDialect'), detail: t('source.noDialectHint') },
      ]}
      value={dialect ? idOf(dialect) : NONE}
      onChange={(id) => dispatch({ type: 'dialect', dialect: id })}
    />
  );
}

/** A dialect in words: "Outlook, German", "Google Contacts, new". */
function useDialectName(): (dialect: Dialect) => string {
  const { t, i18n } = useTranslation('import');
  return ({ name, locale }) => {
    const program = t(`source.dialects.${name}`, { defaultValue: name });
    const variant = i18n.exists(`import:source.variants.${locale}`)
      ? String(t(`source.variants.${locale}` as never))
      : languageName(locale, i18n.language);
    return t('source.dialectIn', { program, variant });
  };
}

function languageName(locale: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(locale.replace('_', '-')) ?? locale;
  } catch {
    return locale;
  }
}
