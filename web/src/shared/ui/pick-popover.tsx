import { useState, type ReactElement } from 'react';
import { fold } from '../model/fold';
import { PickList, PickShell, type Pickable } from './pick-list';

interface PickPopoverProps {
  readonly label: string;
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly picks: readonly Pickable[];
  readonly onPick: (pick: Pickable) => void;
  /** Whether one goes on picking. */
  readonly stay?: boolean;
  readonly align?: 'start' | 'end';
}

/** More are not read, but narrowed down by another letter. */
const MOST = 50;

/** A button, and the list that it opens, which a few letters narrow down. */
export function PickPopover({ label, trigger, picks, onPick, stay = false, align }: PickPopoverProps) {
  const [open, setOpen] = useState(false);
  return (
    <PickShell label={label} trigger={trigger} align={align} open={open} onOpenChange={setOpen}>
      <Picking
        label={label}
        picks={picks}
        onPick={(pick) => {
          if (!stay) setOpen(false);
          onPick(pick);
        }}
      />
    </PickShell>
  );
}

function Picking({ label, picks, onPick }: Pick<PickPopoverProps, 'label' | 'picks' | 'onPick'>) {
  const [typed, setTyped] = useState('');
  const words = fold(typed.trim());
  const found = picks.filter((pick) => fold(`${pick.name} ${pick.detail ?? ''}`).includes(words));
  return (
    <PickList
      label={label}
      typed={typed}
      onTyped={setTyped}
      picks={found.slice(0, MOST)}
      more={found.length > MOST}
      onPick={onPick}
    />
  );
}
