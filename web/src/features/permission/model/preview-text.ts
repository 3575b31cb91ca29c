import type { PermissionPreview, PreviewEffect, PreviewGroup } from '@/gateway/contract/permission';
import type { Translate } from '@/shared/i18n';
import { listed, permissionName } from './reasons';

/** More names than these are counted. */
const MOST_NAMES = 3;
const MOST_CHANNELS = 4;

/** Ada, Grace, Linus and 9 others */
export function whoOf(t: Translate, group: PreviewGroup): string {
  const names = group.some.slice(0, MOST_NAMES).map((member) => member.displayName);
  const others = group.members - names.length;
  return listed(t, others > 0 ? [...names, t('preview.others', { count: others })] : names);
}

/** Takes something from 3 members · Gives something to 12 members */
export function summaryOf(t: Translate, preview: PermissionPreview): string {
  // Not all groups are told of: whoever is in one of the others may gain or lose.
  if (!preview.complete) return t('preview.membersAtLeast', { count: preview.members });
  const count = (side: 'lost' | 'gained') =>
    preview.groups
      .filter((group) => group.effects.some((effect) => effect[side].length > 0))
      .reduce((sum, group) => sum + group.members, 0);
  const lost = count('lost');
  const gained = count('gained');
  return [
    ...(lost > 0 ? [t('preview.takes', { count: lost })] : []),
    ...(gained > 0 ? [t('preview.gives', { count: gained })] : []),
  ].join(' · ');
}

/** in #news, #dev and 3 more channels; in the whole server */
export function whereOf(t: Translate, effect: PreviewEffect): string {
  if (effect.channels.length === 0) return t('preview.inServer');
  const names = effect.channels.slice(0, MOST_CHANNELS).map((channel) => `#${channel.name}`);
  const others = effect.channels.length - names.length;
  return t('preview.inChannels', {
    channels: listed(t, others > 0 ? [...names, t('preview.moreChannels', { count: others })] : names),
  });
}

/** What is lost and what is gained by one of them, each as one sentence; that they lose sight of a channel says all. */
export function effectsOf(t: Translate, effect: PreviewEffect): readonly { readonly gain: boolean; readonly text: string }[] {
  const where = whereOf(t, effect);
  const inChannel = effect.channels.length > 0;
  const names = (permissions: readonly string[]) => listed(t, permissions.map((one) => permissionName(t, one)));
  const texts = [];
  if (effect.lost.length > 0) {
    const hidden = inChannel && effect.lost.includes('VIEW_CHANNEL');
    texts.push({
      gain: false,
      text: hidden ? t('preview.hidden', { where }) : t('preview.lose', { permissions: names(effect.lost), where }),
    });
  }
  if (effect.gained.length > 0) {
    const shown = inChannel && effect.gained.includes('VIEW_CHANNEL');
    const permissions = names(effect.gained.filter((one) => one !== 'VIEW_CHANNEL'));
    texts.push({
      gain: true,
      text: shown ? t('preview.shown', { where, permissions, more: permissions === '' ? 'no' : 'yes' }) : t('preview.gain', { permissions: names(effect.gained), where }),
    });
  }
  return texts;
}
