import { isPage, NEVER_INTERRUPTED, type OperationEntry, registry } from '@openwaybill/schemas';
import { castOf } from '../drive/identity.ts';
import type { Stage } from '../drive/stage.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Claim, Role } from '../words.ts';

/** The modules of the two roles of the core exchange that are interrupted. */
const CORE: Readonly<Partial<Record<Role, readonly string[]>>> = {
  courier: ['tracking', 'waybill'],
  platform: ['consignee'],
};

/** A list that a system serves to the runner, of a module that may be interrupted. */
const listOf = (claim: Claim): OperationEntry | undefined => {
  const claimed = claim.document.claims.flatMap(({ modules }) => modules);
  const roles = castOf(claim.role).map(({ role }) => role);
  return registry.operations.find(
    ({ module, method, path, servedBy, calledBy, requiredQuery, answer }) =>
      method === 'GET' &&
      isPage(answer.body) &&
      !path.includes('{') &&
      requiredQuery === undefined &&
      claimed.includes(module) &&
      !NEVER_INTERRUPTED.includes(module) &&
      servedBy.includes(claim.role) &&
      calledBy.some((role) => roles[0] === role),
  );
};

/** The modules of a claim that a scenario interrupts; never one whose reads it needs meanwhile. */
export const interruptible = (claim: Claim): readonly string[] => {
  const further = listOf(claim)?.module;
  return CORE[claim.role] ?? (further === undefined ? [] : [further]);
};

/** A read of an interrupted module, whatever there is to be read. */
export const readInterrupted = (
  stage: Stage,
  parcel: { readonly carrierCode: string; readonly waybillNo: string } | undefined,
  probe: string,
): Promise<Exchange> => {
  switch (stage.claim.role) {
    case 'courier':
      return stage.call('getParcel', {
        path: {
          carrierCode: parcel?.carrierCode ?? 'ZZ',
          waybillNo: parcel?.waybillNo ?? 'ZZ9999999999',
        },
        probe,
      });
    case 'platform':
      return stage.call('getConsigneeView', {
        path: { consigneeRef: stage.invent.consigneeRef() },
        probe,
      });
    default: {
      const list = listOf(stage.claim);
      return stage.call(list?.operationId ?? 'listEventSubscriptions', { probe });
    }
  }
};
