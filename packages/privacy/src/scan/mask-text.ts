import type { Registry } from '@openwaybill/schemas';
import { namesPerson, withoutPersons } from '@openwaybill/validate';
import { HIDDEN, TAIL } from '../masks/hidden.ts';
import { email1, id1, maskOfKind, phone1 } from '../masks/index.ts';
import { PERSONAL } from '../plain.ts';
import { type PersonalKind, sightingsIn } from './patterns.ts';
import { personalMembers } from './personal-members.ts';
import { scanText, type ValueScan } from './scan-value.ts';

/** What stands in place of what was seen. A name stays only where the text around it is kept without it. */
const MASKS: Readonly<Record<Exclude<PersonalKind, 'name'>, (text: string) => string>> = {
  mobile: phone1,
  landline: phone1,
  'id-number': id1,
  'e-mail': email1,
  address: () => TAIL,
  'weak-mask': () => HIDDEN,
};

/** A member, perhaps of JSON inside of a text: cut off, or behind the words of a log. */
const MEMBER = /"([A-Za-z]+)\\*"\s*:\s*\\*"/gu;

/** Whether a text has a member that the standard has for plain values of people. */
const hasPersonalMember = (text: string, { registry }: ValueScan): boolean => {
  const names = [...text.matchAll(MEMBER)].map(([, name]) => name);
  const members = personalMembers(registry);
  return names.some((name) => [...members.keys()].some((place) => place.endsWith(`/${name}`)));
};

/**
 * A text with everything masked that seems to tell of a person. Whatever is still in doubt hides the whole text: a
 * mask fails closed.
 */
export const maskText = (text: string, scan: ValueScan): string => {
  const named = namesPerson(text) ? withoutPersons(text) : text;
  let masked = '';
  let end = 0;
  for (const { kind, offset, length, isWhole } of sightingsIn(named)) {
    if (kind === 'name' || isWhole === true) return PERSONAL;
    masked += named.slice(end, offset) + MASKS[kind](named.slice(offset, offset + length));
    end = offset + length;
  }
  masked += named.slice(end);
  return scanText(masked, scan).length === 0 && !hasPersonalMember(masked, scan)
    ? masked
    : PERSONAL;
};

/** A value with every text in it masked, and the members that the standard has for plain values of people too. */
export const maskValue = (value: unknown, registry: Pick<Registry, 'schemas'>): unknown => {
  const members = personalMembers(registry);
  const scan: ValueScan = { registry };
  const walk = (one: unknown, parent: string, name: string): unknown => {
    if (typeof one === 'string' || typeof one === 'number') {
      const kind = members.get(`${parent}/${name}`);
      if (kind !== undefined) return maskOfKind(kind)?.(String(one)) ?? PERSONAL;
      const masked = maskText(String(one), scan);
      return masked === String(one) ? one : masked;
    }
    if (Array.isArray(one)) return one.map((item) => walk(item, parent, name));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, member]) => [maskText(key, scan), walk(member, name, key)]),
    );
  };
  return walk(value, '', '');
};
