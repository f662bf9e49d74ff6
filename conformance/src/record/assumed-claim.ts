import { type RequirementEntry, type Role, registry, SPOKEN_VERSION } from '@openwaybill/schemas';
import type { CapabilityDocument } from '../words.ts';

/** Classes that nobody has without saying so. */
const NEVER_ASSUMED: ReadonlySet<string> = new Set(['signed-messages', 'test-control']);

const binds = ({ roles }: RequirementEntry, role: Role): boolean =>
  roles === 'any' || roles.includes(role);

/** Whether a role takes part in a module: as a server or as a caller. */
const takesPart = (role: Role, module: string): boolean =>
  registry.operations.some(
    (operation) =>
      operation.module === module &&
      (operation.servedBy.includes(role) || operation.calledBy.includes(role)),
  );

const UNKNOWN = 'unknown';

/** What is taken for granted of a role whose capability document is not among its messages: everything that it may do. */
export const assumedDocument = (
  role: Role,
  environment: CapabilityDocument['environment'] = 'SANDBOX',
): CapabilityDocument => {
  const bound = registry.requirements.filter(
    (one) => binds(one, role) && !NEVER_ASSUMED.has(one.class) && takesPart(role, one.module),
  );
  const classes = [...new Set(bound.map((one) => one.class))].sort();
  return {
    specVersions: [SPOKEN_VERSION],
    environment,
    organisation: { partyId: UNKNOWN, name: UNKNOWN },
    software: { name: UNKNOWN, version: UNKNOWN },
    claims: classes.map((conformanceClass) => ({
      role,
      conformanceClass,
      modules: [
        ...new Set(bound.flatMap((one) => (one.class === conformanceClass ? [one.module] : []))),
      ].sort(),
      requirementSet: 'next',
    })),
    limits: {
      maxBodyBytes: 262_144,
      maxBatchItemCount: 100,
      maxPageItemCount: 200,
      unknownMembers: 'STRICT',
      eventRetentionSeconds: 0,
    },
    endpoints: { api: 'http://localhost', token: 'http://localhost', keys: 'http://localhost' },
    events: {
      sends: registry.events.flatMap(({ type, from }) => (from.includes(role) ? [type] : [])),
      receives: registry.events.flatMap(({ type, to }) => (to.includes(role) ? [type] : [])),
    },
    revision: 1,
  };
};
