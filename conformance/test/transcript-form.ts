import { Value } from '@sinclair/typebox/value';
import type { Entry } from '../src/transcript/format.ts';
import { LINE_FORMS } from '../src/transcript/transcript-form.ts';

/** Where the lines of a transcript are not of the form that is published. */
export const wrongLines = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => {
        const entry = JSON.parse(line) as Entry;
        return [...Value.Errors(LINE_FORMS[entry.kind], entry)].map(
          ({ path, message }) => `${entry.kind} ${path} ${message}`,
        );
      }),
  ),
];
