import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import { flagOf } from './flag.ts';

/** What a run between two systems would not heed, where any of it was asked for. */
export const unheededBetween = (
  given: Readonly<Record<string, unknown>>,
): Complaint | undefined => {
  const named = Object.keys(given).map((name) =>
    name === 'url' ? String(given.url) : flagOf(name),
  );
  return named.length === 0
    ? undefined
    : {
        code: EXIT.usage,
        seen: {
          en: `${named.join(', ')} beside two systems`,
          zh: `对两个系统互测给出了 ${named.join('、')}`,
        },
        wanted: {
          en: 'a run between two systems heeds --credentials, --out and --quiet',
          zh: '两系统互测仅接受 --credentials、--out 与 --quiet',
        },
        remedy: {
          en: 'leave the rest out, or check each system by itself',
          zh: '请去掉其余选项，或分别检测各系统',
        },
      };
};
