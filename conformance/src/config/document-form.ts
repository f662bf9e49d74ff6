import { type TProperties, Type } from '@sinclair/typebox';
import { oneOf } from '../result/form.ts';
import type { CapabilityDocument } from '../words.ts';
import { type Misfit, misfitsOf, wanted } from './misfits.ts';

/** An object of which only these members are looked at. */
const open = <T extends TProperties>(members: T) =>
  Type.Object(members, { additionalProperties: true });
const text = Type.String();
const texts = Type.Array(text);
const whole = Type.Integer({ minimum: 1 });
const address = Type.String({
  pattern: '^https?://[^\\s/]',
  ...wanted('an absolute address', '绝对地址'),
});

/**
 * What a capability document needs for a run to begin. Anything else that is wrong with it is a finding of the run, and
 * nothing that keeps it from beginning.
 */
export const DocumentForm = open({
  environment: oneOf(['SANDBOX', 'PRODUCTION']),
  organisation: open({ partyId: text, name: text }),
  software: open({ name: text, version: text }),
  claims: Type.Array(
    open({ role: text, conformanceClass: text, modules: texts, requirementSet: text }),
  ),
  limits: open({
    maxBodyBytes: whole,
    maxBatchItemCount: whole,
    maxPageItemCount: whole,
    eventRetentionSeconds: whole,
    unknownMembers: oneOf(['STRICT', 'TOLERANT']),
  }),
  endpoints: open({
    api: address,
    token: address,
    keys: address,
    eventInbox: Type.Optional(address),
  }),
  events: open({ sends: texts, receives: texts }),
  labelFormats: Type.Optional(texts),
  testControl: Type.Optional(open({ commands: texts })),
});

/** What keeps a run from beginning with a value as the capability document; nothing where it can. */
export const documentMisfits = (value: unknown): readonly Misfit[] =>
  misfitsOf(DocumentForm, value);

/** Whether a run can begin with a value as the capability document. */
export const isDocument = (value: unknown): value is CapabilityDocument =>
  documentMisfits(value).length === 0;
