/**
 * Runs at once for a key; asked again within the time, once more at its end, however often that was.
 *
 * @param paceMs between two runs for the same key
 */
export function paced(paceMs: number, run: (key: string) => void): (key: string) => void {
  const asked = new Map<string, boolean>();
  const go = (key: string) => {
    asked.set(key, false);
    run(key);
    setTimeout(() => {
      if (asked.get(key)) go(key);
      else asked.delete(key);
    }, paceMs);
  };
  return (key) => {
    if (asked.has(key)) asked.set(key, true);
    else go(key);
  };
}
