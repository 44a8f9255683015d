// The first stage: a file or pasted rows, what was detected about them, and the first rows as they will be read.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '@/components/Tabs';
import { fileName } from '../model/files';
import type { Tab } from '../model/state';
import { Notice } from '../parts/Notice';
import type { StageProps } from '../props';
import { useFileFailure } from '../words';
import { Detected } from './Detected';
import { FileTab } from './FileTab';
import { GarbledNotice } from './GarbledNotice';
import { PasteTab } from './PasteTab';
import { PreviewTable } from './PreviewTable';
import styles from './SourceStage.module.css';

export function SourceStage({ state, dispatch, looking }: StageProps & { looking: boolean }) {
  const { t } = useTranslation('import');
  const pages = [
    { id: 'file', label: t('source.file'), content: <FileTab state={state} dispatch={dispatch} /> },
    { id: 'paste', label: t('source.paste'), content: <PasteTab state={state} dispatch={dispatch} /> },
  ];
  return (
    <div className={styles.stage}>
      <Tabs
        label={t('source.tabs')}
        pages={pages}
        selected={state.tab}
        onSelect={(tab) => dispatch({ type: 'tab', tab: tab as Tab })}
      />
      <SourceNotices state={state} />
      <Found state={state} dispatch={dispatch} looking={looking} />
    </div>
  );
}

function SourceNotices({ state: { failure, left } }: Pick<StageProps, 'state'>) {
  const { t, i18n } = useTranslation('import');
  const words = useFileFailure();
  const text = failure && words(failure);
  const names = new Intl.ListFormat(i18n.language).format(left.map((path) => t('quoted', { text: fileName(path) })));
  return (
    <>
      {text && <Notice tone="bad" title={text.message} text={text.hint} />}
      {left.length > 0 && (
        <Notice tone="info" title={t('source.left', { count: left.length, names })} text={t('source.leftHint')} />
      )}
    </>
  );
}

function Found({ state, dispatch, looking }: StageProps & { looking: boolean }) {
  const { t } = useTranslation('import');
  const heading = useId();
  const { preview } = state;
  if (!preview)
    return looking ? (
      <p className={styles.looking} role="status">
        {t('source.looking')}
      </p>
    ) : null;
  return (
    <section className={styles.found} aria-labelledby={heading} aria-busy={looking}>
      <h3 id={heading} className="unseen">
        {t('source.detected')}
      </h3>
      <Detected state={state} preview={preview} dispatch={dispatch} />
      {preview.garbled && <GarbledNotice garbled={preview.garbled} dispatch={dispatch} />}
      {preview.rows.length === 0 ? (
        <Notice tone="warn" title={t('source.noRows')} text={t('source.noRowsHint')} />
      ) : (
        <PreviewTable preview={preview} />
      )}
    </section>
  );
}
