// Sets of row indexes as sorted, disjoint, half-open ranges: [[0, 3], [7, 8]] holds 0, 1, 2 and 7. A million selected rows
// are one range.

type Range = readonly [from: number, to: number];
export type Ranges = readonly Range[];

export function size(ranges: Ranges): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** The position of the first range that ends after the index. */
function firstEndingAfter(ranges: Ranges, index: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range && range[1] > index) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function has(ranges: Ranges, index: number): boolean {
  const range = ranges[firstEndingAfter(ranges, index)];
  return range !== undefined && range[0] <= index;
}

export function add(ranges: Ranges, from: number, to: number): Ranges {
  if (from >= to) return ranges;
  const apart = ranges.filter(([start, end]) => end < from || start > to);
  const touching = ranges.filter(([start, end]) => end >= from && start <= to);
  const start = Math.min(from, ...touching.map((range) => range[0]));
  const end = Math.max(to, ...touching.map((range) => range[1]));
  return [...apart, [start, end] as const].sort((a, b) => a[0] - b[0]);
}

export function remove(ranges: Ranges, from: number, to: number): Ranges {
  if (from >= to) return ranges;
  return ranges.flatMap(([start, end]): Range[] => {
    const left: Range = [start, Math.min(end, from)];
    const right: Range = [Math.max(start, to), end];
    return [left, right].filter(([a, b]) => a < b);
  });
}

export function toggle(ranges: Ranges, index: number): Ranges {
  return has(ranges, index) ? remove(ranges, index, index + 1) : add(ranges, index, index + 1);
}

/** The indexes one by one, at most `limit` of them. */
export function indexes(ranges: Ranges, limit: number): number[] {
  const found: number[] = [];
  for (const [from, to] of ranges) {
    for (let index = from; index < to && found.length < limit; index += 1) found.push(index);
  }
  return found;
}
