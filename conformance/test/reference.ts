import {
  createMock,
  logged,
  type Mock,
  type MockOptions,
  memoryStore,
  type Redaction,
} from '@openwaybill/mock';
import { signatureProfile } from '@openwaybill/privacy/signed-messages';
import { type Role, registry, type SERVING_ROLES } from '@openwaybill/schemas';
import { exportJWK, generateKeyPair } from 'jose';
import { type AllCredentials, type Credentials, castOf } from '../src/drive/identity.ts';
import { type MemoryShore, memoryShore } from '../src/drive/memory-shore.ts';
import { publicKeysOf } from '../src/drive/peer.ts';
import { randomOf } from '../src/drive/random.ts';
import type { Bend, Fault } from '../src/words.ts';

/** Organisations that stand for a role; the register of the others' numbers is their role itself. */
const PARTY_IDS: Readonly<Partial<Record<Role, string>>> = { merchant: '91210200MA0000002Q' };
const SECONDS: readonly string[] = ['second', 'other-merchant'];

export type ReferenceRole = (typeof SERVING_ROLES)[number];

const partyIdOf = (role: Role, number: number): string =>
  (number === 1 ? PARTY_IDS[role] : undefined) ??
  `${role.toUpperCase().replaceAll('-', '').slice(0, 16)}${number}`;

const credentialsOf = async (
  clientId: string,
  role: Role,
  partyId: string,
): Promise<Credentials> => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const sealing = await generateKeyPair('ECDH-ES+A256KW', { crv: 'P-256', extractable: true });
  return {
    clientId,
    partyId,
    role,
    name: `检测单位 ${partyId}`,
    key: { ...(await exportJWK(privateKey)), kid: `${clientId}-1` },
    sealingKey: { ...(await exportJWK(sealing.privateKey)), kid: `${clientId}-enc-1` },
  };
};

const cachedCredentials = new Map<ReferenceRole, Promise<AllCredentials>>();

/** Keys are made once: they say nothing about a run. */
export const credentialsFor = (role: ReferenceRole): Promise<AllCredentials> => {
  const known = cachedCredentials.get(role);
  if (known !== undefined) return known;
  const made = Promise.all(
    castOf(role).map(async ({ who, role: as }) => [
      who,
      await credentialsOf(`client-${who}`, as, partyIdOf(as, SECONDS.includes(who) ? 2 : 1)),
    ]),
  ).then((entries) => Object.fromEntries(entries) as AllCredentials);
  cachedCredentials.set(role, made);
  return made;
};

export type Reference = {
  readonly url: string;
  readonly shore: MemoryShore;
  readonly credentials: AllCredentials;
  readonly mock: Mock;
  readonly defects: readonly unknown[];
  /** What the reference logged. */
  readonly logSink?: () => Promise<string>;
  /** How often the fault changed anything. */
  readonly fired: () => number;
};

/** A class that a reference claims beside those that its role has. */
export type ReferenceClass = Fault['claims'];

/** The mock in one role, in memory, with the runner as its counterparty; bent, if a fault is to be seen. */
export const reference = async (
  role: ReferenceRole,
  bend: Bend = {},
  {
    claims,
    isLogging = false,
    ...more
  }: Pick<MockOptions, 'labelPdf'> & {
    readonly claims?: ReferenceClass | undefined;
    /** Keeps a log, which takes time. */
    readonly isLogging?: boolean;
  } = {},
): Promise<Reference> => {
  const url = `https://${role}.test`;
  const credentials = await credentialsFor(role);
  const defects: unknown[] = [];
  let firedCount = 0;
  let fetch: (request: Request) => Promise<Response> = async () => {
    throw new Error('the reference is not there yet');
  };
  let mock: Mock | undefined;
  const shore = memoryShore({
    fetch: (request) => fetch(request),
    settled: async () => mock?.settled(),
    seed: 1,
  });
  const switchOn = {
    fired: () => {
      firedCount += 1;
    },
    random: randomOf(1, 'fault'),
    wait: shore.pass,
  };
  const options: MockOptions = {
    registry,
    role,
    partyId: partyIdOf(role, 9),
    name: `被测${registry.codeLists.find(({ name }) => name === 'Role')?.codes[role]?.zh}`,
    baseUrl: url,
    counterparties: castOf(role).flatMap(({ who, facet }) => {
      const one: Credentials | undefined = credentials[who];
      return one === undefined
        ? []
        : {
            partyId: one.partyId,
            role: one.role,
            name: one.name ?? one.partyId,
            clientId: one.clientId,
            keys: publicKeysOf(one),
            ...(facet === undefined ? {} : { facet }),
            ...(one.role === 'courier' ? { carrierCode: 'ZZ' } : {}),
          };
    }),
    world: {},
    movement: 'NONE',
    seed: 1,
    store: memoryStore(),
    worldStart: '2026-11-22T00:00:00.000Z',
    clockMode: 'FROZEN',
    wallClock: shore.now,
    wait: shore.pass,
    send: async ({ url: to, headers, body }) => {
      try {
        const answer = await shore.reach(new Request(to, { method: 'POST', headers, body }));
        return { status: answer.status, body: await answer.text() };
      } catch {
        return { status: 0, body: '' };
      }
    },
    fetch: (request) => shore.reach(request),
    environment: 'SANDBOX',
    unknownMembers: 'STRICT',
    developmentTokens: false,
    ...(claims === 'signed-messages' ? { signedMessages: signatureProfile } : {}),
    onDefect: (error) => defects.push(error),
    ...more,
  };
  const bent: MockOptions & { readonly redaction?: Redaction } =
    bend.options?.(options, switchOn) ?? options;
  mock = await createMock(bent);
  const records: string[] = [];
  const answer = isLogging
    ? logged(mock.fetch, {
        registry,
        role,
        now: shore.now,
        log: (record) => records.push(JSON.stringify(record)),
        ...(bent.redaction === undefined ? {} : { redaction: bent.redaction }),
      })
    : mock.fetch;
  fetch = bend.fetch?.((request) => answer(request), switchOn) ?? ((request) => answer(request));
  return {
    url,
    shore,
    credentials,
    mock,
    defects,
    fired: () => firedCount,
    ...(isLogging ? { logSink: async () => records.join('\n') } : {}),
  };
};
