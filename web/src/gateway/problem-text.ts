import type { TextKey, Translate } from '@/shared/i18n';
import { asProblem, type Problem } from './http/problem';

/** Beep answers in English, with a code; what it refuses often has its sentence in every language. */
const sentences: Partial<Record<string, TextKey>> = {
  'audit-entry.not-found': 'problem.gone',
  'audit-log.changed-since': 'audit.problem.changedSince',
  'audit-log.not-undoable': 'audit.problem.notUndoable',
  'audit-log.undone-already': 'audit.problem.undoneAlready',
  'audit-log.undo-too-late': 'audit.problem.tooLate',
  'channel.not-found': 'problem.gone',
  'channel.deletion-final': 'problem.deletionFinal',
  'channel.folder-deleted': 'problem.folderDeleted',
  'membership.not-found': 'problem.gone',
  'channel.name-invalid': 'problem.nameLength',
  'channel.limit-reached': 'problem.tooManyChannels',
  'channel.topic-too-long': 'problem.tooLong',
  'field.required': 'session.required',
  'invitation.already-member': 'invite.problem.member',
  'invitation.already-invited': 'invite.problem.invited',
  'invitation.banned': 'invite.problem.banned',
  'user.not-found': 'invite.problem.nobody',
  'invitation.too-many': 'problem.tooManyInvitations',
  'message.empty': 'problem.messageEmpty',
  'message.not-the-author': 'error.forbidden',
  'message.reply-invalid': 'message.replyGone',
  'message.word-forbidden': 'problem.wordForbidden',
  'message.too-long': 'problem.tooLong',
  'member.in-too-many-servers': 'problem.tooManyServersTheirs',
  'member.too-new': 'problem.tooNew',
  'moderation.oneself': 'moderation.oneself',
  'moderation.reason-too-long': 'problem.tooLong',
  'permission.missing': 'error.forbidden',
  'registration.email-invalid': 'session.emailInvalid',
  'registration.email-taken': 'problem.emailTaken',
  'registration.first-name-invalid': 'problem.nameLength',
  'registration.last-name-invalid': 'problem.nameLength',
  'registration.password-common': 'problem.passwordCommon',
  'registration.password-too-long': 'problem.tooLong',
  'registration.password-too-short': 'session.passwordShort',
  'registration.username-invalid': 'session.usernameInvalid',
  'registration.username-taken': 'problem.usernameTaken',
  'address.not-found': 'problem.gone',
  'picture.type-unknown': 'picture.unreadable',
  'picture.unreadable': 'picture.unreadable',
  'picture.too-large': 'problem.pictureTooLarge',
  'request.too-large': 'problem.pictureTooLarge',
  'role.deletion-final': 'problem.deletionFinal',
  'report.not-found': 'problem.gone',
  'report.note-too-long': 'problem.tooLong',
  'report.oneself': 'report.oneself',
  'report.text-too-long': 'problem.tooLong',
  'role.colour-invalid': 'problem.colour',
  'role.limit-reached': 'problem.tooManyRoles',
  'role.name-invalid': 'problem.nameLength',
  'role.not-beneath': 'problem.roleNotBeneath',
  'role.not-found': 'role.missing',
  'role.order-outdated': 'role.orderOutdated',
  'search.words-invalid': 'problem.tooLong',
  'server.banned': 'moderation.banned',
  'server.description-too-long': 'problem.tooLong',
  'server.tags-invalid': 'problem.tags',
  'server.founded-limit-reached': 'problem.tooManyServersFounded',
  'server.joined-limit-reached': 'problem.tooManyServersJoined',
  'server.name-invalid': 'problem.nameLength',
  'words.invalid': 'problem.wordInvalid',
  'words.too-many': 'problem.tooManyWords',
  'timeout.administrator': 'moderation.administrator',
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

/** In English the answer's own words say more than the code does; in another language they are better than nothing. */
function sentence(t: Translate, code: string, detail: string): string | undefined {
  const key = sentences[code];
  if (detail !== '' && t.language === 'en') return detail;
  if (key !== undefined) return t(key);
  return detail === '' ? undefined : t('problem.answered', { detail });
}
