import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person } from './person.mjs';

const ownPanel = /^Pavel Example (Online|Idle|Do not disturb|Invisible)$/;

/** Who is there, seen by the other one; coming, idle, invisible, and gone. */
export function presences(beep) {
  describe('who is there', { concurrency: 1 }, () => {
    let browser;
    let wanda;
    let pavel;

    before(async () => {
      await beep.running();
      browser = await launch();
      wanda = await Person.arrive(beep.url, 'Wanda', { browser });
      await wanda.signUp();
      await wanda.createServer('The Lighthouse');
      pavel = await Person.arrive(beep.url, 'Pavel', { browser });
      await pavel.signUp();
      await pavel.join('The Lighthouse');
    });

    after(() => browser?.close());

    const row = (name) => wanda.page.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: `${name} Example` });
    const idOf = async (username) => {
      const { items } = await wanda.api('GET', `/servers/${wanda.page.url().split('/')[4]}/members`);
      return items.find((member) => member.username === username).userId;
    };
    const shown = (presence) => row('Pavel').getByText(presence, { exact: true }).waitFor({ state: 'attached' });
    const heading = (text) => wanda.page.getByRole('heading', { name: text }).waitFor();
    /** What the button that leads to the members says of them. */
    const counted = (text) => wanda.page.getByRole('button', { name: new RegExp(`^(Show|Hide) members, ${text}$`) }).waitFor();
    const choose = async (status) => {
      await pavel.page.getByRole('button', { name: ownPanel }).click();
      await pavel.page.getByRole('menuitemradio', { name: status }).click();
      await pavel.page.keyboard.press('Escape');
    };

    it('shows who comes, among those who are online', async () => {
      await shown('Online');
      await heading('Online · 2');
      await counted('2 members, 2 online');
      assert.deepEqual(await faultsOf(wanda.page), []);
    });

    it('shows who chooses to be idle or not disturbed', async () => {
      await choose(/^Idle/);
      await shown('Idle');
      await choose(/^Do not disturb/);
      await shown('Do not disturb');
      assert.deepEqual(await faultsOf(pavel.page), []);
    });

    it('shows who wrote something, and how they are shown, live', async () => {
      await pavel.say('The lamp is lit.');
      const { page } = wanda;
      await wanda.message('The lamp is lit.').waitFor();
      await page.getByRole('article').getByRole('button', { name: 'Pavel Example' }).click();
      const profile = page.getByRole('dialog');
      await profile.getByText('Do not disturb').waitFor();
      await choose(/^Idle/);
      await profile.getByText('Idle').waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await page.keyboard.press('Escape');
      await profile.waitFor({ state: 'detached' });
    });

    it('shows the same as of someone who is gone when they are invisible', async () => {
      await choose(/^Invisible/);
      await shown('Offline');
      await heading('Online · 1');
      await heading('Offline · 1');
      await counted('2 members, 1 online');
      const { presences: told } = await wanda.api('GET', `/servers/${wanda.page.url().split('/')[4]}/presences`);
      assert.equal(told.length, 1);
    });

    it('keeps the choice over a reload, and shows it on another device', async () => {
      await pavel.page.reload();
      await pavel.composer().waitFor();
      const phone = await pavel.alsoOn({ browser });
      await phone.page.getByRole('button', { name: /Pavel Example.*Invisible/ }).waitFor();
      await choose(/^Online/);
      await phone.page.getByRole('button', { name: /Pavel Example.*Online/ }).waitFor();
      await shown('Online');
      await phone.leave();
    });

    it('lists those of a private channel who may see it', async () => {
      const { page } = wanda;
      const back = page.url();
      const [, serverId] = /\/s\/([^/]+)/.exec(back);
      const { id } = await wanda.api('POST', `/servers/${serverId}/channels`, { name: 'keepers', type: 'text', private: true });
      await page.goto(`${beep.url}/s/${serverId}/c/${id}`);
      await row('Wanda').waitFor();
      assert.equal(await row('Pavel').count(), 0);
      await counted('1 member, 1 online');
      await wanda.api('PUT', `/channels/${id}/overwrites/${await idOf('pavel')}`, { allow: ['VIEW_CHANNEL'], deny: [] });
      await row('Pavel').waitFor();
      await counted('2 members, 2 online');
      await page.goto(back);
      await row('Pavel').waitFor();
    });

    it('lets go whoever closes the last page', async () => {
      await pavel.leave();
      await row('Pavel').getByText('Offline', { exact: true }).waitFor({ state: 'attached', timeout: 40_000 });
      await counted('2 members, 1 online');
    });

    it('met no fault on the page', () => assert.deepEqual(wanda.faults, []));
  });
}
