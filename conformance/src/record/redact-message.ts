import { fitsLeaf, privacyOf } from '@openwaybill/privacy';
import { isAtLeast, type Privacy, problems, registry } from '@openwaybill/schemas';
import type { Issue, JsonSchema } from '@openwaybill/validate';
import type { Numbering, Redacted } from './redacted.ts';
import { walkMessage } from './walk-message.ts';

/** Kinds of text in which anybody may write anything. */
const FREE: ReadonlySet<string> = new Set([
  'business-text',
  'note.freetext',
  'goods-description',
  'org-name',
  'addr.road',
  'addr.building',
]);

/** Texts that the standard itself has written. */
const OWN: ReadonlySet<unknown> = new Set(
  Object.values(problems).flatMap(({ title }) => [title.en, title.zh]),
);

const EVENT_TYPES: ReadonlySet<unknown> = new Set(registry.events.map(({ type }) => type));

const isFreeText = (value: unknown, { kind }: Privacy, schema: JsonSchema): boolean =>
  (FREE.has(kind) &&
    schema.type === 'string' &&
    !('pattern' in schema || 'enum' in schema) &&
    !OWN.has(value)) ||
  // a type of nobody's has the form of one, and any words in it
  (String(schema.$id).endsWith('/EventType.json') && !EVENT_TYPES.has(value));

/**
 * A message as a recording holds it: members of class `personal` and above, free text, what its schema does not know
 * and what does not meet its schema are taken out; a masked member that holds no mask is none.
 */
export const redactMessage = (
  message: unknown,
  schemaName: string,
  issues: readonly Issue[],
  numberOf: Numbering,
): unknown => {
  const wrong = new Set(issues.map(({ pointer }) => pointer));
  const out = (
    value: unknown,
    about: Pick<Privacy, 'kind'> & { class: string },
    valid: boolean,
  ) => ({
    put: {
      $redacted: {
        class: about.class,
        kind: about.kind,
        n: numberOf(JSON.stringify(value)),
        valid,
      },
    } satisfies Redacted,
  });
  return walkMessage(message, schemaName, (value, { schema, pointer, isInner }) => {
    if (isInner) return undefined;
    const privacy = schema === undefined ? undefined : privacyOf(schema);
    if (schema === undefined || privacy === undefined)
      return out(value, { class: 'unknown', kind: 'none' }, false);
    // private data of the parties: any object is right
    if (schema.type === 'object')
      return out(value, privacy, !wrong.has(pointer) && typeof value === 'object');
    const valid = fitsLeaf(value, schema) && !wrong.has(pointer);
    return valid && !isAtLeast(privacy.class, 'personal') && !isFreeText(value, privacy, schema)
      ? undefined
      : out(value, privacy, valid);
  });
};
