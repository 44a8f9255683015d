// Labels and mail merge: what is asked of the core, and what is said afterwards.
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { runCommand } from '@/frame/commands';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { toChoice, USUAL_SHEET } from './sheets';

async function open(options: Parameters<typeof renderApp>[1] = {}) {
  const app = renderApp('/contacts', options);
  await screen.findByText('204 contacts');
  runCommand('letters');
  return { ...app, dialog: await screen.findByRole('dialog', { name: 'Letters and labels' }) };
}

const asked = (double: { calls: { name: string; input: unknown }[] }, name: string) =>
  double.calls.find((call) => call.name === name)?.input;

describe('labels', () => {
  it('are written for the chosen sheet, from the chosen label on', async () => {
    const { double, user, dialog } = await open();
    await expectAccessible();
    const first = within(dialog).getByRole('textbox', { name: 'Begin on label' });
    await user.clear(first);
    await user.type(first, '4');
    await user.click(within(dialog).getByRole('checkbox', { name: /same address/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Save the PDF …' }));
    const done = await screen.findByRole('dialog', { name: '1 label, 1 sheet' });
    expect(within(done).getByText(/without scaling/)).toBeVisible();
    expect(asked(double, 'labels_save')).toMatchObject({
      path: '/home/office/labels.pdf',
      sheet: { kind: 'known', code: 'L7160' },
      first: 4,
      mailing: { per_household: true, selection: null, language: 'en' },
    });
  });

  it('say whom no letter goes to, and what was cut', async () => {
    const quiet = { id: 7, name: 'Quiet Soul', organization: null, refusal: 'do_not_contact' } as const;
    const { user, dialog } = await open({
      handlers: {
        labels_save: (_, { path }) => ({
          file: path,
          contacts: 203,
          letters: 203,
          pages: 10,
          cut: 1,
          left_out: { opted_out: 0, do_not_contact: 1, deceased: 0, no_address: 0 },
          left_out_rows: [{ ...quiet, since: null, initiative: null, reason: null }],
          seconds: 0.1,
        }),
      },
    });
    await user.click(within(dialog).getByRole('button', { name: 'Save the PDF …' }));
    const done = await screen.findByRole('dialog', { name: '203 labels, 10 sheets' });
    expect(within(done).getByText(/1 address is too long/)).toBeVisible();
    expect(within(done).getByText('Quiet Soul')).toBeVisible();
    await expectAccessible();
  });

  it('begin on a label that the sheet has', async () => {
    const { user, dialog } = await open();
    const first = within(dialog).getByRole('textbox', { name: 'Begin on label' });
    await user.clear(first);
    await user.type(first, '22');
    expect(await within(dialog).findByText('The sheet has only 21 labels.')).toBeVisible();
    await user.clear(first);
    expect(within(dialog).getByRole('button', { name: 'Save the PDF …' })).toBeDisabled();
  });
});

it('the data of a mail merge is written as a workbook', async () => {
  const { double, user, dialog } = await open();
  await user.click(within(dialog).getByRole('radio', { name: 'Mail merge' }));
  expect(within(dialog).queryByRole('textbox', { name: 'Begin on label' })).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: 'Save the file …' }));
  expect(await screen.findByRole('dialog', { name: 'Data of 1 letter' })).toBeVisible();
  expect(asked(double, 'letters_save')).toMatchObject({ path: '/home/office/letters.xlsx' });
});

describe('an own sheet', () => {
  const own = { ...USUAL_SHEET, code: 'own' };

  it('is asked for by its measures, with a comma too', () => {
    const choice = toChoice({ ...own, own: { ...own.own, width: '63,5' } });
    expect(choice?.sheet).toMatchObject({ kind: 'own', sheet: { width: 63.5, columns: 3 } });
  });

  it.each([
    ['columns', '2.5'],
    ['rows', '0'],
    ['top', ''],
    ['left', 'x'],
  ] as const)('waits while %s is "%s"', (name, typed) => {
    expect(toChoice({ ...own, own: { ...own.own, [name]: typed } })).toBeNull();
  });
});
