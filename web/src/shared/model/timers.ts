/** What a browser's timer can wait at most: a little under 25 days. */
const LONGEST_MS = 2 ** 31 - 1;

/** Runs at a moment, however far ahead it is. Gives the way to call it off. */
export function at(moment: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    const left = moment - Date.now();
    timer = setTimeout(left > LONGEST_MS ? wait : run, Math.min(Math.max(left, 0), LONGEST_MS));
  };
  wait();
  return () => clearTimeout(timer);
}
