import { after, describe } from 'node:test';
import { arrangements } from './arrange.mjs';
import { audit } from './audit.mjs';
import { Beep } from './beep.mjs';
import { deletions } from './deletion.mjs';
import { foresights } from './foresight.mjs';
import { foundings } from './founding.mjs';
import { history } from './history.mjs';
import { invitations } from './invitation.mjs';
import { keyboard } from './keyboard.mjs';
import { moderation } from './moderation.mjs';
import { owner } from './owner.mjs';
import { onThePhone } from './phone.mjs';
import { presences } from './presence.mjs';
import { received } from './received.mjs';
import { reports } from './report.mjs';
import { roles } from './role.mjs';
import { screens } from './screens.mjs';
import { sessions } from './session.mjs';
import { twoPeople } from './two-people.mjs';

// All of it against one Beep: to start it takes longer than most of what is looked at.
describe('Beep in a browser', { timeout: 360_000 }, () => {
  const beep = new Beep();
  after(() => beep.remove());

  // Each has people and servers of its own. More browsers than this wait for each other on two cores.
  describe('one beside the other', { concurrency: 3 }, () => {
    screens(beep);
    audit(beep);
    history(beep);
    sessions(beep);
    keyboard(beep);
    arrangements(beep);
    invitations(beep);
    moderation(beep);
    presences(beep);
    reports(beep);
    roles(beep);
    owner(beep);
    foresights(beep);
    received(beep);
    foundings(beep);
    deletions(beep);
    onThePhone(beep);
  });
  // How fast a message is can be said only while nobody else is at it; and Beep is started anew.
  twoPeople(beep);
});
