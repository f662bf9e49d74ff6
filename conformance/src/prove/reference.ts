import { type Facet, type Role, registry } from '@openwaybill/schemas';
import { exportJWK, generateKeyPair } from 'jose';
import { type AllCredentials, type Credentials, castOf } from '../drive/identity.ts';
import { type MemoryShore, memoryShore } from '../drive/memory-shore.ts';
import { publicKeysOf } from '../drive/peer.ts';
import { randomOf } from '../drive/random.ts';
import { TEST_CARRIER } from '../drive/test-carrier.ts';
import type { LabelWasm } from '../labels/read-codes.ts';
import { type Bend, type Fault, type FaultSwitch, Unanswered } from '../words.ts';

/** What a reference is told to be; it adds what is its own. */
export type ReferenceOptions = {
  readonly registry: typeof registry;
  readonly role: Role;
  readonly partyId: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly counterparties: readonly {
    readonly partyId: string;
    readonly role: Role;
    readonly name: string;
    readonly clientId: string;
    readonly keys: readonly Readonly<Record<string, unknown>>[];
    readonly facet?: Facet;
    readonly carrierCode?: string;
  }[];
  readonly seed: number;
  /** Start of its clock, which stands still. */
  readonly worldStart: string;
  readonly wallClock: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly send: (delivery: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }) => Promise<{ readonly status: number; readonly body: string }>;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly onDefect: (error: unknown) => void;
};

/** A running reference. */
export type Running = {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Until nothing goes on behind its answers. */
  readonly settled: () => Promise<void>;
};

/** What is wanted of a reference. */
export type Wish = {
  readonly role: Role;
  /** A class that it claims beside those that its role has. */
  readonly claims?: Fault['claims'] | undefined;
  readonly bend?: Bend | undefined;
  /** Keeps a log, which takes time. */
  readonly isLogging?: boolean;
  /** Labels are printed as PDF as well, and looked at, which takes time. */
  readonly isPrinting?: boolean;
};

/** Makes references. Whoever proves the suite hands it in: the suite knows no implementation. */
export type ReferenceMaker<Options = unknown> = {
  /** All that the reference wants beside what it is told; a fault may bend any of it. */
  readonly complete: (options: ReferenceOptions, wish: Wish) => Options;
  readonly start: (
    options: Options,
    log: ((record: unknown) => void) | undefined,
  ) => Promise<Running>;
  readonly labelWasm?: LabelWasm | undefined;
};

/** A reference in memory, with what a run of the suite over it needs. */
export type Reference = {
  readonly url: string;
  readonly shore: MemoryShore;
  readonly credentials: AllCredentials;
  readonly running: Running;
  /** What it took for a defect of its own. */
  readonly defects: readonly unknown[];
  readonly logSink?: () => Promise<string>;
  readonly labelWasm?: LabelWasm;
  /** How often the fault changed anything. */
  readonly fired: () => number;
  /** How often what it changed came out as it was. */
  readonly equivalent: () => number;
};

/** Organisations that stand for a role; the register of the others' numbers is their role itself. */
const PARTY_IDS: Readonly<Partial<Record<Role, string>>> = { merchant: '91210200MA0000002Q' };
const SECONDS: readonly string[] = ['second', 'other-merchant'];

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

const known = new Map<Role, Promise<AllCredentials>>();

/** The parts that the runner plays against a role in memory. Keys are made once: they say nothing about a run. */
export const credentialsFor = (role: Role): Promise<AllCredentials> => {
  const made =
    known.get(role) ??
    Promise.all(
      castOf(role).map(async ({ who, role: as }) => [
        who,
        await credentialsOf(`client-${who}`, as, partyIdOf(as, SECONDS.includes(who) ? 2 : 1)),
      ]),
    ).then((entries) => Object.fromEntries(entries) as AllCredentials);
  known.set(role, made);
  return made;
};

/** The address of a system in memory. */
export const addressOf = (role: Role): string => `https://${role}.test`;

/** The reference in one role, in memory, with the runner as its counterparty; bent, if a fault is to be seen. */
export const referenceOf = async <Options>(
  maker: ReferenceMaker<Options>,
  wish: Wish,
): Promise<Reference> => {
  const { role, bend = {}, isLogging = false, isPrinting = false } = wish;
  const url = addressOf(role);
  const credentials = await credentialsFor(role);
  const defects: unknown[] = [];
  let fired = 0;
  let equivalent = 0;
  let running: Running | undefined;
  let answer: Running['fetch'] = async () => {
    throw new Error('the reference is not there yet');
  };
  const shore = memoryShore({
    fetch: (request) => answer(request),
    settled: async () => running?.settled(),
    seed: 1,
  });
  const switchOn: FaultSwitch = {
    fired: () => {
      fired += 1;
    },
    equivalent: () => {
      equivalent += 1;
    },
    random: randomOf(1, 'fault'),
    wait: shore.pass,
  };
  const options = maker.complete(
    {
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
              ...(one.role === 'courier' ? { carrierCode: TEST_CARRIER } : {}),
            };
      }),
      seed: 1,
      worldStart: '2026-11-22T00:00:00.000Z',
      wallClock: shore.now,
      wait: shore.pass,
      send: async ({ url: to, headers, body }) => {
        try {
          const said = await shore.reach(new Request(to, { method: 'POST', headers, body }));
          return { status: said.status, body: await said.text() };
        } catch (error) {
          if (!(error instanceof Unanswered)) defects.push(error);
          return { status: 0, body: '' };
        }
      },
      fetch: (request) => shore.reach(request),
      onDefect: (error) => defects.push(error),
    },
    wish,
  );
  const records: string[] = [];
  running = await maker.start(
    bend.options?.(options, switchOn) ?? options,
    isLogging ? (record) => records.push(JSON.stringify(record)) : undefined,
  );
  const { fetch } = running;
  answer = bend.fetch?.(fetch, switchOn) ?? fetch;
  return {
    url,
    shore,
    credentials,
    running,
    defects,
    fired: () => fired,
    equivalent: () => equivalent,
    ...(isLogging ? { logSink: async () => records.join('\n') } : {}),
    ...(isPrinting && maker.labelWasm !== undefined ? { labelWasm: maker.labelWasm } : {}),
  };
};
