import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Sentinels of the component library, which hand the focus on before anything could read them. */
const GUARDS = '[data-base-ui-focus-guard]';
/** What may stand outside the landmarks: what floats over the page for as long as it is open. */
const FLOATING = 'dialog, [role=dialog], [role=alertdialog], svg, [role=menu]';

/**
 * What axe finds wrong with what is shown now, in the light and in the dark; empty when nothing is.
 *
 * @returns {Promise<string[]>} one line for each rule and place
 */
export async function faultsOf(page) {
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // In the dark only the colours are others.
    const only = colorScheme === 'dark' ? ['color-contrast'] : null;
    for (const fault of await run(page, only)) found.push(`${colorScheme}: ${fault}`);
  }
  return found;
}

async function run(page, only) {
  // Evaluated and not added to the page, whose policy rightly refuses scripts of others.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ([guards, floating, rules]) => {
      axe.configure({ checks: [{ id: 'region', options: { regionMatcher: floating } }] });
      const { violations } = await axe.run(
        { exclude: [[guards]] },
        { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) },
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
      );
    },
    [GUARDS, FLOATING, only],
  );
}
