import { type Role, registry, SERVING_ROLES, SPOKEN_VERSION } from '@openwaybill/schemas';
import { TEST_COMMANDS } from '../catalogue/test-commands.ts';
import type { CapabilityDocument, Claim } from '../words.ts';

const codesOf = (name: string): readonly string[] =>
  Object.keys(registry.codeLists.find((list) => list.name === name)?.codes ?? {});

const claimsOf = (role: Role): CapabilityDocument['claims'] => {
  const classes = new Set(registry.requirements.map((one) => one.class));
  const modules = registry.modules.map(({ name }) => name);
  return [...classes].map((conformanceClass) => ({
    role,
    conformanceClass,
    modules,
    requirementSet: 'next',
  }));
};

/** A claim of everything that a role could implement: whatever the suite asks of anybody, it asks of this. */
export const wholeClaim = (role: Role): Claim => {
  const host = 'https://whole.test';
  return {
    role,
    digest: '',
    commands: TEST_COMMANDS,
    document: {
      specVersions: [SPOKEN_VERSION],
      environment: 'SANDBOX',
      organisation: { partyId: 'WHOLE1', name: role },
      software: { name: 'whole', version: '1' },
      claims: claimsOf(role),
      limits: {
        maxBodyBytes: 1_048_576,
        maxBatchItemCount: 100,
        maxPageItemCount: 200,
        unknownMembers: 'STRICT',
        eventRetentionSeconds: 2_592_000,
      },
      endpoints: {
        api: host,
        token: `${host}/oauth/token`,
        keys: `${host}/v1/keys`,
        eventInbox: `${host}/event-inbox`,
      },
      events: {
        sends: registry.events.flatMap(({ type, from }) => (from.includes(role) ? [type] : [])),
        receives: registry.events.flatMap(({ type, to }) => (to.includes(role) ? [type] : [])),
      },
      labelFormats: codesOf('LabelFormat'),
      testControl: { version: '1.0', commands: TEST_COMMANDS },
      revision: 1,
    },
  };
};

/** Of every role that serves. */
export const wholeClaims = (): readonly Claim[] => SERVING_ROLES.map(wholeClaim);
