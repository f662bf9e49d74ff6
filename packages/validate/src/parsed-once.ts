/** Data that is read when it is first asked for, and then kept. */
export const parsedOnce = <T>(text: string): (() => T) => {
  let parsed: T | undefined;
  return () => {
    parsed ??= JSON.parse(text) as T;
    return parsed;
  };
};
