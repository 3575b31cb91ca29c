import type { TextKey, Translate } from '@/shared/i18n';
import { asProblem, type Problem } from './http/problem';

/** Beep answers in English, with a code; what it refuses often has its sentence in every language. */
export const sentences: Partial<Record<string, TextKey>> = {
  'address.not-found': 'problem.gone',
  'audit-entry.not-found': 'problem.gone',
  'audit-log.changed-since': 'audit.problem.changedSince',
  'audit-log.not-undoable': 'audit.problem.notUndoable',
  'audit-log.undo-too-late': 'audit.problem.tooLate',
  'audit-log.undone-already': 'audit.problem.undoneAlready',
  'channel.deletion-final': 'problem.deletionFinal',
  'channel.folder-deleted': 'problem.folderDeleted',
  'channel.limit-reached': 'problem.tooManyChannels',
  'channel.name-invalid': 'problem.nameLength',
  'channel.not-found': 'problem.gone',
  'channel.not-in-folder': 'problem.notInFolder',
  'channel.overwrite-contradictory': 'problem.overwrite',
  'channel.overwrite-limit-reached': 'problem.tooManyOverwrites',
  'channel.overwrite-server-wide': 'problem.overwrite',
  'channel.parent-invalid': 'problem.folder',
  'channel.slow-mode-invalid': 'problem.choice',
  'channel.topic-too-long': 'problem.tooLong',
  'csrf.invalid': 'problem.stale',
  'field.invalid': 'problem.field',
  'field.required': 'session.required',
  forbidden: 'error.forbidden',
  'invitation.already-invited': 'invite.problem.invited',
  'invitation.already-member': 'invite.problem.member',
  'invitation.banned': 'invite.problem.banned',
  'invitation.expired': 'invite.expired',
  'invitation.expiry-invalid': 'problem.choice',
  'invitation.max-uses-invalid': 'problem.choice',
  'invitation.not-found': 'invite.unknown',
  'invitation.revoked': 'invite.withdrawn',
  'invitation.server-gone': 'invite.serverGone',
  'invitation.too-many': 'problem.tooManyInvitations',
  'invitation.used-up': 'invite.usedUp',
  'member.in-too-many-servers': 'problem.tooManyServersTheirs',
  'member.too-new': 'problem.tooNew',
  'membership.not-found': 'problem.gone',
  'message.empty': 'problem.messageEmpty',
  'message.not-a-text-channel': 'problem.noText',
  'message.not-found': 'problem.gone',
  'message.not-the-author': 'error.forbidden',
  'message.reply-invalid': 'message.replyGone',
  'message.too-long': 'problem.tooLong',
  'message.word-forbidden': 'problem.wordForbidden',
  'moderation.oneself': 'moderation.oneself',
  'moderation.reason-too-long': 'problem.tooLong',
  'new-members.invalid': 'problem.choice',
  'overwrite.not-found': 'problem.gone',
  'permission.missing': 'error.forbidden',
  'picture.not-found': 'problem.gone',
  'picture.too-large': 'problem.pictureTooLarge',
  'picture.type-unknown': 'picture.unreadable',
  'picture.unreadable': 'picture.unreadable',
  'registration.email-invalid': 'session.emailInvalid',
  'registration.email-taken': 'problem.emailTaken',
  'registration.first-name-invalid': 'problem.nameLength',
  'registration.invalid': 'problem.field',
  'registration.last-name-invalid': 'problem.nameLength',
  'registration.password-common': 'problem.passwordCommon',
  'registration.password-invalid': 'problem.characters',
  'registration.password-too-long': 'problem.tooLong',
  'registration.password-too-short': 'session.passwordShort',
  'registration.username-invalid': 'session.usernameInvalid',
  'registration.username-taken': 'problem.usernameTaken',
  'report.not-found': 'problem.gone',
  'report.note-too-long': 'problem.tooLong',
  'report.oneself': 'report.oneself',
  'report.text-too-long': 'problem.tooLong',
  'request.forbidden': 'error.forbidden',
  'request.invalid': 'problem.field',
  'request.lone-surrogate': 'problem.characters',
  'request.nul': 'problem.characters',
  'request.refused': 'problem.tooLong',
  'request.too-large': 'problem.pictureTooLarge',
  'role.colour-invalid': 'problem.colour',
  'role.deletion-final': 'problem.deletionFinal',
  'role.everyone-fixed': 'problem.everyoneFixed',
  'role.limit-reached': 'problem.tooManyRoles',
  'role.name-invalid': 'problem.nameLength',
  'role.not-beneath': 'problem.roleNotBeneath',
  'role.not-found': 'role.missing',
  'role.order-outdated': 'role.orderOutdated',
  'search.words-invalid': 'problem.tooLong',
  'server.banned': 'moderation.banned',
  'server.deletion-final': 'problem.deletionFinal',
  'server.description-too-long': 'problem.tooLong',
  'server.founded-limit-reached': 'problem.tooManyServersFounded',
  'server.joined-limit-reached': 'problem.tooManyServersJoined',
  'server.name-invalid': 'problem.nameLength',
  'server.not-found': 'problem.gone',
  'server.not-the-owner': 'problem.ownerOnly',
  'server.owner-cannot-leave': 'problem.ownerStays',
  'server.tags-invalid': 'problem.tags',
  'sign-in.incomplete': 'session.required',
  'timeout.administrator': 'moderation.administrator',
  'timeout.invalid': 'problem.timeout',
  'user.not-found': 'invite.problem.nobody',
  'words.invalid': 'problem.wordInvalid',
  'words.too-many': 'problem.tooManyWords',
};

/** What a person is told when something was refused. */
export function problemText(t: Translate, error: unknown): string {
  const problem = asProblem(error);
  if (problem.status === 0) return t('error.network');
  if (problem.status === 401) return t('error.session');
  if (problem.status === 429) return t('error.limited', { seconds: Math.ceil((problem.retryAfter ?? 5_000) / 1_000) });
  if (problem.status >= 500) return t('error.unavailable');
  return sentence(t, problem.code, problem.message) ?? t(problem.status === 403 ? 'error.forbidden' : 'error.unexpected');
}

/** What a person is told about one field of what they sent; undefined when nothing is wrong with it. */
export function fieldText(t: Translate, problem: Problem | undefined, field: string): string | undefined {
  const fault = problem?.fields.get(field);
  return fault && (sentence(t, fault.code, fault.detail) ?? t('problem.field'));
}

/**
 * In English the answer's own words say more than the code does, other than of what is not there; in another language
 * they are better than nothing.
 */
function sentence(t: Translate, code: string, detail: string): string | undefined {
  const key = sentences[code];
  const telling = detail !== '' && t.language === 'en';
  if (telling && !(key !== undefined && code.endsWith('.not-found'))) return detail;
  if (key !== undefined) return t(key);
  return detail === '' ? undefined : t('problem.answered', { detail });
}
