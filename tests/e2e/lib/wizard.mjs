// The import wizard, walked through as a person does.
import { writeFileSync } from 'node:fs';
import { until } from './webdriver.mjs';
import { wordsOf } from './words.mjs';

export function wizardOf(page, t = wordsOf('en')) {
  const stage = () => page.session.run('return document.querySelector("[aria-current=step]")?.innerText ?? null');

  /** Waits for a stage; the stepper writes "Groups from a column" where a column says the groups. */
  const at = (name) => until(async () => (await stage())?.includes(name), `the stage ${name}`);

  /** Goes on to the next stage. */
  async function on() {
    const before = await stage();
    await until(
      async () => {
        const [button] = await page.all('button', t('import.continue'));
        if (button) await page.session.click(button);
        return (await stage()) !== before;
      },
      `the stage after ${before?.replaceAll('\n', ' ')}`,
    );
  }

  /** From the rehearsal to what was done. */
  async function carryOut() {
    await at(t('import.stages.summary'));
    await page.shows(t('import.check.nothingWritten'));
    await page.click('button', t('import.deed.create_other'));
    await page.find('button', t('import.done.undo'));
  }

  /** From Source to Summary, then the import itself. */
  async function walk() {
    await at(t('import.stages.source'));
    while (!(await stage()).includes(t('import.stages.summary'))) await on();
    await carryOut();
  }

  return { at, carryOut, on, stage, walk };
}

/** The wizard in English with the ways into it: a file that is there, or one with these lines. */
export function importerOf(app) {
  const wizard = wizardOf(app.page);

  async function take(file) {
    await app.page.click('button', 'Import', { exact: true });
    await app.hands.choose('^Choose a file of contacts$', file);
    await wizard.at('Source');
  }

  async function takeRows(name, rows) {
    const file = app.file(name);
    writeFileSync(file, `${rows.join('\n')}\n`);
    await take(file);
  }

  async function toSummary() {
    while (!(await wizard.stage()).includes('Summary')) await wizard.on();
  }

  return { ...wizard, take, takeRows, toSummary };
}
