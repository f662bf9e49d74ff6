import type { Registry } from '@openwaybill/schemas';
import { kindOf } from './kinds.ts';
import { type ReadRule, readRule } from './rule.ts';

/** `retry-after` as the member `retryAfter`. */
const memberOf = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What stands after the sign of equality, as the setting of that name wants it. */
const settingOf = (kind: string, name: string, text: string): unknown => {
  const is = kindOf(kind)?.settings[name]?.is;
  if (is === 'WHOLE' && /^[0-9]{1,15}$/.test(text)) return Number(text);
  if (is === 'FLAG' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
};

const RULE: readonly string[] = ['times', 'rate', 'seed'];
const NUMBER = /^[0-9]{1,15}([.][0-9]{1,9})?$/;

/**
 * Reads a disturbance written as `kind=status; status=503; retry-after=2; times=2`: the header of one call, and of the
 * repeats of it. It befalls this call, so it matches nothing else.
 */
export const readWrittenRule = (text: string, registry: Registry): ReadRule => {
  const pairs = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0
        ? ([part, ''] as const)
        : ([memberOf(part.slice(0, at).trim()), part.slice(at + 1).trim()] as const);
    });
  const said = Object.fromEntries(pairs);
  const kind = said.kind ?? '';
  const settings = pairs.filter(([name]) => !RULE.includes(name));
  const rule = pairs.filter(([name]) => RULE.includes(name));
  return readRule(
    {
      do: Object.fromEntries(settings.map(([name, one]) => [name, settingOf(kind, name, one)])),
      // what is said of one call happens once
      times: 1,
      ...Object.fromEntries(
        rule.map(([name, one]) => [name, NUMBER.test(one) ? Number(one) : one]),
      ),
    },
    registry,
  );
};
