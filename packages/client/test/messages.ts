import { registry } from '@openwaybill/schemas';
import type { components as Receiver } from '../src/generated/receiver.ts';
import type { components as Sender } from '../src/generated/sender.ts';

const example = (name: string): unknown =>
  Object.values(registry.schemas.get(name)?.examples.valid ?? {})[0];

/** The first valid example of each message, by the types of the client. */
export const draft = example('WaybillCreation') as Sender['schemas']['WaybillCreation'];
export const waybill = example('Waybill') as Receiver['schemas']['Waybill'];
export const order = example('Order') as Receiver['schemas']['Order'];
export const capabilities = example(
  'CapabilityDocument',
) as Receiver['schemas']['CapabilityDocument'];

/** A problem as its table has it. */
export const problem = (code: string, more: object = {}) => ({
  type: `https://openwaybill.org/problems/${code}`,
  code,
  title: registry.problems[code]?.title.en ?? 'Not in the table',
  status: registry.problems[code]?.status ?? 400,
  retryable: registry.problems[code]?.retryable ?? false,
  ...more,
});

/** The reply that refuses with a problem. */
export const refusal = (code: string, headers: Readonly<Record<string, string>> = {}) => ({
  status: problem(code).status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  json: problem(code),
});
