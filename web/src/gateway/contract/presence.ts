import * as v from 'valibot';
import { Id } from './ids';

/** How someone is shown; what this build does not know is as good as online. */
export const Presence = v.fallback(v.picklist(['online', 'idle', 'dnd', 'offline']), 'online');
export type Presence = v.InferOutput<typeof Presence>;

/** What one chose to be shown as. */
export const Status = v.picklist(['online', 'idle', 'dnd', 'invisible']);
export type Status = v.InferOutput<typeof Status>;

export const PersonPresence = v.object({ userId: Id, presence: Presence });
export type PersonPresence = v.InferOutput<typeof PersonPresence>;

/** Who of a server is connected. Whoever is not named is offline, when it is complete. */
export const PresencePage = v.object({
  connected: v.number(),
  complete: v.boolean(),
  presences: v.array(PersonPresence),
});
export type PresencePage = v.InferOutput<typeof PresencePage>;

export const ChosenStatus = v.object({ status: Status });
