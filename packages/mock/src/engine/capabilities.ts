import {
  type CapabilityDocument,
  type OperationEntry,
  type Role,
  SERVED_VERSIONS,
} from '@openwaybill/schemas';
import { behaviourOf } from '../behaviours/behaviour-of.ts';
import { revealQuota } from '../consignees/quota.ts';
import { KEPT_DAYS } from '../erasures/retention.ts';
import { REPLAYED_FOR } from '../events/retention.ts';
import { ASSERTION_ALGORITHMS } from '../identity/tokens.ts';
import { courierWorld } from '../world/courier-world.ts';
import { MAX_BODY_BYTES } from './judgement.ts';
import { isControlled, type MockOptions } from './options.ts';
import { TOKEN_PATH } from './token-endpoint.ts';

const DAY = 86_400;

type Claim = CapabilityDocument['claims'][number];
type Module = Claim['modules'][number];

/** What this role really answers: the operations of the registry that have a behaviour here. */
export const servedOperations = (
  options: Pick<MockOptions, 'registry' | 'role' | 'environment' | 'hasControl'>,
): readonly OperationEntry[] =>
  options.registry.operations.filter(
    (operation) =>
      operation.servedBy.includes(options.role) &&
      behaviourOf(operation) !== undefined &&
      (isControlled(options) || operation.class !== 'test-control'),
  );

const modulesOf = (operations: readonly OperationEntry[]): readonly Module[] =>
  [...new Set(operations.map(({ module }) => module))].sort() as Module[];

/** Modules of which this role serves something beside test control. */
export const servedModules = (options: MockOptions): readonly Module[] =>
  modulesOf(servedOperations(options).filter((one) => one.class !== 'test-control'));

/** Modules that bind a role as a caller: it claims them although it may serve nothing of them. */
const calledModules = ({
  registry,
  role,
}: Pick<MockOptions, 'registry' | 'role'>): readonly Module[] =>
  registry.requirements
    .filter(
      (one) =>
        one.position === 'caller' &&
        one.roles !== 'any' &&
        one.roles.includes(role) &&
        'judgedBy' in one &&
        // a concern is of every module, and no module of its own
        registry.modules.some(({ name }) => name === one.module),
    )
    .map(({ module }) => module as Module);

const claimsOf = (options: MockOptions): readonly Claim[] => {
  const classOfModule = new Map(
    options.registry.modules.map(({ name, conformanceClass }) => [
      name as string,
      conformanceClass,
    ]),
  );
  const served = servedOperations(options);
  const classOf = (operation: OperationEntry): string =>
    operation.class ?? classOfModule.get(operation.module) ?? 'core';
  const kept = new Map(served.map((one) => [classOf(one), new Set<Module>()]));
  for (const one of served) kept.get(classOf(one))?.add(one.module as Module);
  for (const module of calledModules(options)) {
    const conformanceClass = classOfModule.get(module) ?? 'core';
    kept.set(conformanceClass, (kept.get(conformanceClass) ?? new Set()).add(module));
  }
  // every operation with a token is signed, whatever its module
  if (options.signedMessages !== undefined)
    kept.set('signed-messages', new Set(served.map(({ module }) => module as Module)));
  return [...kept].sort().map(([conformanceClass, modules]) => ({
    role: options.role,
    conformanceClass,
    modules: [...modules].sort(),
    requirementSet: options.registry.version,
  }));
};

const typesOf = (options: MockOptions, side: 'from' | 'to') =>
  options.registry.events
    .filter((event) => event[side].includes(options.role))
    .map(({ type }) => type);

/** What test control can do with a role: only a courier has scanners. */
export const testCommandsOf = (role: Role) =>
  (['CLOCK', 'SCANS', 'PARCELS', 'ACTIONS', 'INTERRUPTIONS', 'RESET'] as const).filter(
    (command) => command !== 'SCANS' || role === 'courier',
  );

const revealOf = (options: MockOptions) =>
  options.role === 'platform' ? { reveal: { purposes: revealQuota.purposes, sealing: true } } : {};

/** How long this mock keeps what; a class without a duration is kept as the agreement says, or not at all. */
const RETENTION: CapabilityDocument['retention'] = [
  { privacyClass: 'public', retentionClass: 'CONTRACT' },
  { privacyClass: 'business', retentionClass: 'CONTRACT' },
  { privacyClass: 'pseudonymous', retentionClass: 'CLAIM', duration: `P${KEPT_DAYS.claim}D` },
  { privacyClass: 'personal', retentionClass: 'DELIVERY', duration: `P${KEPT_DAYS.delivery}D` },
  { privacyClass: 'sensitive', retentionClass: 'DELIVERY', duration: `P${KEPT_DAYS.delivery}D` },
  { privacyClass: 'secret', retentionClass: 'TRANSIENT' },
];

/** The capability document, derived from the registry and the options of this mock. */
export const capabilitiesOf = (options: MockOptions): CapabilityDocument => ({
  specVersions: [...SERVED_VERSIONS],
  environment: options.environment,
  organisation: { partyId: options.partyId, name: options.name },
  software: { name: 'openwaybill-mock', version: options.registry.version },
  claims: [...claimsOf(options)],
  codeLists: options.registry.codeLists.map(({ name, version }) => ({ name, version })),
  regionTables: ['NBS-2023'],
  limits: {
    maxBodyBytes: MAX_BODY_BYTES,
    maxBatchItemCount: 100,
    maxPageItemCount: 200,
    requestsPerSecond: 1000,
    ...(options.role === 'platform' ? { reveal: revealQuota.limits } : {}),
    idempotencySeconds: 7 * DAY,
    eventRetentionSeconds: REPLAYED_FOR / 1000,
    unknownMembers: options.unknownMembers,
  },
  endpoints: {
    api: options.baseUrl,
    token: `${options.baseUrl}${TOKEN_PATH}`,
    keys: `${options.baseUrl}/v1/keys`,
    eventInbox: `${options.baseUrl}/v1/event-inbox`,
  },
  authentication: {
    tokenAuthMethods: ['private_key_jwt'],
    signingAlgorithms: [...ASSERTION_ALGORITHMS],
  },
  events: { sends: typesOf(options, 'from'), receives: typesOf(options, 'to') },
  ...revealOf(options),
  ...(options.role === 'courier'
    ? {
        labelFormats: [...courierWorld(options).labelFormats] as NonNullable<
          CapabilityDocument['labelFormats']
        >,
      }
    : {}),
  retention: [...RETENTION],
  ...(isControlled(options)
    ? {
        testControl: {
          version: '1' as const,
          commands: [...testCommandsOf(options.role)],
        },
      }
    : {}),
  contactDesk: { name: '接口服务台', url: `${options.baseUrl}/` },
  revision: 1,
});
