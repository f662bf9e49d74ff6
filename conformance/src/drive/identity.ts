import {
  type Facet,
  nameOf,
  type OperationEntry,
  type Role,
  registry,
  SERVING_ROLES,
} from '@openwaybill/schemas';
import type { JWK } from 'jose';

/**
 * Whom the runner speaks as: itself, another of its kind, further clients of its own organisation, another merchant,
 * nobody, or a party of another role.
 */
export type Identity =
  | 'runner'
  | 'second'
  | 'core'
  | 'linehaul'
  | 'other-merchant'
  | 'nobody'
  | Role;

/** What lets the runner speak: a client of the system, with the key that it registered. */
export type Credentials = {
  readonly clientId: string;
  readonly partyId: string;
  readonly role: Role;
  readonly name?: string;
  /** Private key (JWK, Ed25519) with its `kid`. */
  readonly key: JWK;
  /** Private key (JWK, P-256) with its `kid`, to which fields are sealed. */
  readonly sealingKey?: JWK;
};

/** The runner's own, and those that some scenarios want beside them. */
export type AllCredentials = { readonly runner: Credentials } & {
  readonly [who in Exclude<Identity, 'nobody' | 'runner'>]?: Credentials;
};

/** The role that the runner plays against a role under test. */
export const counterpartOf = (role: Role): Role =>
  ({
    platform: 'courier',
    courier: 'platform',
    merchant: 'platform',
    isv: 'platform',
    consignee: 'platform',
    'service-point': 'platform',
    locker: 'platform',
    warehouse: 'platform',
    'packaging-operator': 'courier',
    hub: 'platform',
    'customs-agent': 'platform',
    insurer: 'platform',
    regulator: 'courier',
  })[role] as Role;

/** One part that the runner plays, and the role of it. */
export type Part = {
  readonly who: Exclude<Identity, 'nobody'>;
  readonly role: Role;
  /** Of the client, where the role has facets. */
  readonly facet?: Facet;
  /** A further client of another part's organisation. */
  readonly of?: 'runner';
};

/** Parts whose views and reveals of one parcel differ from those of the first. */
const AT_PLATFORM: readonly Part[] = [
  { who: 'core', role: 'courier', facet: 'CORE', of: 'runner' },
  { who: 'linehaul', role: 'courier', facet: 'LINEHAUL', of: 'runner' },
  { who: 'other-merchant', role: 'merchant' },
  { who: 'isv', role: 'isv' },
  { who: 'regulator', role: 'regulator' },
  { who: 'customs-agent', role: 'customs-agent' },
  { who: 'service-point', role: 'service-point' },
  { who: 'locker', role: 'locker' },
  { who: 'warehouse', role: 'warehouse' },
  { who: 'hub', role: 'hub' },
  { who: 'insurer', role: 'insurer' },
];

/** What a requirement may be about in an operation: itself, what it takes and what it answers. */
const contentsOf = ({ name, request, answer }: OperationEntry): readonly string[] => [
  name,
  ...[request, answer.body].flatMap((body) => (body?.$id === undefined ? [] : [nameOf(body)])),
];

/** Every system owes it to those who serve it. */
const isOwedByAll = ({ calledBy }: OperationEntry): boolean =>
  SERVING_ROLES.every((role) => calledBy.includes(role));

/**
 * Operations whose requests bind a role as their caller, by what its requirements are about. What binds all servers as
 * such, and is about an operation that all of them call, is seen by those who serve it.
 */
const boundCallsOf = (role: Role): readonly OperationEntry[] =>
  registry.operations.filter((operation) => {
    const contents = contentsOf(operation);
    return (
      operation.calledBy.includes(role) &&
      registry.requirements.some(
        (one) =>
          'judgedBy' in one &&
          one.about !== undefined &&
          contents.includes(one.about) &&
          (one.roles === 'any'
            ? one.class === 'core' && one.position === 'server' && isOwedByAll(operation)
            : one.position === 'caller' && one.roles.includes(role)),
      )
    );
  });

const partsFor = (role: Role): readonly Part[] => {
  const counterpart = counterpartOf(role);
  const callers = registry.operations
    .filter(({ servedBy, calledBy }) => servedBy.includes(role) && !calledBy.includes(counterpart))
    .flatMap(({ calledBy }) => calledBy.find((one) => one !== role) ?? calledBy[0] ?? []);
  const served: readonly Role[] = [counterpart, ...callers];
  const servers = boundCallsOf(role)
    .filter(({ servedBy }) => !servedBy.some((one) => served.includes(one)))
    .flatMap(({ servedBy }) => servedBy.slice(0, 1));
  const facet = counterpart === 'courier' ? ({ facet: 'LAST_MILE' } as const) : {};
  const further = role === 'platform' ? AT_PLATFORM : [];
  return [
    { who: 'runner', role: counterpart, ...facet },
    { who: 'second', role: counterpart, ...facet },
    ...[...new Set([...callers, ...servers])]
      .filter((other) => !further.some(({ who }) => who === other))
      .sort()
      .map((other) => ({ who: other, role: other })),
    ...further,
  ];
};

const casts = new Map<Role, readonly Part[]>();

/**
 * The parts that the runner plays against a role under test: its counterpart, a second one that must not see what is
 * the first's, where the counterpart may not call an operation one of those who may, and where it does not serve what
 * binds the role as a caller one of those who do. They follow from the registry, and are asked for by every requirement.
 */
export const castOf = (role: Role): readonly Part[] => {
  const cast = casts.get(role) ?? partsFor(role);
  casts.set(role, cast);
  return cast;
};
