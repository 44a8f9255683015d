import { describe, expect, it } from 'vitest';
import { readFilter } from '@/ipc/double/filters';
import { changedPart, emptyGroup, groupOf, isFinished, newRow, textOf } from './model';

describe('the model of the builder', () => {
  it.each([
    'country = "IL" and (tag in ("vip", "press") or not has phone)',
    'not (city = "Haifa" or city starts "Tel") or name contains "a \\"b\\""',
    'has email',
    'matches "noa 0501"',
  ])('says again what was read: %s', (text) => {
    const { tree } = readFilter(text);
    expect(tree && textOf(groupOf(tree))).toBe(text);
  });

  it('keeps dates, spans and counts as they are read', () => {
    const unit = 'days' as const;
    const group = groupOf({
      kind: 'all',
      parts: [
        { kind: 'compare', field: 'created', op: 'more', value: { kind: 'relative', amount: -1, unit } },
        { kind: 'within', field: 'created', side: 'last', span: { amount: 30, unit } },
        { kind: 'anniversary', field: 'birthday', span: { amount: 1, unit } },
        { kind: 'count', field: 'phone', op: 'at_least', number: 2 },
        {
          kind: 'between',
          field: 'created',
          from: { kind: 'day', day: '2026-01-01' },
          to: { kind: 'relative', amount: 0, unit },
        },
      ],
    });
    expect(textOf(group)).toBe(
      'created > 1 day ago and created within last 30 days and birthday anniversary within 1 day and ' +
        'count phone >= 2 and created between "2026-01-01" and today',
    );
  });

  it('takes a text that reads like a day for a text, unless its field holds dates', () => {
    const row = { ...newRow('notes', '='), values: ['30 days ago'] };
    expect(textOf({ ...emptyGroup(), parts: [row] })).toBe('notes = "30 days ago"');
    expect(textOf({ ...emptyGroup(), parts: [{ ...row, field: 'created', isDate: true }] })).toBe(
      'created = 30 days ago',
    );
  });

  it('leaves out what is not finished', () => {
    const row = newRow('city', '=');
    const group = { ...emptyGroup(), parts: [row, { ...emptyGroup(true), parts: [newRow('tag', '=')] }] };
    expect(isFinished(group)).toBe(false);
    expect(textOf(group)).toBe('');
    const typed = changedPart(group, row.key, (part) => (part.kind === 'row' ? { ...part, values: ['Haifa'] } : part));
    expect(textOf(typed)).toBe('city = "Haifa"');
  });
});
