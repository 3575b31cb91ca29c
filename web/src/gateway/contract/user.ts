import * as v from 'valibot';
import { Id } from './ids';

export const Me = v.object({
  id: Id,
  username: v.string(),
  displayName: v.string(),
  avatarUrl: v.optional(v.string()),
});
export type Me = v.InferOutput<typeof Me>;
