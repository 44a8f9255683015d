// What is typed about a sheet of labels, and what the core is asked with.
import type { LabelsRequest, SheetMeasures } from '@/ipc/bindings';

/** The code of a sheet that is sold, or an own size; the label to begin on as typed. */
export type SheetForm = { code: string; own: OwnSheet; first: string };
/** The measures of a sheet as typed. */
export type OwnSheet = Record<Measure, string> & { paper: SheetMeasures['paper'] };

export const MEASURES = [
  'columns',
  'rows',
  'width',
  'height',
  'left',
  'top',
  'step_across',
  'step_down',
] as const satisfies readonly (keyof SheetMeasures)[];
type Measure = (typeof MEASURES)[number];

export const OWN = 'own';

export const USUAL_SHEET: SheetForm = {
  code: 'L7160',
  first: '1',
  own: {
    paper: 'a4',
    columns: '3',
    rows: '7',
    width: '63.5',
    height: '38.1',
    left: '7.2',
    top: '15.1',
    step_across: '66',
    step_down: '38.1',
  },
};

const number = (typed: string) => (typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.')));

/** The measures that were typed, or nothing while one of them is no number. */
export function toMeasures({ paper, ...own }: OwnSheet): SheetMeasures | null {
  const measures = Object.fromEntries(MEASURES.map((name) => [name, number(own[name])])) as Record<Measure, number>;
  const counts = [measures.columns, measures.rows];
  const whole = counts.every((count) => Number.isInteger(count) && count >= 1 && count <= 100);
  return whole && Object.values(measures).every((mm) => Number.isFinite(mm) && mm >= 0) ? { paper, ...measures } : null;
}

/** What the core is asked for, or nothing while something is wrong. */
export function toChoice({ code, own, first }: SheetForm): Pick<LabelsRequest, 'sheet' | 'first'> | null {
  const begin = number(first);
  if (!Number.isInteger(begin) || begin < 1) return null;
  if (code !== OWN) return { sheet: { kind: 'known', code }, first: begin };
  const sheet = toMeasures(own);
  return sheet && { sheet: { kind: 'own', sheet }, first: begin };
}
