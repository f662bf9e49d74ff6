/** A value that is there at once or later: what lies in memory is answered without a promise. */
export type Soon<T> = T | Promise<T>;

/** What is made of a value, as soon as it is there. */
export const after = <T, U>(soon: Soon<T>, make: (value: T) => Soon<U>): Soon<U> =>
  soon instanceof Promise ? soon.then(make) : make(soon);
