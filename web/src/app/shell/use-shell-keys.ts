import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { walkOf } from '@/features/channel';
import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';
import { paths } from '@/shared/model/paths';

interface ShellKeys {
  readonly onSwitcher: () => void;
  readonly onKeys: () => void;
  readonly channels: readonly Channel[];
  readonly isUnread: (channelId: Id) => boolean;
}

/** What the keyboard does wherever the focus is. */
export function useShellKeys(keys: ShellKeys): void {
  const [location, navigate] = useLocation();
  const present = useRef({ ...keys, location });
  useEffect(() => {
    present.current = { ...keys, location };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { onSwitcher, onKeys, channels, isUnread, location: at } = present.current;
      if ((event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onSwitcher();
      } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        const next = neighbour(channels, at, event.key === 'ArrowDown' ? 1 : -1, event.shiftKey ? isUnread : null);
        if (next === undefined) return;
        event.preventDefault();
        navigate(paths.channel(next.serverId, next.id));
      } else if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        onKeys();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [navigate]);
}

/** The next channel of the server that one is in, around the ends; with `only`, the next for which it holds. */
export function neighbour(
  channels: readonly Channel[],
  location: string,
  step: 1 | -1,
  only: ((channelId: Id) => boolean) | null,
): Channel | undefined {
  const [, serverId, channelId] = /^\/s\/([^/]+)(?:\/c\/([^/]+))?/.exec(location) ?? [];
  const walk = walkOf(channels.filter((channel) => channel.serverId === serverId));
  const start = walk.findIndex((channel) => channel.id === channelId);
  for (let i = 1; i <= walk.length; i++) {
    const at = (((start + step * i) % walk.length) + walk.length) % walk.length;
    const candidate = walk[at];
    if (candidate && candidate.id !== channelId && (only === null || only(candidate.id))) return candidate;
  }
  return undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role=textbox]'))
  );
}
