import {
  isPage,
  NEVER_INTERRUPTED,
  type OperationEntry,
  registry,
  wordNameOf,
} from '@openwaybill/schemas';
import { counterpartOf } from '../drive/identity.ts';
import type { Stage } from '../drive/stage.ts';
import { TEST_CARRIER } from '../drive/test-carrier.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Claim, Role } from '../words.ts';

/** The modules that are interrupted of roles that have no list, or whose lists are needed meanwhile. */
const CORE: Readonly<Partial<Record<Role, readonly string[]>>> = {
  courier: ['tracking', 'waybill'],
  platform: ['consignee'],
  'customs-agent': ['cross-border'],
};

/** A read that a system serves to the runner, of a module that may be interrupted: a list where there is one. */
const readOf = (claim: Claim): OperationEntry | undefined => {
  const claimed = claim.document.claims.flatMap(({ modules }) => modules);
  const reads = registry.operations.filter(
    ({ module, method, servedBy, calledBy, requiredQuery }) =>
      method === 'GET' &&
      requiredQuery === undefined &&
      claimed.includes(module) &&
      !NEVER_INTERRUPTED.includes(module) &&
      servedBy.includes(claim.role) &&
      calledBy.includes(counterpartOf(claim.role)),
  );
  return reads.find(({ answer }) => isPage(answer.body)) ?? reads[0];
};

/** A well-formed name of something that nobody has. */
const nameOf = (stage: Stage, parameter: string): string => {
  const word = wordNameOf(registry.schemas, parameter) ?? '';
  const [first] = Object.values(registry.schemas.get(word)?.examples.valid ?? {});
  return word === 'Uuid' ? stage.invent.uuid() : String(first);
};

/** The modules of a claim that a scenario interrupts; never one whose reads it needs meanwhile. */
export const interruptible = (claim: Claim): readonly string[] => {
  const further = readOf(claim)?.module;
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
          carrierCode: parcel?.carrierCode ?? TEST_CARRIER,
          waybillNo: parcel?.waybillNo ?? 'ZZ9999999999',
        },
        probe,
      });
    case 'platform':
      return stage.call('getConsigneeView', {
        path: { consigneeRef: stage.invent.consigneeRef() },
        probe,
      });
    case 'customs-agent':
      return stage.call('getDeclaration', {
        path: { declarationId: stage.invent.uuid() },
        probe,
      });
    default: {
      const read = readOf(stage.claim);
      if (read === undefined)
        throw new Error(`${stage.claim.role} serves nothing that can be read`);
      const path = Object.fromEntries(
        read.pathParameters.map((parameter) => [parameter, nameOf(stage, parameter)]),
      );
      return stage.call(read.operationId, { path, probe });
    }
  }
};
