import { type Claim, chosenBy, type Selection } from '@openwaybill/conformance';
import { nearest } from '@openwaybill/validate/light';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Text } from '../language.ts';
import type { RunSettings } from './options.ts';
import type { Ways } from './read-ways.ts';

const unknown = (what: Text, word: string, names: readonly string[], all: Text): Complaint => {
  const meant = nearest(word, names);
  return {
    code: EXIT.usage,
    seen: { en: `there is no ${what.en} ${word}`, zh: `没有${what.zh} ${word}` },
    wanted: all,
    remedy:
      meant === undefined
        ? {
            en: 'openwaybill check --list shows what there is',
            zh: '用 openwaybill check --list 查看全部',
          }
        : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
  };
};

const isKnown = (word: string, names: readonly string[]): boolean =>
  names.includes(word) ||
  (word.endsWith('*') && names.some((name) => name.startsWith(word.slice(0, -1))));

/** What of the suite was asked for; words that nobody knows are told, and never choose nothing in silence. */
export const selectionOf = (
  options: Pick<RunSettings, 'only' | 'class' | 'shard'> & {
    readonly isOwnProduction?: boolean;
    readonly ways?: Ways;
  },
  claim: Claim,
): { readonly selection: Selection } | { readonly complaint: Complaint } => {
  const names = chosenBy();
  for (const word of options.only ?? [])
    if (!isKnown(word, names))
      return {
        complaint: unknown(
          { en: 'scenario, requirement or module', zh: '场景、要求或模块' },
          word,
          names,
          {
            en: '--only takes scenario ids, requirement ids, prefixes (WBL-*), modules, negatives, models',
            zh: '--only 可取场景、要求编号、前缀（WBL-*）、模块、negatives 或 models',
          },
        ),
      };
  const classes = [
    ...new Set([
      ...claim.document.claims.flatMap((one) =>
        one.role === claim.role ? [one.conformanceClass] : [],
      ),
      ...(claim.commands.length > 0 ? ['test-control'] : []),
    ]),
  ];
  for (const word of options.class ?? [])
    if (!classes.includes(word))
      return {
        complaint: unknown({ en: 'claimed class', zh: '已声明的类别' }, word, classes, {
          en: `the system claims ${classes.join(', ')}`,
          zh: `系统声明了 ${classes.join('、')}`,
        }),
      };
  const [index = 0, count = 0] = (options.shard ?? '').split('/').map(Number);
  if (options.shard !== undefined && !(index >= 1 && index <= count))
    return {
      complaint: {
        code: EXIT.usage,
        seen: { en: `--shard has ${options.shard}`, zh: `--shard 为 ${options.shard}` },
        wanted: {
          en: 'the first number is from 1 to the second',
          zh: '前一个数应介于 1 与后一个数之间',
        },
        remedy: { en: 'write it as 2/5', zh: '形如 2/5' },
      },
    };
  return {
    selection: {
      ...(options.only === undefined ? {} : { only: options.only }),
      ...(options.class === undefined ? {} : { classes: options.class }),
      ...(options.shard === undefined ? {} : { shard: { index, count } }),
      ...options.ways,
      ...(options.isOwnProduction === true ? { isOwnProduction: true } : {}),
    },
  };
};
