// Quick filters: parts of the text of a filter, joined by "and". Each is added and taken away as one piece; what was typed
// otherwise stays as one piece of its own.

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

export const ACTIVE = 'active = yes';
export const UNREACHABLE = 'active = no';
export const OPTED_OUT = 'has opted_out';
export const HAS_EMAIL = 'has email';
export const NO_EMAIL = 'not has email';

export type Named = 'group' | 'tag' | 'lifecycle' | 'country';
export const named = (field: Named, value: string) => `${field} = ${quoted(value)}`;
export const fromBatch = (batch: number) => `batch = ${batch}`;

/** The value of a part made by `named`, or null. */
export function valueIn(part: string, field: Named): string | null {
  const found = part.match(new RegExp(`^${field} = "((?:[^"\\\\]|\\\\.)*)"$`));
  return found?.[1] === undefined ? null : found[1].replace(/\\(.)/g, '$1');
}

/** The words and signs of a filter outside of quotes, with how deep in brackets each stands. */
function* words(filter: string): Generator<{ word: string; at: number; depth: number }> {
  let depth = 0;
  for (const found of filter.matchAll(/"(?:[^"\\]|\\.)*"?|[()]|[^\s()"]+/g)) {
    if (found[0] === ')') depth -= 1;
    yield { word: found[0].toLowerCase(), at: found.index, depth };
    if (found[0] === '(') depth += 1;
  }
}

/** The pieces that stand between the outermost "and"; one piece where an "or" stands among them. */
export function parts(filter: string): string[] {
  const text = filter.trim();
  if (!text) return [];
  const found: string[] = [];
  let from = 0;
  let isBetween = false;
  for (const { word, at, depth } of words(text)) {
    if (depth > 0) continue;
    if (word === 'or') return [text];
    // The "and" of "between 1 and 2" joins nothing.
    if (word === 'between') isBetween = true;
    else if (word === 'and' && isBetween) isBetween = false;
    else if (word === 'and') {
      found.push(text.slice(from, at).trim());
      from = at + word.length;
    }
  }
  return [...found, text.slice(from).trim()];
}

export function withPart(filter: string, part: string): string {
  const now = parts(filter);
  if (now.includes(part)) return filter;
  const isChoice = now.length === 1 && [...words(filter)].some(({ word, depth }) => word === 'or' && depth === 0);
  return isChoice ? `(${filter.trim()}) and ${part}` : [...now, part].join(' and ');
}

export function withoutPart(filter: string, part: string): string {
  return parts(filter)
    .filter((other) => other !== part)
    .join(' and ');
}
