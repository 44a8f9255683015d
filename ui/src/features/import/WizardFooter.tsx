// The row of buttons at the bottom, which keeps its places through all stages: what gives up at the start, Back and the way
// on at the end.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { freshness } from './model/request';
import { obstacle, previousStage } from './model/stages';
import type { WizardState } from './model/state';
import type { StageProps } from './props';
import { DoneFooter } from './summary/DoneFooter';
import { useDeed } from './summary/useDeed';
import type { Work } from './useWork';
import styles from './WizardFooter.module.css';

type FooterProps = StageProps & { work: Work; looking: boolean; onClose: () => void };

export function WizardFooter(props: FooterProps) {
  const { state, work, onClose } = props;
  if (work.busy?.work === 'import_run') return <RunningFooter work={work} onAway={onClose} />;
  if (state.result) return <DoneFooter report={state.result} undone={state.undone} work={work} onClose={onClose} />;
  return <StepFooter {...props} />;
}

function RunningFooter({ work: { busy, cancel }, onAway }: { work: Work; onAway: () => void }) {
  const { t } = useTranslation('import');
  return (
    <>
      <span className={styles.hint}>{busy?.cancelling ? t('run.cancelling') : t('run.safe')}</span>
      <Button onPress={cancel} isDisabled={busy?.cancelling} autoFocus>
        {t('run.cancel')}
      </Button>
      <Button variant="main" onPress={onAway} isDisabled={busy?.cancelling}>
        {t('run.background')}
      </Button>
    </>
  );
}

function StepFooter({ state, dispatch, work, looking, onClose }: FooterProps) {
  const { t } = useTranslation(['import', 'common']);
  const hint = useHint(state, looking);
  return (
    <>
      <Button variant="plain" onPress={onClose}>
        {t('common:cancel')}
      </Button>
      <span className={styles.hint} role="status">
        {hint}
      </span>
      <Button onPress={() => dispatch({ type: 'back' })} isDisabled={previousStage(state) === null}>
        {t('common:back')}
      </Button>
      {state.stage === 'summary' ? (
        <ImportButton state={state} work={work} />
      ) : (
        <Button
          variant="main"
          onPress={() => dispatch({ type: 'next' })}
          isDisabled={looking || obstacle(state) !== null}
        >
          {state.warned ? t('continueAnyway') : t('continue')}
        </Button>
      )}
    </>
  );
}

/** Why Continue can't be pressed, said where the eye is. */
function useHint(state: WizardState, looking: boolean): string | null {
  const { t } = useTranslation('import');
  const why = obstacle(state);
  if (why === null) return null;
  if (why === 'nothing_read' && (state.failure || looking)) return null;
  return t(`obstacles.${why}`);
}

/** Says what importing would do; after corrections it checks first, so that the counts hold. */
function ImportButton({ state, work }: { state: WizardState; work: Work }) {
  const { t } = useTranslation('import');
  const deed = useDeed(state);
  const holds = freshness(state);
  if (holds === 'uncheckedEdits' || (state.failure && holds !== 'fresh')) {
    return (
      <Button variant="main" onPress={() => void work.rehearse()} isDisabled={work.busy !== null}>
        {t('check.again')}
      </Button>
    );
  }
  return (
    <Button
      variant="main"
      onPress={() => void work.run()}
      isDisabled={work.busy !== null || holds !== 'fresh' || !deed.possible}
    >
      {deed.label}
    </Button>
  );
}
