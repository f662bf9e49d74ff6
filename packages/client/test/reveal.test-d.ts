import { test } from 'vitest';
import type { PlainFields, Revealer } from '../src/reveal.ts';

declare const revealer: Revealer;

const question = {
  consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
  waybillNo: 'ZZ0000000001',
  actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
  authentication: 'MFA',
} as const;

test('a question names no field beyond its purpose', () => {
  revealer.reveal({ ...question, purpose: 'SERVICE_NAME_CHECK', fields: ['NAME'], inClear: true });
  // @ts-expect-error an address is not for a check of a name
  revealer.reveal({ ...question, purpose: 'SERVICE_NAME_CHECK', fields: ['ADDRESS'] });
  // @ts-expect-error there is no purpose of that name
  revealer.reveal({ ...question, purpose: 'MARKETING', fields: ['NAME'] });
  // @ts-expect-error something is asked for
  revealer.reveal({ ...question, purpose: 'SERVICE_NAME_CHECK', fields: [] });
});

test('what has to be sealed is not asked for in clear', () => {
  revealer.reveal({ ...question, purpose: 'FULFIL_LABEL', fields: ['NAME'] });
  // @ts-expect-error the print component alone opens it
  revealer.reveal({ ...question, purpose: 'FULFIL_LABEL', fields: ['NAME'], inClear: true });
});

declare const fields: PlainFields;
declare const log: (text: string) => void;

test('what was revealed is no text until it is exposed', () => {
  log(fields.name?.expose() ?? '');
  // @ts-expect-error a name is held
  log(fields.name);
  // @ts-expect-error a phone is held
  log(fields.phone);
  // @ts-expect-error a note is held
  log(fields.deliveryNote);
  // @ts-expect-error an id number is held
  log(fields.idNumber);
  // @ts-expect-error an address is held whole
  log(fields.address?.road);
});
