import type { OperationEntry } from '@openwaybill/schemas';

/** Questions whose details are too many, or too private, for an address. */
const ASKED_BY_POST: ReadonlySet<string> = new Set([
  'checkBlacklist',
  'checkServiceability',
  'lookUpConsignee',
  'queryParcels',
]);

/** Whether an operation asks, and changes nothing. */
export const isQuestion = ({ method, operationId }: OperationEntry): boolean =>
  method === 'GET' || ASKED_BY_POST.has(operationId);

/** Answers that are used up by being read, tell of the instant itself or are drawn anew, and events, which are asked for by their types. */
export const EPHEMERAL: ReadonlySet<string> = new Set([
  'RevealGrant',
  'ContactBinding',
  'LabelData',
  'TestClock',
  'ReplayPage',
]);
