import type { Status } from '@/gateway/contract/presence';
import type { Translate } from '@/shared/i18n';
import { PresenceDot } from '@/shared/ui/presence-dot';

const all: readonly Status[] = ['online', 'idle', 'dnd', 'invisible'];

/** What one can be shown as, each with a line that says what that means. */
export const statusChoices = (t: Translate) =>
  all.map((value) => ({
    value,
    label: t(`presence.${value}`),
    detail: t(`presence.${value}Means`),
    mark: (
      <span className="grid w-[18px] shrink-0 place-items-center">
        <PresenceDot of={value} size={12} />
      </span>
    ),
  }));
