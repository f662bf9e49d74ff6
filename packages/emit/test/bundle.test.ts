import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { type RequirementId, registry } from '@openwaybill/schemas';
import { receiverIdOf } from '@openwaybill/validate';
import { describe, expect, test } from 'vitest';
import { schemas } from '../src/json-schema.ts';

const files = schemas(registry);

/** The judge of one schema, reached through the bundle of its form: nothing else is known to the validator. */
const judgeIn = (file: string) => {
  const bundle = JSON.parse(files.get(`bundle/${file}.json`) ?? '');
  registerSchema(bundle);
  return (id: string) =>
    validate(`${bundle.$id}#/$defs/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`);
};
const senderOf = judgeIn('openwaybill.schema');
const receiverOf = judgeIn('openwaybill.receiver.schema');

/** Rules that the schema language states by itself; formats are annotations to the second validator. */
const STATED = new Set([
  'required',
  'additionalProperties',
  'type',
  'enum',
  'const',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
]);

type Broken = { readonly breaks: { readonly rule: string; readonly requirement?: RequirementId } };
const isStated = ([, { breaks }]: readonly [string, Broken]): boolean => STATED.has(breaks.rule);

describe('one bundle is enough to judge every example', () => {
  test.each([...registry.schemas.values()])('$name', async ({ schema, examples }) => {
    const id = schema.$id ?? '';
    const sender = await senderOf(id);
    const receiver = await receiverOf(receiverIdOf(id));
    for (const [title, value] of Object.entries(examples.valid)) {
      expect(sender(value as never).valid, title).toBe(true);
      expect(receiver(value as never).valid, title).toBe(true);
    }
    for (const [title, { value }] of Object.entries(examples.invalid).filter(isStated))
      expect(sender(value as never).valid, title).toBe(false);
  });
});

test('a receiver takes a member and a code that it does not know', async () => {
  const cancellation = registry.schemas.get('WaybillCancellation')?.schema.$id ?? '';
  const newer = { reason: 'FROM_A_NEWER_MINOR', fromANewerMinor: true };
  expect((await senderOf(cancellation))(newer).valid).toBe(false);
  expect((await receiverOf(receiverIdOf(cancellation)))(newer).valid).toBe(true);
});
