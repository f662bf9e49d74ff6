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
import { remembered } from './remembered.ts';

/** What one agreement grants of a message, by the role that it leaves for. */
type Granted = Map<Role, Map<string, readonly Grant[]>>;

/** Grants of one agreement, since an agreement is read for every answer. */
const known = new WeakMap<readonly Grant[], Granted>();

const grantsOf = (agreement: Agreement, messageName: string, toRole: Role): readonly Grant[] => {
  const byRole = remembered(known, agreement.grants, (): Granted => new Map());
  const byMessage = remembered(byRole, toRole, () => new Map<string, readonly Grant[]>());
  return remembered(byMessage, messageName, () => grantsFor([agreement], messageName, toRole));
};

const grantsIn = (
  agreements: readonly Agreement[],
  messageName: string,
  toRole: Role,
): readonly Grant[] => {
  const [first] = agreements;
  return agreements.length === 1 && first !== undefined
    ? grantsOf(first, messageName, toRole)
    : agreements.flatMap((agreement) => grantsOf(agreement, messageName, toRole));
};

/** What a grant has to cover for a message to leave whole. */
type Whole = { readonly highest: PrivacyClassName; readonly extensions: readonly string[] };

const wholes = new WeakMap<Registry, Map<string, Whole>>();

const wholeOf = (registry: Registry, messageName: string): Whole =>
  remembered(
    remembered(wholes, registry, () => new Map<string, Whole>()),
    messageName,
    () => ({
      highest: privacyMax(registry.schemas, registry.schemas.get(messageName)?.schema),
      extensions: extensionPointersOf(messageName, registry),
    }),
  );

/** What grants were found to be, by registry: those of one agreement are the same list for every answer. */
const judged = new WeakMap<Registry, WeakMap<readonly Grant[], boolean>>();

/** Whether everything of a message leaves: one grant for all of it, one for each of its extensions, and no other. */
const isWhole = (registry: Registry, messageName: string, grants: readonly Grant[]): boolean =>
  remembered(
    remembered(judged, registry, () => new WeakMap<readonly Grant[], boolean>()),
    grants,
    () => {
      const { highest, extensions } = wholeOf(registry, messageName);
      return (
        grants.some(({ pointer, maxClass }) => pointer === '' && isAtLeast(maxClass, highest)) &&
        extensions.every((one) =>
          grants.some(({ pointer, maxClass }) => pointer === one && maxClass === 'business'),
        ) &&
        grants.every(({ pointer }) => pointer === '' || extensions.includes(pointer))
      );
    },
  );

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
