import { useEffect, useRef } from 'react';
import { MAIN_ID } from './main';

/** The composer of the place that is shown; where it comes later, it takes the focus itself. */
const whereOneWrites = (): HTMLElement | false =>
  document.getElementById(MAIN_ID)?.querySelector<HTMLElement>('textarea') ?? false;

/** For a dialog that may lead to another place: then the focus goes there, else back to where it was. */
export function useLeading(open: boolean) {
  const led = useRef(false);
  useEffect(() => {
    if (open) led.current = false;
  }, [open]);
  return {
    /** Call it before it closes. */
    lead: () => {
      led.current = true;
    },
    finalFocus: (): HTMLElement | boolean => !led.current || whereOneWrites(),
  };
}
