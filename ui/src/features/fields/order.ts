// The order of fields after some were moved.

/** The codes with the dragged ones, in their old order among each other, before or after the target. */
export function moved(codes: string[], dragged: string[], target: string, after: boolean): string[] {
  const taken = codes.filter((code) => dragged.includes(code));
  const left = codes.filter((code) => !dragged.includes(code) || code === target);
  const at = left.indexOf(target) + (after ? 1 : 0);
  const together = [...left.slice(0, at), ...taken, ...left.slice(at)];
  return together.filter((code, index) => together.indexOf(code) === index);
}
