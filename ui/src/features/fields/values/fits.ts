// Whether a kept value is one of its field: after a change of type or options some may not be, and are marked until somebody
// sets them right. And the text in which several options are kept: `vegan, "gluten, free"`.
import type { Shape } from './formats';

const SEPARATED = /\s*(?:"([^"]*)"|([^,]*))\s*(?:,|$)/gy;

export function listOf(kept: string): string[] {
  const all = [...kept.matchAll(SEPARATED)].map(([, quoted, plain]) => (quoted ?? plain ?? '').trim());
  return all.filter((option) => option !== '');
}

export function joined(options: string[]): string {
  return options.map((option) => (/[,;|、،؛，；]/.test(option) ? `"${option}"` : option)).join(', ');
}

const FORMS: Record<string, RegExp> = {
  number: /^-?\d+(\.\d+)?$/,
  money: /^-?\d+(\.\d+)? [A-Z]{3}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  yes_no: /^(yes|no)$/,
  url: /^https?:\/\/\S+$/,
};

export function fits({ type, options }: Pick<Shape, 'type' | 'options'>, kept: string): boolean {
  if (kept === '') return true;
  if (type === 'one_of') return options.includes(kept);
  if (type === 'many_of') return listOf(kept).every((option) => options.includes(option));
  return FORMS[type]?.test(kept) ?? true;
}
