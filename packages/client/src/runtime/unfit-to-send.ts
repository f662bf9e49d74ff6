import { membersAt } from './members-at.ts';
import type { Problem } from './result.ts';
import type { Finding, OperationRow } from './rows.ts';

/** Stars, circles, blocks and crosses with which others hide characters, and a face that one platform prints. */
const MASK =
  /[*\u2217\u2731\u066D\uFE61\uFF0A\u25CF\u25CB\u25EF\u2B24\u2588\u2587\u25A0\u25A1\u00D7\u2715\u2716]|\(\^_\^\)/u;

const step = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Numbers beyond the safe integers: a receiver would read other ones. */
const inexactIn = (value: unknown, pointer: string): readonly Finding[] => {
  if (typeof value === 'number')
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER
      ? []
      : [{ pointer, rule: 'safe-integer', message: 'The number has more digits than are kept.' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => inexactIn(one, `${pointer}/${step(name)}`));
};

const maskedIn = (value: unknown, pointers: readonly string[]): readonly Finding[] =>
  pointers.flatMap((pointer) =>
    membersAt(value, pointer)
      .filter(({ holder, name }) => MASK.test(String(holder[name])))
      .map((place) => ({
        pointer: place.pointer,
        rule: 'masked-input',
        message: 'A masked value stands in a plain member.',
      })),
  );

const refusal = (code: string, errors: readonly Finding[]): Problem => ({
  code,
  status: 0,
  retryable: false,
  errors: [...errors],
});

/** What is wrong with a body that no receiver could take as it is meant; it is not sent. */
export const unfitToSend = (row: OperationRow, body: unknown): Problem | undefined => {
  const inexact = inexactIn(body, '');
  if (inexact.length > 0) return refusal('REQUEST_INVALID', inexact);
  const masked = maskedIn(body, row.plain ?? []);
  return masked.length > 0 ? refusal('MASKED_VALUE_AS_INPUT', masked) : undefined;
};
