// Doing one thing at once from a menu: it is told with an Undo, or why it could not be done.
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';

export function useAct() {
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return async (work: () => Promise<{ batch: number | null }>, done: string) => {
    try {
      const { batch } = await work();
      confirm(done, batch);
    } catch (reason) {
      showFailure(reason);
    }
  };
}
