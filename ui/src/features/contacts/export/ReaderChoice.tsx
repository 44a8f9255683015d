// Who reads a csv: which Excel, any program, or one that has a header of its own.
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/components/Checkbox';
import form from '@/components/form.module.css';
import { Select } from '@/components/Select';
import { useAsk } from '@/ipc/call';
import { type Draft, isProgram, READERS, type Reader } from './choice';

type ReaderChoiceProps = { draft: Draft; set: (part: Partial<Draft>) => void; isDisabled: boolean };

export function ReaderChoice({ draft, set, isDisabled }: ReaderChoiceProps) {
  const { t } = useTranslation('export');
  return (
    <>
      <div>
        <Select
          label={t('reader')}
          choices={READERS.map((id) => ({ id, label: t(`readers.${id}`) }))}
          value={draft.reader}
          onChange={(id) => set({ reader: id as Reader })}
          isDisabled={isDisabled}
        />
        <p className={form.hint}>{t(`readerHints.${draft.reader}`)}</p>
      </div>
      {draft.reader === 'outlook' && (
        <OutlookLanguage language={draft.language} onChoose={(language) => set({ language })} isDisabled={isDisabled} />
      )}
      {isProgram(draft.reader) && (
        <Checkbox isSelected={draft.optedOut} onChange={(optedOut) => set({ optedOut })} isDisabled={isDisabled}>
          {t('withOptedOut')}
        </Checkbox>
      )}
    </>
  );
}

type LanguageProps = { language: string; onChoose: (language: string) => void; isDisabled: boolean };

function OutlookLanguage({ language, onChoose, isDisabled }: LanguageProps) {
  const { t, i18n } = useTranslation('export');
  const languages = useAsk('export_programs', {}).data?.outlook_languages ?? [language];
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (
    <Select
      label={t('outlookLanguage')}
      choices={languages.map((id) => ({ id, label: names.of(id.replace('_', '-')) ?? id }))}
      value={language}
      onChange={onChoose}
      isDisabled={isDisabled}
    />
  );
}
