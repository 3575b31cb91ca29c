import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Person } from './person.mjs';

/** What a conversation may take from one screen to the other, by the requirement. */
const LIVE_MS = 200;
const PROBES = 9;

/** Two people in two browsers, over a reload and a restart of Beep. */
export function twoPeople(beep) {
  describe('two people', () => {
    let ada;
    let grace;

    before(async () => {
      await beep.running();
      ada = await Person.arrive(beep.url, 'Ada');
      grace = await Person.arrive(beep.url, 'Grace');
    });

    after(async () => {
      await ada?.leave();
      await grace?.leave();
    });

    it('sign up, found a server and join it', async () => {
      await ada.signUp();
      await ada.createServer('Engines');
      await grace.signUp();
      await grace.join('Engines');
      await ada.page.getByRole('complementary').getByText('Grace Example').waitFor();
    });

    it('see what the other writes at once', async () => {
      await ada.say('good morning');
      await grace.message('good morning').waitFor();
      await grace.say('good morning, Ada');
      await ada.message('good morning, Ada').waitFor();

      const took = [];
      for (let i = 0; i < PROBES; i++) {
        const [from, to] = i % 2 === 0 ? [ada, grace] : [grace, ada];
        await from.composer().fill(`probe ${i}`);
        const began = performance.now();
        const seen = to.message(`probe ${i}`).waitFor();
        await from.composer().press('Enter');
        await seen;
        took.push(performance.now() - began);
      }
      took.sort((a, b) => a - b);
      // One may meet a collection of garbage in a browser that shares the machine.
      assert.ok(took[PROBES - 2] < LIVE_MS, `took ${took.map(Math.round).join(', ')} ms`);
    });

    it('have what one sends begin a trace', async () => {
      const sending = ada.page.waitForRequest((request) => request.method() === 'POST' && /\/messages$/.test(request.url()));
      await ada.say('a trace');
      assert.match((await sending).headers().traceparent ?? '', /^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    });

    it('keep everything over a reload', async () => {
      await ada.page.reload();
      await ada.message('good morning, Ada').waitFor();
      assert.equal(await ada.message('probe 3').count(), 1);
    });

    it('find what was said', async () => {
      await grace.page.getByRole('button', { name: 'Search messages' }).click();
      await grace.page.getByRole('searchbox').fill('morning ada');
      await grace.page.getByRole('region', { name: 'Search' }).locator('mark').first().waitFor();
      await grace.page.keyboard.press('Escape');
    });

    it('keep everything over a restart of Beep, and go on', async () => {
      await beep.stop();
      await ada.composer().fill('written while Beep was down');
      await ada.composer().press('Enter');
      const printed = await beep.start();
      assert.doesNotMatch(printed, /Building/, 'what is built is not built again');
      await grace.message('written while Beep was down').waitFor({ timeout: 60_000 });
      // So high that all of the history is drawn.
      await grace.page.setViewportSize({ width: 1280, height: 2000 });
      await grace.page.reload();
      await grace.message('good morning').waitFor();
      assert.equal(await grace.message('written while Beep was down').count(), 1);
      assert.equal(await grace.message('probe 8').count(), 1);
    });

    it('met no fault on any page', () => {
      // While Beep was down the browser said so, rightly.
      const real = [...ada.faults, ...grace.faults].filter(
        (fault) => !/ERR_(CONNECTION|INCOMPLETE|EMPTY)|Failed to fetch|50[23]/.test(fault),
      );
      assert.deepEqual(real, []);
    });
  });
}
