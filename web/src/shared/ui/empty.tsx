import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

interface EmptyProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly body?: string;
  /** Whether it is all that the page has. */
  readonly whole?: boolean;
  readonly children?: ReactNode;
}

/** What stands where nothing is yet: one sentence, the next step, and the way to take it. */
export function Empty({ icon, title, body, whole = false, children }: EmptyProps) {
  const Title = whole ? 'h1' : 'h2';
  return (
    <div className="m-auto grid max-w-[360px] justify-items-center gap-4 p-6 text-center">
      <span className="grid size-14 place-items-center rounded-card bg-tint/6 text-text-2">
        <Icon of={icon} size={26} />
      </span>
      <div className="grid gap-1">
        <Title className="text-body font-semibold text-balance break-words">{title}</Title>
        {body !== undefined && <p className="text-meta text-balance text-text-2">{body}</p>}
      </div>
      {children}
    </div>
  );
}
