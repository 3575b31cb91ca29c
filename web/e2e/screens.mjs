import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person, phone } from './person.mjs';
import { furnish } from './place.mjs';

const shapes = { desktop: { viewport: { width: 1440, height: 900 } }, phone };

/** Every screen and what opens over it, as axe sees it: light and dark, at a desk and on a phone. */
export function screens(beep) {
  describe('axe finds nothing', { concurrency: true }, () => {
    let browser;
    let ida;
    let place;
    let invitation;

    before(async () => {
      await beep.running();
      browser = await launch();
      ida = await Person.arrive(beep.url, 'Ida', { browser });
      await ida.signUp();
      place = await furnish(ida, 'Lighthouse');
      invitation = await ida.api('POST', `/servers/${place.serverId}/invitations`, {});
    });

    after(() => browser?.close());

    for (const [shape, context] of Object.entries(shapes)) {
      describe(`on a ${shape}`, { concurrency: 1 }, () => {
        const onPhone = shape === 'phone';
        let person;
        let page;
        const open = async (path) => {
          // As a link of the app does; only who is new to it loads it.
          if (page.url().startsWith(beep.url)) await page.evaluate((to) => history.pushState(null, '', to), path);
          else await page.goto(beep.url + path);
        };
        const looksRight = async () => assert.deepEqual(await faultsOf(page), []);
        const closes = async (overlay) => {
          await page.keyboard.press('Escape');
          await overlay.waitFor({ state: 'detached' });
        };
        const inChannel = async (more = '') => {
          await open(`/s/${place.serverId}/c/${place.channelId}${more}`);
          await person.message('the last word').waitFor();
        };

        after(() => person?.leave());

        it('signed out: signing in and up', async () => {
          person = await Person.arrive(beep.url, `Guest-${shape}`, { browser, ...context });
          ({ page } = person);
          await open('/sign-in');
          await page.getByRole('heading', { name: 'Good to see you again' }).waitFor();
          await looksRight();
          await open('/register');
          await page.getByRole('button', { name: 'Create account' }).click();
          await page.getByText('Use 10 characters or more.').waitFor();
          await looksRight();
          await page.goto(`${beep.url}/login`);
          await page.getByRole('button', { name: 'Sign in' }).waitFor();
          await looksRight();
        });

        it('signed out: an invitation, and one that leads nowhere', async () => {
          await page.goto(`${beep.url}/invite/${invitation.code}`);
          await page.getByRole('heading', { name: 'Lighthouse' }).waitFor();
          await looksRight();
          await page.goto(`${beep.url}/invite/1111111111`);
          await page.getByRole('heading', { name: 'There is no such invitation' }).waitFor();
          await looksRight();
        });

        it('an empty account', async () => {
          await person.signUp();
          await looksRight();
          await open(`/invite/${invitation.code}`);
          await page.getByRole('button', { name: 'Join' }).waitFor();
          await looksRight();
          await open('/discover');
          await page.getByRole('heading', { name: 'Lighthouse' }).waitFor();
          await looksRight();
          await page.getByRole('searchbox').fill('nothing like it');
          await page.getByText('No public server matches').waitFor();
          await looksRight();
          await person.leave();
        });

        it('home and discovery', async () => {
          person = await ida.alsoOn({ browser, ...context });
          ({ page } = person);
          await looksRight();
          await open('/discover');
          await page.getByRole('heading', { name: 'Lighthouse' }).waitFor();
          await looksRight();
        });

        it('a channel with all that a message can be', async () => {
          await inChannel();
          await looksRight();
          await open(`/s/${place.serverId}/c/${place.channelId}/m/${place.answerId}`);
          await person.message('There is a first answer.').waitFor();
          await looksRight();
        });

        it('the menu of a message', async () => {
          await page.getByRole('article').last().click({ button: 'right', position: { x: 120, y: 8 } });
          await page.getByRole('menu').waitFor();
          await looksRight();
          await closes(page.getByRole('menu'));
        });

        it('the search', async () => {
          await page.getByRole('button', { name: 'Search messages' }).click();
          await page.getByText('Find what was said').waitFor();
          await looksRight();
          await page.getByRole('searchbox').fill('lamp');
          await page.locator('mark').first().waitFor();
          await looksRight();
          await page.getByRole('searchbox').fill('nothing like it');
          await page.getByText('Nothing found for').waitFor();
          await looksRight();
          await page.keyboard.press('Escape');
          await page.getByRole('searchbox').waitFor({ state: 'detached' });
        });

        it('the members', async () => {
          if (onPhone) await page.getByRole('button', { name: 'Show members' }).click();
          await page.getByRole('list', { name: 'Members' }).getByText('@ida').waitFor();
          await looksRight();
          if (onPhone) await closes(page.getByRole('dialog'));
        });

        it('the jump and the keys', async () => {
          const dialog = page.getByRole('dialog');
          await page.keyboard.press('Control+k');
          await page.getByRole('combobox').waitFor();
          await looksRight();
          await page.getByRole('combobox').fill('nothing like it');
          await page.getByText('Nothing by that name').waitFor();
          await looksRight();
          await closes(dialog);
          await page.getByRole('region', { name: /^Messages in/ }).focus();
          await page.keyboard.press('?');
          await dialog.waitFor();
          await looksRight();
          await closes(dialog);
        });

        it('a server, its menu and one’s own', async () => {
          await open(`/s/${place.serverId}`);
          await page.getByRole('navigation', { name: 'Channels' }).waitFor();
          await looksRight();
          await page.getByRole('button', { name: 'Lighthouse: menu' }).click();
          await page.getByRole('menu').waitFor();
          await looksRight();
          await closes(page.getByRole('menu'));
          if (onPhone) return;
          await page.getByRole('button', { name: 'Ida Example Online' }).click();
          await page.getByRole('menu').waitFor();
          await looksRight();
          await closes(page.getByRole('menu'));
        });

        for (const entry of ['Create a channel', 'Delete server']) {
          it(`the dialog “${entry}”`, async () => {
            await page.getByRole('button', { name: 'Lighthouse: menu' }).click();
            await page.getByRole('menuitem', { name: entry }).click();
            await page.getByRole('dialog').waitFor();
            await looksRight();
            await closes(page.getByRole('dialog'));
          });
        }

        it('the dialog “Invite people”', async () => {
          await page.getByRole('button', { name: 'Lighthouse: menu' }).click();
          await page.getByRole('menuitem', { name: 'Invite people' }).click();
          await page.getByRole('dialog').locator('[value*="/invite/"]').waitFor();
          await page.getByRole('dialog').getByText('Not used yet').first().waitFor();
          await looksRight();
          await closes(page.getByRole('dialog'));
        });

        it('the dialog “Create a server”', async () => {
          await page.getByRole('button', { name: 'Create a server' }).click();
          await page.getByRole('dialog').waitFor();
          await looksRight();
          await closes(page.getByRole('dialog'));
        });

        it('the settings of a server', async () => {
          const settings = `/s/${place.serverId}/settings`;
          if (onPhone) {
            await open(settings);
            await page.getByRole('navigation', { name: 'Settings of Lighthouse' }).waitFor();
            await looksRight();
          }
          await open(`${settings}/overview`);
          await page.getByLabel('Name').fill('Light');
          await page.getByRole('button', { name: 'Save changes' }).waitFor();
          await looksRight();
          await page.getByRole('button', { name: 'Discard' }).click();
          await page.getByRole('button', { name: 'Delete server' }).scrollIntoViewIfNeeded();
          await looksRight();
          await open(`${settings}/roles/${place.serverId}`);
          await page.getByRole('switch', { name: 'See channels' }).waitFor();
          await looksRight();
          if (onPhone) {
            await open(`${settings}/roles`);
            await page.getByRole('link', { name: 'Keeper' }).waitFor();
            await looksRight();
          }
        });

        it('a role: how it looks, what it allows, who has it', async () => {
          await open(`/s/${place.serverId}/settings/roles/${place.roleId}`);
          for (const [tab, sign] of [
            ['Permissions', page.getByRole('switch', { name: 'Administrator' })],
            ['Members', page.getByText('1 member', { exact: true })],
            ['Display', page.getByRole('textbox', { name: 'Another colour' })],
          ]) {
            await page.getByRole('tab', { name: tab }).click();
            await sign.waitFor();
            await looksRight();
          }
        });

        it('the settings of a channel', async () => {
          const settings = `/s/${place.serverId}/c/${place.syncedId}/settings`;
          await open(`${settings}/overview`);
          await page.getByLabel('Topic').waitFor();
          await looksRight();
          await open(`${settings}/permissions`);
          await page.getByText('In step with the folder Rooms').waitFor();
          await looksRight();
          await page.getByRole('button', { name: 'Add a role or a member' }).click();
          await page.getByRole('listbox').waitFor();
          await looksRight();
          await closes(page.getByRole('listbox'));
          await open(`${settings}/permissions/${place.roleId}`);
          await page.getByRole('radiogroup', { name: 'Send messages' }).waitFor();
          await looksRight();
        });

        it('the profile of a member, and their menu', async () => {
          await inChannel();
          if (onPhone) await page.getByRole('button', { name: 'Show members' }).click();
          const row = page.getByRole('list', { name: 'Members' }).getByRole('button', { name: /@ida/ });
          await row.click();
          await page.getByText('Member since').waitFor();
          await looksRight();
          await closes(page.getByText('Member since'));
          await row.click({ button: 'right' });
          await page.getByRole('menu').waitFor();
          await looksRight();
          await closes(page.getByRole('menu'));
          if (onPhone) await closes(page.getByRole('dialog'));
        });

        it('one’s own page, and an address that leads nowhere', async () => {
          await open('/you');
          await page.getByRole('heading', { name: 'Ida Example' }).waitFor();
          await looksRight();
          await open('/nowhere');
          await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
          await looksRight();
        });

        it('while it loads, and when that fails', async () => {
          let release;
          const held = new Promise((resolve) => (release = resolve));
          await page.route('**/messages?*', async (route) => {
            await held;
            await route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"status":403}' });
          });
          await page.goto(`${beep.url}/s/${place.serverId}/c/${place.channelId}`);
          await page.getByRole('main').getByRole('status', { name: 'Loading' }).first().waitFor();
          await looksRight();
          release();
          await page.getByText('The messages could not be loaded.').waitFor();
          await looksRight();
          await page.unroute('**/messages?*');
          await page.getByRole('button', { name: 'Try again' }).click();
        });

        it('offline, with a message that waits and one that failed', async () => {
          await inChannel();
          await page.route('**/api/channels/*/messages', (route) =>
            route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"status":403}' }),
          );
          await person.composer().fill('refused');
          await page.getByRole('button', { name: 'Send' }).click();
          await page.getByRole('alert').getByText('Not sent.').waitFor();
          await page.unroute('**/api/channels/*/messages');
          await page.context().setOffline(true);
          await page.getByText('You are offline.').waitFor();
          await person.composer().fill(`waits on a ${shape}`);
          await page.getByRole('button', { name: 'Send' }).click();
          await person.message(`waits on a ${shape}`).waitFor();
          await looksRight();
        });

        it('when Beep cannot be reached at all', async () => {
          await page.context().setOffline(false);
          await page.route('**/oauth2/**', (route) => route.abort());
          await page.goto(beep.url);
          await page.getByRole('heading', { name: 'Beep cannot be reached' }).waitFor();
          await looksRight();
        });
      });
    }
  });
}
