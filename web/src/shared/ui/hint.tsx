import type { ReactElement } from 'react';
import { Tooltip } from '@base-ui/react/tooltip';
import { Keys } from './keys';

interface HintProps {
  readonly text: string;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A few words beside what the pointer or the focus is on. The thing itself must have a name of its own. */
export function Hint({ text, keys, side = 'top', children }: HintProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} className="z-50">
          <Tooltip.Popup
            aria-hidden
            className="pop flex items-center gap-2 rounded-control bg-surface-3 px-2 py-1 text-label font-medium text-text-1 shadow-float"
          >
            {text}
            {keys !== undefined && <Keys of={keys} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

export const HintProvider = ({ children }: { children: React.ReactNode }) => (
  <Tooltip.Provider delay={450} closeDelay={0}>
    {children}
  </Tooltip.Provider>
);
