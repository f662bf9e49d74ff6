import { toContract } from '@openwaybill/schemas';
import { type Found, found, type LintRule } from '../rule.ts';

type Part = { readonly [key: string]: unknown };

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** Members of one object that say the same in English and in Chinese. */
const PAIRS = [
  ['en', 'zh'],
  ['title', 'x-title-zh'],
  ['description', 'x-description-zh'],
] as const;

/** Every place of both values where one language changed and the other did not. */
function* drifts(
  before: unknown,
  now: unknown,
  pointer: string,
): Generator<Found, void, undefined> {
  if (!isPart(before) || !isPart(now)) return;
  for (const [en, zh] of PAIRS) {
    if (typeof before[en] !== 'string' || typeof now[en] !== 'string') continue;
    const hasChanged = [en, zh].map((key) => before[key] !== now[key]);
    if (hasChanged[0] !== hasChanged[1])
      yield found(
        'contract',
        `${pointer}/${hasChanged[0] ? en : zh}`,
        `it changed and the ${hasChanged[0] ? 'Chinese' : 'English'} beside it did not; read both again`,
      );
  }
  for (const [key, value] of Object.entries(now))
    yield* drifts(
      before[key],
      value,
      `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    );
}

/** Lists of a contract by the name of their items, so that one more item moves none. */
const byName = (contract: object): unknown =>
  Object.fromEntries(
    Object.entries(contract).map(([part, value]) => [
      part,
      Array.isArray(value)
        ? Object.fromEntries(
            value.map((one: Part) => [String(one.name ?? one.type ?? one.entity ?? one.id), one]),
          )
        : value,
    ]),
  );

/** Texts that changed in one language since the release before. */
export const TRANSLATION_DRIFT: LintRule = {
  id: 'translation-drift',
  isWarning: true,
  refuses: { en: 'a text that changed in one language only', zh: '仅一种语言有改动的文字' },
  judge: ({ registry, previous }) =>
    previous === undefined ? [] : [...drifts(byName(previous), byName(toContract(registry)), '')],
};
