/** A function that remembers its latest answers, at most so many: then it forgets them and begins anew. */
export const remembering = <K, V extends {}>(
  most: number,
  make: (key: K) => V,
): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
};
