/** Says of every telling of one thing whether it is the first, the third and so on. */
export const everyOther = (): ((thing: string) => boolean) => {
  const told = new Map<string, number>();
  return (thing) => {
    const count = told.get(thing) ?? 0;
    told.set(thing, count + 1);
    return count % 2 === 0;
  };
};
