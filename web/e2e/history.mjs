import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, Person } from './person.mjs';

const MESSAGES = 260;
/** So far something may move that must not: the rounding of positions. */
const STILL_PX = 2;

/** Long history: its end, its way up, and what stays in its place meanwhile. */
export function history(beep) {
  describe('a long history', { concurrency: 1 }, () => {
    let browser;
    let mary;
    let page;
    let channel;
    const ids = [];

    before(async () => {
      await beep.running();
      browser = await launch();
      mary = await Person.arrive(beep.url, 'Mary', { browser });
      ({ page } = mary);
      await mary.signUp();
      channel = await mary.createServer('Archive');
      for (let i = 0; i < MESSAGES; i++) {
        const { id } = await mary.api('POST', `/channels/${channel.channelId}/messages`, { content: textOf(i) });
        ids.push(id);
      }
    });

    after(() => browser?.close());

    const scroller = () => page.getByRole('region', { name: 'Messages in general' });
    const fromEnd = () => scroller().evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    const shown = (i) => page.getByRole('article').filter({ hasText: `number ${i}.` });

    /** Where the topmost whole message in view is. */
    const anchor = () =>
      scroller().evaluate((box) => {
        const top = box.getBoundingClientRect().top;
        const row = [...box.querySelectorAll('article')].find((one) => one.getBoundingClientRect().top > top + 20);
        return { row: row.dataset.row, at: row.getBoundingClientRect().top - top };
      });
    const placeOf = (row) =>
      scroller().evaluate(
        (box, key) =>
          box.querySelector(`[data-row="${key}"]`).getBoundingClientRect().top - box.getBoundingClientRect().top,
        row,
      );
    /** Resolves when nothing has moved for a few frames. */
    const settled = () =>
      scroller().evaluate(
        (box) =>
          new Promise((resolve) => {
            let same = 0;
            let last = '';
            const look = () => {
              const now = `${box.scrollTop} ${box.scrollHeight}`;
              same = now === last ? same + 1 : 0;
              last = now;
              if (same > 8) resolve();
              else requestAnimationFrame(look);
            };
            look();
          }),
      );

    it('opens at its end, whatever its messages measure', async () => {
      await page.goto(`${beep.url}/s/${channel.serverId}/c/${channel.channelId}`);
      await shown(MESSAGES - 1).waitFor();
      await settled();
      assert.ok((await fromEnd()) <= STILL_PX, `${await fromEnd()} px from the end`);
    });

    it('keeps what one reads in its place when older messages come', async () => {
      for (const older of ['first', 'second', 'third']) {
        let asked = false;
        let release;
        const held = new Promise((resolve) => (release = resolve));
        await page.route('**/messages?before=*', async (route) => {
          asked = true;
          await held;
          await route.continue();
        });
        await scroller().hover();
        while (!asked) {
          await page.mouse.wheel(0, -700);
          await settled();
        }
        const before = await anchor();
        const height = await scroller().evaluate((box) => box.scrollHeight);
        release();
        await page.waitForFunction(
          ([box, was]) => box.scrollHeight > was + 500,
          [await scroller().elementHandle(), height],
        );
        await settled();
        const moved = (await placeOf(before.row)) - before.at;
        assert.ok(Math.abs(moved) <= STILL_PX, `the ${older} page moved it by ${moved} px`);
        await page.unroute('**/messages?before=*');
      }
    });

    it('draws only what is near the view', async () => {
      const drawn = await page.getByRole('article').count();
      assert.ok(drawn < 80, `${drawn} messages are drawn`);
    });

    it('keeps what one reads in its place when somebody writes, and says so', async () => {
      const before = await anchor();
      const arrival = page.waitForFunction(
        ([box, was]) => box.scrollHeight > was,
        [await scroller().elementHandle(), await scroller().evaluate((box) => box.scrollHeight)],
      );
      await mary.api('POST', `/channels/${channel.channelId}/messages`, { content: 'meanwhile, at the end' });
      await arrival;
      await settled();
      assert.ok(Math.abs((await placeOf(before.row)) - before.at) <= STILL_PX);
      await page.getByRole('button', { name: 'Jump to present' }).click();
      await mary.message('meanwhile, at the end').waitFor();
      await settled();
      assert.ok((await fromEnd()) <= STILL_PX);
    });

    it('leads to a message that is linked to, however old, and back', async () => {
      await page.goto(`${beep.url}/s/${channel.serverId}/c/${channel.channelId}/m/${ids[30]}`);
      await shown(30).waitFor();
      await settled();
      const box = await shown(30).boundingBox();
      assert.ok(box.y > 60 && box.y + box.height < 740, JSON.stringify(box));
      await page.getByRole('button', { name: 'Jump to present' }).click();
      await mary.message('meanwhile, at the end').waitFor();
      await settled();
      assert.ok((await fromEnd()) <= STILL_PX);
    });

    it('stays at its end when one writes', async () => {
      await mary.say(`a long one\n${'line\n'.repeat(30)}end`);
      await mary.say('and a short one');
      await mary.message('and a short one').waitFor();
      await settled();
      assert.ok((await fromEnd()) <= STILL_PX);
    });
  });
}

/** Of very different heights. */
function textOf(i) {
  const more = ['', '\n\nA second paragraph.', `\n\n${'Words that fill some lines. '.repeat(i % 23)}`, '\n\n```\ncode\n\nmore\n```'];
  return `This is number ${i}.${more[i % more.length]}`;
}
