import { useState } from 'react';
import { useStore } from '@/shared/model/store';
import { laterOverlay } from '@/shared/ui/later';
import { answered, foreseen, type Foreseen } from '../model/foresight';

const ForesightDialog = laterOverlay(() => import('./foresight-dialog'));

/** Asks before what was foreseen to give or take something is done, wherever that was begun. */
export function Foresight() {
  const next = useStore(foreseen, (waiting) => waiting[0]);
  // What was asked last stays for its way out.
  const [shown, setShown] = useState<Foreseen>();
  if (next !== undefined && next !== shown) setShown(next);
  if (shown === undefined) return null;
  return (
    <ForesightDialog
      open={next !== undefined}
      asked={next ?? shown}
      onAnswer={(made) => {
        answered(shown);
        if (made) shown.run();
      }}
    />
  );
}
