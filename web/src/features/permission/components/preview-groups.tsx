import { Minus, Plus } from 'lucide-react';
import type { PermissionPreview } from '@/gateway/contract/permission';
import { useText } from '@/shared/i18n';
import { cx } from '@/shared/ui/cx';
import { Icon } from '@/shared/ui/icon';
import { effectsOf, whoOf } from '../model/preview-text';

interface PreviewGroupsProps {
  readonly id?: string;
  readonly preview: PermissionPreview;
  readonly className?: string;
}

/** Who would gain or lose what, those together to whom the same happens. */
export function PreviewGroups({ id, preview, className = '' }: PreviewGroupsProps) {
  const t = useText();
  return (
    <ul
      id={id}
      tabIndex={0}
      aria-label={t('preview.groups')}
      className={cx('scroll grid gap-3 overflow-y-auto rounded-control text-meta', className)}
    >
      {preview.groups.map((group) => (
        <li key={group.some[0]?.userId ?? group.members} className="grid gap-1">
          <p dir="auto" className="font-medium break-words">
            {whoOf(t, group)}
          </p>
          <ul className="grid gap-1">
            {group.effects
              .flatMap((effect) => effectsOf(t, effect))
              .map(({ gain, text }) => (
                <li key={text} className="flex gap-2 text-text-2">
                  <Icon
                    of={gain ? Plus : Minus}
                    size={14}
                    className={cx('mt-1 shrink-0', gain ? 'text-success' : 'text-danger-text')}
                  />
                  <span className="min-w-0 break-words">{text}</span>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
