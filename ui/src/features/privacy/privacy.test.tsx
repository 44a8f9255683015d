// Saving what is known of a person, and erasing one after a question that says what goes and what stays.
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

async function choose(line: string, shell = {}) {
  const page = renderApp('/contacts/3', { shell });
  const { user } = page;
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: line }));
  const given = (name: string) => page.double.calls.filter((call) => call.name === name).map(({ input }) => input);
  return { ...page, given };
}

describe('what is known of a person', () => {
  it('is saved where the user wants it', async () => {
    const { given } = await choose('Save everything known …');
    expect(await screen.findByText('Saved everything that is known')).toBeVisible();
    expect(given('dossier_save')).toEqual([{ id: 3, path: expect.stringMatching(/What is known of .+\.html$/) }]);
  });
});

describe('erasing a person', () => {
  it('is asked about, says what of the backups is left, and closes the profile', async () => {
    const { user, given } = await choose('Erase for good …');
    const question = await screen.findByRole('dialog', { name: /^Erase .+ for good\?$/ });
    await expectAccessible();
    await user.click(within(question).getByRole('button', { name: 'Erase for good' }));
    expect(await screen.findByText('2 backups still hold this person.')).toBeVisible();
    expect(given('contact_erase')).toEqual([{ id: 3, backups: 'keep', path: null }]);
    expect(screen.queryByText('There is no such contact')).toBeNull();
  });

  it('removes backups and saves a certificate where that is wanted', async () => {
    const { user, given } = await choose('Erase for good …');
    const question = await screen.findByRole('dialog');
    await user.click(within(question).getByRole('checkbox', { name: /backups/ }));
    await user.click(within(question).getByRole('checkbox', { name: /certificate/ }));
    await user.click(within(question).getByRole('button', { name: 'Erase for good' }));
    expect(await screen.findByText('Erased for good')).toBeVisible();
    expect(given('contact_erase')).toEqual([
      { id: 3, backups: 'remove', path: '/home/office/Certificate of erasure.html' },
    ]);
  });

  it('erases nobody when the place for the certificate was not chosen', async () => {
    const { user, given } = await choose('Erase for good …', { pick_save: () => null });
    const question = await screen.findByRole('dialog');
    await user.click(within(question).getByRole('checkbox', { name: /certificate/ }));
    await user.click(within(question).getByRole('button', { name: 'Erase for good' }));
    expect(given('contact_erase')).toEqual([]);
    expect(question).toBeVisible();
  });
});
