// Every screen and every stage of the wizard, in light and dark, English and Hebrew, wide and narrow: axe-core finds nothing
// wrong, and a picture is left in out/ for a person to look at. ROSTER_SCREENSHOT=1 also renews the one of the README.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startRoster } from './lib/roster.mjs';
import { tour } from './lib/tour.mjs';
import { until } from './lib/webdriver.mjs';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));

/** How the window looks: what its preferences say and how large it is. */
const LOOKS = {
  light: { theme: 'light', language: 'en', size: [1280, 800] },
  dark: { theme: 'dark', language: 'en', size: [1280, 800] },
  hebrew: { theme: 'light', language: 'he', size: [1280, 800] },
  narrow: { theme: 'light', language: 'en', size: [1000, 640] },
  'hebrew-dark': { theme: 'dark', language: 'he', size: [1000, 640] },
};

for (const [look, { theme, language, size }] of Object.entries(LOOKS)) {
  test(`every screen: ${look}`, async (t) => {
    const app = await startRoster();
    t.after(() => app.stop());
    await app.hands.resize('– Roster$', ...size);
    await until(() => app.page.session.run('return innerWidth === arguments[0]', size[0]), `a width of ${size[0]}`);
    await prefer(app.page, { theme, language });
    assert.equal(await app.page.session.run('return document.documentElement.dir'), language === 'he' ? 'rtl' : 'ltr');
    const wrong = {};
    await tour(app, language, async (screen) => {
      const picture = await app.page.picture(`${look}-${screen}`);
      const violations = await app.page.violations();
      if (violations.length > 0) wrong[screen] = violations;
      if (look === 'light' && screen === 'contacts') renewScreenshot(picture);
    });
    assert.deepEqual(wrong, {});
  });
}

/** The page keeps its preferences itself; it reads them when it starts. */
async function prefer(page, preferences) {
  await page.session.run('localStorage.setItem("roster.preferences", arguments[0])', JSON.stringify(preferences));
  await page.session.run('location.reload()');
  await page.find('button', '');
}

function renewScreenshot(picture) {
  if (!process.env.ROSTER_SCREENSHOT) return;
  mkdirSync(DOCS, { recursive: true });
  copyFileSync(picture, `${DOCS}screenshot.png`);
}
