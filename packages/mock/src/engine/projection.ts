import {
  extensionPointersOf,
  type Grant,
  grantsFor,
  projectBody,
  unitOf,
} from '@openwaybill/privacy';
import {
  type Agreement,
  isAtLeast,
  nameOf,
  type OperationEntry,
  type PrivacyClassName,
  privacyMax,
  type Registry,
  type Role,
} from '@openwaybill/schemas';
import type { Unit } from '../store/unit.ts';
import { effectiveAgreements } from './agreement.ts';
import type { Answer } from './call.ts';
import type { Counterparty } from './options.ts';
import { Refusal } from './refusal.ts';

/** Grants of one agreement by message, since an agreement is read for every answer. */
const known = new WeakMap<readonly Grant[], Map<string, readonly Grant[]>>();

const grantsIn = (
  agreements: readonly Agreement[],
  messageName: string,
  toRole: Role,
): readonly Grant[] =>
  agreements.flatMap((agreement) => {
    const cache = known.get(agreement.grants) ?? new Map<string, readonly Grant[]>();
    known.set(agreement.grants, cache);
    const key = `${toRole} ${messageName}`;
    const found = cache.get(key) ?? grantsFor([agreement], messageName, toRole);
    cache.set(key, found);
    return found;
  });

/** What a grant has to cover for a message to leave whole. */
type Whole = { readonly highest: PrivacyClassName; readonly extensions: readonly string[] };

const wholes = new WeakMap<Registry, Map<string, Whole>>();

const wholeOf = (registry: Registry, messageName: string): Whole => {
  const cache = wholes.get(registry) ?? new Map<string, Whole>();
  wholes.set(registry, cache);
  const found = cache.get(messageName) ?? {
    highest: privacyMax(registry.schemas, registry.schemas.get(messageName)?.schema),
    extensions: extensionPointersOf(messageName, registry),
  };
  cache.set(messageName, found);
  return found;
};

/** Whether everything of a message leaves: one grant for all of it, one for each of its extensions, and no other. */
const isWhole = (registry: Registry, messageName: string, grants: readonly Grant[]): boolean => {
  const { highest, extensions } = wholeOf(registry, messageName);
  return (
    grants.some(({ pointer, maxClass }) => pointer === '' && isAtLeast(maxClass, highest)) &&
    extensions.every((one) =>
      grants.some(({ pointer, maxClass }) => pointer === one && maxClass === 'business'),
    ) &&
    grants.every(({ pointer }) => pointer === '' || extensions.includes(pointer))
  );
};

/** What may leave of a body for a role, under these agreements; a refusal where something required may not. */
export const underAgreements = (
  registry: Registry,
  agreements: readonly Agreement[],
  schemaName: string,
  toRole: Role,
  body: unknown,
): unknown => {
  const entry = registry.schemas.get(schemaName);
  if (entry === undefined) return body;
  const { messageName } = unitOf(entry);
  const grants = grantsIn(agreements, messageName, toRole);
  if (isWhole(registry, messageName, grants)) return body;
  const projected = projectBody(body, schemaName, () => grants, registry);
  if (!projected.ok) throw new Refusal(projected.code);
  return projected.value;
};

/** An answer as the agreements with its caller let it leave; a person reads their own without. */
export const projectedAnswer = async (
  registry: Registry,
  unit: Unit,
  caller: Counterparty | undefined,
  operation: OperationEntry,
  answer: Answer,
): Promise<Answer> => {
  const schema = operation.answer.body;
  if (
    caller === undefined ||
    caller.role === 'consignee' ||
    operation.agreement === 'none' ||
    operation.token === 'none' ||
    answer.status >= 300 ||
    answer.body === undefined ||
    schema === undefined
  )
    return answer;
  const agreements = await effectiveAgreements(unit, caller.partyId);
  const body = underAgreements(registry, agreements, nameOf(schema), caller.role, answer.body);
  return body === answer.body ? answer : { ...answer, body };
};
