import { isAtLeast, type Privacy, type Registry } from '@openwaybill/schemas';
import { type JsonSchema, looksMasked, stepOf } from '@openwaybill/validate';
import { TEXT_MASKS } from '../masks/index.ts';
import { PERSONAL } from '../plain.ts';
import { privacyOf, target } from '../schema-walk.ts';
import { DEPTH, unhex, unwrap, type Wrapping } from './decode.ts';
import { type PersonalKind, sightingsIn } from './patterns.ts';
import { personalMembers } from './personal-members.ts';

/** Something of a person in a value or a text: what, how it is written, and where; never what it is. */
export type PersonalFinding = {
  readonly kind: PersonalKind | 'known-person';
  readonly form: string;
  /** RFC 6901; absent in what is no JSON. */
  readonly pointer?: string;
  /** In the text, where it is no JSON. */
  readonly offset?: number;
};

/** How a scan of values is set up. */
export type ValueScan = {
  readonly registry: Pick<Registry, 'schemas'>;
  /** Finds people who are known: what is found of them, by label. */
  readonly known?: (text: string) => readonly { readonly form: string; readonly offset: number }[];
  /** What may stand anywhere although it looks personal. */
  readonly isAllowed?: (text: string) => boolean;
};

const OF_PEOPLE: Readonly<Partial<Record<Privacy['kind'], PersonalKind>>> = {
  'person-name': 'name',
  'phone.mobile': 'mobile',
  'phone.landline': 'landline',
  'addr.road': 'address',
  'addr.building': 'address',
  'addr.unit': 'address',
  'addr.code': 'address',
  'id-number': 'id-number',
  email: 'e-mail',
};
/** What others call the members that this standard calls `contact/name`. */
const FOREIGN_NAME =
  /(?:receiver|recipient|consignee|consignor|sender|contact)_?name$|^(?:姓名|收件人|收货人|寄件人|联系人)$/iu;
const MAYBE_NAME = /^\p{Script=Han}{2,4}$|^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u;

/** What was decoded is a text, and not the bytes of something else. */
const isText = (text: string): boolean => {
  if (text === '') return false;
  let odd = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d))
      odd += 1;
  }
  return odd * 20 < text.length;
};

const inWrappings = (form: string, wrappings: readonly Wrapping[]): string =>
  [form, ...wrappings.map((wrapping) => `in ${wrapping}`)].join(', ');

const jsonIn = (text: string): unknown => {
  if (!/^\s*[[{]/u.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Finds what seems to be of a person in a text that is no JSON, and in what is wrapped in it. */
export const scanText = (text: string, scan: ValueScan): readonly PersonalFinding[] =>
  textFindings(text, scan, 0, []);

const textFindings = (
  text: string,
  scan: ValueScan,
  depth: number,
  wrappings: readonly Wrapping[],
  at?: number,
): readonly PersonalFinding[] => {
  const isAllowed = scan.isAllowed ?? (() => false);
  return [
    ...(depth === 0 ? (scan.known?.(text) ?? []) : []).map(({ form, offset }) => ({
      kind: 'known-person' as const,
      form,
      offset,
    })),
    ...sightingsIn(text)
      .filter(({ offset, length }) => !isAllowed(text.slice(offset, offset + length)))
      .map(({ kind, form, offset }) => ({
        kind,
        form: inWrappings(form, wrappings),
        offset: at ?? offset,
      })),
    ...(depth === DEPTH
      ? []
      : [...unwrap(text), ...unhex(text)]
          .filter((inside) => isText(inside.text))
          .flatMap((inside) => {
            const wrapped = [...wrappings, ...inside.wrappings];
            const value = jsonIn(inside.text);
            const offset = at ?? inside.offset;
            return value === undefined
              ? textFindings(inside.text, scan, depth + 1, wrapped, offset)
              : valueFindings(value, undefined, scan, depth + 1).map(({ kind, form }) => ({
                  kind,
                  form: inWrappings(form, wrapped),
                  offset,
                }));
          })),
  ];
};

/**
 * Finds what seems to be of a person in a value. Where its schema is given, members for plain personal values are
 * theirs to carry, public ones and those of organisations are nobody's, and masked ones must be masked.
 */
export const scanValue = (
  value: unknown,
  schemaName: string | undefined,
  scan: ValueScan,
): readonly PersonalFinding[] => {
  const schema =
    schemaName === undefined ? undefined : scan.registry.schemas.get(schemaName)?.schema;
  return valueFindings(value, schema as JsonSchema | undefined, scan, 0);
};

const maskFinding = (text: string, { mask }: Privacy): PersonalFinding['form'] | undefined => {
  const known = mask === undefined ? undefined : TEXT_MASKS[mask as keyof typeof TEXT_MASKS];
  return known === undefined || new RegExp(known.pattern, 'u').test(text)
    ? undefined
    : `no form of ${mask}`;
};

const valueFindings = (
  value: unknown,
  written: JsonSchema | undefined,
  scan: ValueScan,
  depth: number,
): readonly PersonalFinding[] => {
  const found: PersonalFinding[] = [];
  const members = personalMembers(scan.registry);

  const leaf = (
    text: string,
    privacy: Privacy | undefined,
    place: string,
    pointer: string,
  ): void => {
    if (privacy?.mask !== undefined) {
      const form = maskFinding(text, privacy);
      if (form !== undefined) found.push({ kind: 'weak-mask', form, pointer });
      return;
    }
    const isItsPlace =
      privacy !== undefined &&
      (isAtLeast(privacy.class, 'personal') || privacy.kind === 'phone.virtual');
    const isNobodys = privacy !== undefined && !isAtLeast(privacy.class, 'pseudonymous');
    if (isItsPlace || isNobodys || text === '' || text === PERSONAL) return;
    const inside = textFindings(text, scan, depth, []);
    found.push(...inside.map(({ kind, form }) => ({ kind, form, pointer })));
    if (privacy !== undefined || inside.length > 0 || looksMasked(text)) return;
    const kind = OF_PEOPLE[members.get(place) as Privacy['kind']];
    const name = place.slice(place.indexOf('/') + 1);
    if (kind !== undefined) found.push({ kind, form: 'in a member for it', pointer });
    else if (FOREIGN_NAME.test(name) && MAYBE_NAME.test(text))
      found.push({ kind: 'name', form: 'in a member for it', pointer });
  };

  const walk = (
    one: unknown,
    given: JsonSchema | undefined,
    parent: string,
    name: string,
    pointer: string,
  ): void => {
    const schema = given === undefined ? undefined : target(given, one, scan.registry);
    if (typeof one === 'string' || typeof one === 'number') {
      leaf(
        String(one),
        schema === undefined ? undefined : privacyOf(schema),
        `${parent}/${name}`,
        pointer,
      );
    } else if (Array.isArray(one)) {
      const items = schema?.items as JsonSchema | undefined;
      for (const [at, item] of one.entries()) walk(item, items, parent, name, `${pointer}/${at}`);
    } else if (typeof one === 'object' && one !== null) {
      const properties = (schema?.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
      for (const [key, member] of Object.entries(one)) {
        const named = textFindings(key, scan, 0, []);
        for (const { kind } of named)
          found.push({ kind, form: 'as the name of a member', pointer });
        walk(
          member,
          Object.hasOwn(properties, key) ? properties[key] : undefined,
          name,
          key,
          // where it was found is told without who it is
          pointer + stepOf(named.length === 0 ? key : PERSONAL),
        );
      }
    }
  };
  walk(value, written, '', '', '');
  return found;
};
