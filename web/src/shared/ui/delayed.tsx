import { useEffect, useState, type ReactNode } from 'react';

/** Shows what it holds only when it is still wanted after a moment: nothing flashes for a short wait. */
export function Delayed({ by = 300, children }: { by?: number; children: ReactNode }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), by);
    return () => clearTimeout(timer);
  }, [by]);
  return due ? children : null;
}
