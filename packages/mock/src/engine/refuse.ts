import type { ProblemCode, Text } from '@openwaybill/schemas';
import { Refusal } from './refusal.ts';

/** What was seen, what was wanted and what to do, of a request that no schema can judge. */
export type Refused = {
  readonly pointer?: string;
  readonly seen: Text;
  readonly remedy: Text;
};

/** A refusal of the control interface, in both languages. */
export const refuse = (code: ProblemCode, { pointer, seen, remedy }: Refused): Refusal =>
  new Refusal(code, {
    members: {
      ...(pointer === undefined
        ? {}
        : { errors: [{ pointer, rule: 'control', message: seen.en }] }),
      extensions: { 'org.openwaybill.mock': { ...seen, hint: remedy } },
    },
  });
