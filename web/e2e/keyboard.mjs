import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, Person } from './person.mjs';

/** What works without a pointer, and what is remembered. */
export function keyboard(beep) {
  describe('by the keyboard', { concurrency: 1 }, () => {
    let browser;
    let joan;
    let page;
    let place;

    before(async () => {
      await beep.running();
      browser = await launch();
      joan = await Person.arrive(beep.url, 'Joan', { browser, viewport: { width: 1440, height: 900 } });
      ({ page } = joan);
      await joan.signUp();
      place = await joan.createServer('Workshop');
      for (const name of ['alpha', 'beta']) {
        await joan.api('POST', `/servers/${place.serverId}/channels`, { name, type: 'text' });
      }
      await page.getByRole('link', { name: 'beta' }).waitFor();
      // What is opened by keys is fetched ahead; from then on it is there at once.
      await press('Control+k');
      await page.getByRole('combobox').waitFor();
      await press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    });

    after(() => browser?.close());

    const press = (key) => page.keyboard.press(key);
    const title = (name) => page.getByRole('heading', { level: 1, name });

    it('jumps to a channel by a few letters, the first of which counts', async () => {
      await press('Control+k');
      await page.keyboard.type('be');
      await press('Enter');
      await title('beta').waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Message #beta');
    });

    it('walks from channel to channel', async () => {
      await press('Alt+ArrowUp');
      await title('alpha').waitFor();
      await press('Alt+ArrowUp');
      await title('general').waitFor();
      await press('Alt+ArrowUp');
      await title('beta').waitFor();
      await press('Alt+ArrowDown');
      await title('general').waitFor();
    });

    it('walks to the next channel that is unread', async () => {
      const { items } = await joan.api('GET', `/servers/${place.serverId}/channels`);
      const beta = items.find((channel) => channel.name === 'beta');
      const hugo = await Person.arrive(beep.url, 'Hugo', { browser });
      await hugo.signUp();
      await hugo.join('Workshop');
      await hugo.api('POST', `/channels/${beta.id}/messages`, { content: 'unread' });
      await page.getByRole('link', { name: 'beta, 1 new message' }).waitFor();
      await page.waitForFunction(() => document.title.startsWith('(1) '));
      await press('Alt+Shift+ArrowDown');
      await title('beta').waitFor();
      await joan.message('unread').waitFor();
      await page.waitForFunction(() => !document.title.startsWith('('));
      await hugo.leave();
      await press('Alt+ArrowDown');
      await title('general').waitFor();
    });

    it('breaks a line with Shift and sends without', async () => {
      await joan.composer().focus();
      await page.keyboard.type('one');
      await press('Shift+Enter');
      await page.keyboard.type('two');
      assert.equal(await joan.composer().inputValue(), 'one\ntwo');
      await press('Enter');
      await page.getByRole('article').getByText('one two').waitFor();
      assert.equal(await joan.composer().inputValue(), '');
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    });

    it('edits the last message with an arrow, and leaves with Esc', async () => {
      await press('ArrowUp');
      const edit = page.getByRole('textbox', { name: 'Edit' });
      await edit.fill('three');
      await press('Enter');
      await page.getByText('(edited)').waitFor();
      await page.getByRole('article').getByText('three').waitFor();
      await joan.composer().focus();
      await press('ArrowUp');
      await edit.waitFor();
      await press('Escape');
      await edit.waitFor({ state: 'detached' });
    });

    it('walks through messages, and answers the one in focus', async () => {
      await page.getByRole('region', { name: 'Messages in general' }).focus();
      await press('ArrowUp');
      await page.waitForFunction(() => document.activeElement?.matches('article'));
      await press('r');
      await page.getByText('Replying to Joan Example').waitFor();
      await page.waitForFunction(() => document.activeElement?.matches('textarea'));
      await press('Escape');
      await page.getByText('Replying to Joan Example').waitFor({ state: 'detached' });
    });

    it('shows the keys, but not to whom types a question mark', async () => {
      await joan.composer().focus();
      await page.keyboard.type('?');
      assert.equal(await page.getByRole('dialog').count(), 0);
      await joan.composer().fill('');
      await page.getByRole('region', { name: 'Messages in general' }).focus();
      await press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
      await press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    });

    it('returns the focus from what opened over the page', async () => {
      await joan.composer().focus();
      await press('Control+k');
      await page.getByRole('combobox').waitFor();
      await press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Message #general');

      for (const name of ['Create a server', 'Workshop: menu', 'general: menu']) {
        await page.getByRole('button', { name }).focus();
        await press('Enter');
        const over = page.locator('[role=dialog], [role=menu]');
        await over.waitFor();
        await page.waitForFunction(() => document.activeElement?.closest('[role=dialog], [role=menu]') !== null);
        await press('Escape');
        await over.waitFor({ state: 'detached' });
        await page.waitForFunction((label) => document.activeElement?.getAttribute('aria-label') === label, name);
      }
    });

    it('jumps over everything to the conversation', async () => {
      await page.reload();
      await title('general').waitFor();
      // The composer takes the focus when it is there; then as when the page was just opened: nothing has it.
      await page.waitForFunction(() => document.activeElement?.matches('textarea'));
      await page.evaluate(() => {
        document.body.tabIndex = -1;
        document.body.focus();
        document.body.removeAttribute('tabindex');
      });
      await press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the conversation');
      const box = await page.getByRole('link', { name: 'Skip to the conversation' }).boundingBox();
      assert.ok(box.width > 50 && box.x >= 0 && box.y >= 0, JSON.stringify(box));
      await press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches('main'));
    });

    it('keeps what was begun in each channel', async () => {
      await joan.composer().fill('begun in general');
      await press('Alt+ArrowDown');
      await title('alpha').waitFor();
      assert.equal(await joan.composer().inputValue(), '');
      await joan.composer().fill('begun in alpha');
      await page.reload();
      await title('alpha').waitFor();
      assert.equal(await joan.composer().inputValue(), 'begun in alpha');
      await press('Alt+ArrowUp');
      await title('general').waitFor();
      assert.equal(await joan.composer().inputValue(), 'begun in general');
      await joan.composer().fill('');
    });

    it('remembers how wide the sidebar is, and whether members are shown', async () => {
      const edge = page.getByRole('separator', { name: 'Width of the channel list' });
      const width = async () => (await page.getByRole('complementary', { name: 'Workshop' }).boundingBox()).width;
      await edge.focus();
      await press('ArrowRight');
      await press('ArrowRight');
      await page.getByRole('button', { name: 'Hide members' }).click();
      await page.getByRole('complementary', { name: 'Members' }).waitFor({ state: 'detached' });
      assert.equal(await width(), 280);
      await page.reload();
      await title('general').waitFor();
      assert.equal(await width(), 280);
      assert.equal(await page.getByRole('complementary', { name: 'Members' }).count(), 0);
      await page.getByRole('button', { name: 'Show members' }).click();
      await page.getByRole('complementary', { name: 'Members' }).waitFor();
    });

    it('shows a message before it is there, and keeps one that was refused', async () => {
      let release;
      const held = new Promise((resolve) => (release = resolve));
      await page.route('**/api/channels/*/messages', async (route) => {
        await held;
        await route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"status":403}' });
      });
      await joan.say('refused at first');
      await joan.say('given up');
      await joan.message('refused at first').waitFor();
      assert.equal(await page.locator('[aria-busy=true]').filter({ hasText: 'refused at first' }).count(), 1);
      release();
      const failed = page.getByRole('article').filter({ hasText: 'refused at first' });
      await failed.getByRole('button', { name: 'Try again' }).waitFor();
      await page.unroute('**/api/channels/*/messages');
      await failed.getByRole('button', { name: 'Try again' }).click();
      await failed.getByRole('alert').waitFor({ state: 'detached' });
      await page.getByRole('article').filter({ hasText: 'given up' }).getByRole('button', { name: 'Delete' }).click();
      await joan.message('given up').waitFor({ state: 'detached' });
      await page.reload();
      await joan.message('refused at first').waitFor();
      assert.equal(await joan.message('refused at first').count(), 1);
      assert.equal(await joan.message('given up').count(), 0);
    });

    it('met no fault', () => {
      assert.deepEqual(joan.faults.filter((fault) => !/status of 403/.test(fault)), []);
    });
  });
}
