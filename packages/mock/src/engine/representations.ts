import type { Answer } from './call.ts';

/** Makes the text of a body; nothing where there is none. */
export type Written = (answer: Pick<Answer, 'body' | 'headers'>) => string | undefined;

/** A body as JSON. */
export const written: Written = ({ body }) =>
  body === undefined ? undefined : JSON.stringify(body);

/** Texts that are remembered: as many as a load of reads goes round in, and no more than a few megabytes. */
const MOST = 1024;

/**
 * Writes bodies as JSON, those of resources once. What has an `ETag` is never changed in place, so the object itself
 * stands for its revision and for what of it may be seen.
 */
export const createRepresentations = (): Written => {
  const texts = new Map<unknown, string>();
  return (answer) => {
    const { body, headers } = answer;
    const known = texts.get(body);
    if (known !== undefined) return known;
    const text = written(answer);
    if (text === undefined || headers?.ETag === undefined) return text;
    const [oldest] = texts.keys();
    if (texts.size >= MOST) texts.delete(oldest);
    texts.set(body, text);
    return text;
  };
};
