// How sure a proposal is, in words instead of per cents.
import type { Column } from './columns';

export type Certainty = 'sure' | 'likely' | 'guess' | 'remembered' | 'chosen';

const SURE = 0.9;
const LIKELY = 0.65;

/** Null for a column that has no proposal to be sure of. */
export function certainty({ origin, confidence, choice }: Column): Certainty | null {
  if (choice.kind === 'open') return null;
  if (origin !== 'proposed') return origin;
  if (confidence >= SURE) return 'sure';
  return confidence >= LIKELY ? 'likely' : 'guess';
}
