import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person, phone } from './person.mjs';

/** Who is put out or silenced, seen by them and by who does it. */
export function moderation(beep) {
  describe('moderation', { concurrency: 1 }, () => {
    let browser;
    let mod;
    let bob;
    let server;

    before(async () => {
      await beep.running();
      browser = await launch();
      mod = await Person.arrive(beep.url, 'Moira', { browser });
      await mod.signUp();
      server = await mod.createServer('The Reading Room');
      bob = await Person.arrive(beep.url, 'Bertie', { browser });
      await bob.signUp();
      await bob.join('The Reading Room');
    });

    after(() => browser?.close());

    const members = () => mod.page.getByRole('list', { name: 'Members' });
    const act = async (entry) => {
      await members().getByText('Bertie Example').click({ button: 'right' });
      await mod.page.getByRole('menuitem', { name: entry }).click();
    };

    it('kicks: the other one sees it at once, and may come back', async () => {
      await act('Kick…');
      const dialog = mod.page.getByRole('dialog', { name: 'Kick Bertie Example?' });
      await dialog.getByLabel('Reason').fill('Talks while others read.');
      assert.deepEqual(await faultsOf(mod.page), []);
      await dialog.getByRole('button', { name: 'Kick' }).click();
      await mod.page.getByText('Bertie Example was kicked.').waitFor();
      await members().getByText('Bertie Example').waitFor({ state: 'detached' });

      const notice = bob.page.getByRole('dialog', { name: 'You were removed from The Reading Room' });
      await notice.waitFor();
      assert.deepEqual(await faultsOf(bob.page), []);
      await notice.getByRole('button', { name: 'OK' }).click();
      await bob.page.waitForURL(`${beep.url}/`);
      await bob.join('The Reading Room');
      await members().getByText('Bertie Example').waitFor();
    });

    it('times out: the composer closes, and opens again when it is over', async () => {
      await act('Time out…');
      const dialog = mod.page.getByRole('dialog', { name: 'Time Bertie Example out?' });
      await dialog.getByRole('combobox', { name: 'For how long' }).selectOption({ label: '1 hour' });
      await dialog.getByRole('button', { name: 'Time out' }).click();
      await mod.page.getByText('Bertie Example is timed out.').waitFor();
      await members().getByRole('img', { name: /^Timed out until/ }).waitFor();
      await bob.page.getByText(/^You are timed out\. You can read here/).waitFor();
      await bob.composer().waitFor({ state: 'detached' });
      assert.deepEqual(await faultsOf(bob.page), []);

      await act('End time-out');
      await mod.page.getByText('Bertie Example can write again.').waitFor();
      await bob.composer().waitFor();
      await bob.say('Back, and quiet');
      await mod.message('Back, and quiet').waitFor();

      // And by itself: a time-out ends without a word from anybody.
      const { id } = await bob.api('GET', '/me');
      await mod.api('PUT', `/servers/${server.serverId}/members/${id}/timeout`, { durationSeconds: 3 });
      await bob.page.getByText(/^You are timed out\. You can read here/).waitFor();
      await bob.composer().waitFor();
      await bob.say('And again');
      await mod.message('And again').waitFor();
    });

    it('tells what there was with somebody', async () => {
      await act('History…');
      const sheet = mod.page.getByRole('dialog', { name: 'History of Bertie Example' });
      await sheet.getByText('kicked').first().waitFor();
      assert.deepEqual(await faultsOf(mod.page), []);
      await mod.page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
    });

    it('is at hand where something was said', async () => {
      const said = mod.message('And again');
      await said.click({ button: 'right' });
      await mod.page.getByRole('menuitem', { name: 'Ban…' }).waitFor();
      await mod.page.getByRole('menuitem', { name: 'Kick…' }).waitFor();
      assert.deepEqual(await faultsOf(mod.page), []);
      await mod.page.getByRole('menuitem', { name: 'Time out…' }).click();
      const dialog = mod.page.getByRole('dialog', { name: 'Time Bertie Example out?' });
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });

      // Who has left can only be kept from coming back.
      await bob.api('DELETE', `/servers/${server.serverId}/members/me`);
      await members().getByText('Bertie Example').waitFor({ state: 'detached' });
      await said.hover();
      await mod.page.getByRole('toolbar', { name: 'Actions for this message' }).getByRole('button', { name: 'More' }).click();
      await mod.page.getByRole('menuitem', { name: 'Ban…' }).waitFor();
      assert.equal(await mod.page.getByRole('menuitem', { name: 'Kick…' }).count(), 0);
      await mod.page.keyboard.press('Escape');
      await bob.join('The Reading Room');
      await members().getByText('Bertie Example').waitFor();
    });

    it('bans: there is no way back until it is lifted', async () => {
      const { code } = await mod.api('POST', `/servers/${server.serverId}/invitations`, {});
      await act('Ban…');
      const dialog = mod.page.getByRole('dialog', { name: 'Ban Bertie Example?' });
      await dialog.getByLabel('Reason').fill('Hums.');
      await dialog.getByRole('button', { name: 'Ban' }).click();
      const notice = bob.page.getByRole('dialog', { name: 'You were banned from The Reading Room' });
      await notice.getByRole('button', { name: 'OK' }).click();

      await bob.page.goto(`${beep.url}/discover?q=${encodeURIComponent('The Reading Room')}`);
      await bob.page.getByRole('button', { name: 'Join' }).click();
      await bob.page.getByText('You are banned from this server.').waitFor();
      await bob.page.goto(`${beep.url}/invite/${code}`);
      await bob.page.getByRole('button', { name: 'Join' }).click();
      await bob.page.getByRole('heading', { name: 'You are banned from this server' }).waitFor();
      assert.deepEqual(await faultsOf(bob.page), []);

      await mod.page.getByRole('button', { name: 'The Reading Room: menu' }).click();
      await mod.page.getByRole('menuitem', { name: 'Bans' }).click();
      const bans = mod.page.getByRole('dialog', { name: 'Banned from The Reading Room' });
      await bans.getByText('Hums.').waitFor();
      await bans.getByRole('searchbox', { name: 'Name or reason' }).fill('nobody');
      await bans.getByText('No ban has these words.').waitFor();
      await bans.getByRole('searchbox', { name: 'Name or reason' }).fill('bert');
      await bans.getByText('Hums.').waitFor();
      assert.deepEqual(await faultsOf(mod.page), []);
      await bans.getByRole('button', { name: 'Unban Bertie Example' }).click();
      await mod.page.getByText('Bertie Example may join again.').waitFor();
      await bans.getByText('Hums.').waitFor({ state: 'detached' });

      await bob.join('The Reading Room');
    });

    it('knows when somebody came and went, and how much they wrote', async () => {
      await mod.page.keyboard.press('Escape');
      await act('History…');
      const sheet = mod.page.getByRole('dialog', { name: 'History of Bertie Example' });
      await sheet.getByText('Moira Example kicked Bertie Example').waitFor();
      await sheet.getByText('Moira Example lifted the ban of Bertie Example').waitFor();
      // First, after the kick, after leaving, and after the ban.
      assert.equal(await sheet.getByRole('listitem').filter({ hasText: 'Joined' }).count(), 4);
      await sheet.getByText('Last message').waitFor();
      assert.deepEqual(await faultsOf(mod.page), []);
      await mod.page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
    });

    it('is at hand on a phone', async () => {
      const hand = await mod.alsoOn({ browser, ...phone });
      const { page } = hand;
      await page.goto(`${beep.url}/s/${server.serverId}/c/${server.channelId}?members=`);
      const sheet = page.getByRole('dialog', { name: /^Members/ });
      await sheet.getByRole('button', { name: 'Options for Bertie Example' }).click();
      await page.getByRole('menuitem', { name: 'Time out…' }).waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await page.getByRole('menuitem', { name: 'Time out…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Time Bertie Example out?' });
      await dialog.waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });

      await page.goto(`${beep.url}/s/${server.serverId}`);
      await page.getByRole('button', { name: 'The Reading Room: menu' }).click();
      await page.getByRole('menuitem', { name: 'Bans' }).click();
      await page.getByRole('heading', { name: 'Nobody is banned' }).waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await hand.leave();
    });
  });
}
