import { useEffect, useState } from 'react';
import { at } from '../model/timers';

/** Whether a moment (ISO 8601) is still to come; what shows it is drawn again when it has. */
export function useAhead(moment: string | undefined): boolean {
  const [over, setOver] = useState<string | undefined>(undefined);
  useEffect(() => (moment === undefined ? undefined : at(Date.parse(moment), () => setOver(moment))), [moment]);
  return moment !== undefined && over !== moment;
}
