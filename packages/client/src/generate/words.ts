import type { Words } from '../generator/material.ts';

/** What the contract says of something, or leaves to what that refers to. */
export type Worded = {
  readonly title?: string;
  readonly description?: string;
  readonly 'x-title-zh'?: string;
  readonly 'x-description-zh'?: string;
};

/** The words of the first of these that has them. */
export const wordsOf = (...places: readonly (Worded | undefined)[]): Words => {
  const first = (name: Exclude<keyof Worded, 'title'>): string =>
    places.find((place) => place?.[name] !== undefined)?.[name] ?? '';
  return {
    description: first('description'),
    zh: { title: first('x-title-zh'), description: first('x-description-zh') },
  };
};
