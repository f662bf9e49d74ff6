/** Runs pieces of work one after another, in the order in which they were asked for. */
export const createLock = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => {
      // whoever asked for the work is told; the queue only has to go on
    });
    return next;
  };
};
