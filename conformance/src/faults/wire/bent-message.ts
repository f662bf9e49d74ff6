import { judge } from '@openwaybill/validate';
import type { MemberChange } from './changes.ts';
import { changed } from './changes.ts';
import type { Meeting } from './wire-fault.ts';

/** A message under a change. */
export type Bent = { readonly meeting: Meeting; readonly message: unknown };

/**
 * Changes a message as its kind says. A change that leaves it equal, or valid although its kind breaks the schema, or
 * broken although its kind keeps it, is no fault of the kind and is not made.
 */
export const bentMessage = (
  name: string,
  message: unknown,
  path: readonly string[],
  change: MemberChange,
): Bent => {
  if (message === undefined) return { meeting: 'ABSENT', message };
  const made = changed(message, path, change);
  if (made === message) return { meeting: 'ABSENT', message };
  if (JSON.stringify(made) === JSON.stringify(message)) return { meeting: 'EQUIVALENT', message };
  return judge(name, made).ok === change.isInvalid
    ? { meeting: 'EQUIVALENT', message }
    : { meeting: 'CHANGED', message: made };
};
