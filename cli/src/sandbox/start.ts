import { join } from 'node:path';
import {
  type Counterparty,
  createMock,
  createRecorder,
  type LogRecord,
  logged,
  type Mock,
  type MockOptions,
  type Release,
} from '@openwaybill/mock';
import { type Listening, systemSha256 } from '@openwaybill/mock/node';
import { signatureProfile } from '@openwaybill/privacy/signed-messages';
import { registry } from '@openwaybill/schemas';
import type { Io } from '../io.ts';
import { labelPrinter } from '../label-files.ts';
import { bendOf, type Defect } from './defect.ts';
import { type Caller, counterpartyOf, PLAYED, type Played, runnersOf } from './parties.ts';
import type { Peers } from './peers.ts';
import type { PublicUrls } from './public-urls.ts';
import { networkShore, type Serving, type Shore } from './shore.ts';
import { openStore } from './store-place.ts';
import type { loadWorld } from './world.ts';

export type SandboxOptions = {
  readonly roles: readonly Played[];
  readonly ports: Readonly<Record<Played, number>>;
  readonly hostname: string;
  /**
   * Where others reach it: the origins of this machine that it may send events to beside its own. Absent: any.
   */
  readonly receivers?: readonly string[];
  /** Addresses that clients use, where something stands before a port. */
  readonly publicUrls?: PublicUrls;
  /** Real systems in place of partners that are not played. */
  readonly peers?: Peers;
  readonly seed: number;
  /** `memory`, the folder of one SQLite file a role, or the address of a PostgreSQL server. */
  readonly store: string;
  readonly clockMode: 'FROZEN' | 'REAL';
  readonly strictAuth: boolean;
  readonly unknownMembers: 'STRICT' | 'TOLERANT';
  readonly movement: 'SCENARIO' | 'NONE';
  /** Whether a magic number that is asked for makes its parcel. */
  readonly isMagic?: boolean;
  /** Whether what is there can be controlled from outside; it can, unless this is false. */
  readonly hasControl?: boolean;
  /** Whether the parties have one clock: where one of them is moved, the others go too. */
  readonly isJoined?: boolean;
  /** Whether every party claims class `signed-messages`. */
  readonly signed?: boolean;
  /** Whether every party speaks a later minor: a made-up one, or the one of a release. */
  readonly isLater?: boolean;
  readonly release?: Release;
  /** By which clock deliveries are signed; real time, unless this says otherwise. */
  readonly signTime?: 'VIRTUAL' | 'REAL';
  readonly world: Awaited<ReturnType<typeof loadWorld>>;
  /** Takes what is logged of every request and answer; absent: nothing is. */
  readonly log?: (record: LogRecord) => void;
  /** How they are reached and reach others; absent: by ports and HTTP. */
  readonly shore?: Shore;
  /** A violation of the standard that the party of its role shows. */
  readonly defect?: Defect;
  /** Further parties that every role knows. */
  readonly strangers?: readonly Counterparty[];
};

/** One party of a sandbox, on a port of its own. */
export type Party = {
  readonly role: Played;
  readonly partyId: string;
  readonly url: string;
  readonly mock: Mock;
  /** A token of the platform, or of the courier at the platform, for a first call by hand. */
  readonly token: string | undefined;
  /** The token that another party of the world has here. */
  readonly tokenOf: (other: Played | Caller) => string | undefined;
  /** What stands between the port and the mock: nothing, or an answer instead of it. */
  intervene(answer: ((request: Request) => Response | undefined) | undefined): void;
};

export type Sandbox = {
  readonly parties: readonly Party[];
  readonly defects: readonly unknown[];
  party(role: Played): Party;
  /** Until nothing goes on in any of them. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** What a request is answered with before its party is ready. */
const starting = async (): Promise<Response> => new Response(null, { status: 503 });

/** The two roles of the core exchange know each other also where the other is not played. */
const isCore = (role: Played): boolean => role === 'courier' || role === 'platform';

const pick = ({ partyId, name }: { readonly partyId: string; readonly name: string }) => ({
  partyId,
  name,
});

type Seat = {
  readonly role: Played;
  /** Where clients and the other parties find it. */
  readonly url: string;
  readonly listening: Listening;
  answer: Serving;
};

/** Moves every clock of a world where one that is between two of its parties was moved. */
const moveAll = async (parties: readonly Party[], tenant: string, to: number): Promise<void> => {
  if (!parties.some(({ partyId }) => partyId === tenant)) return;
  for (const { mock } of parties)
    for (const { partyId } of parties)
      if (mock.system.counterparty(partyId) !== undefined) await mock.system.advance(partyId, to);
};

/** Starts parties in one process that speak to each other over their ports, as strangers would. */
export const startSandbox = async (options: SandboxOptions, io: Io): Promise<Sandbox> => {
  const { seed, world, peers = {} } = options;
  const loopback = options.receivers === undefined ? undefined : new Set(options.receivers);
  const shore = options.shore ?? networkShore(io, loopback);
  const defects: unknown[] = [];
  const seats: Seat[] = [];
  const parties: Party[] = [];
  try {
    for (const role of options.roles) {
      // the address is a part of what a party says of itself, so the port comes first
      const listening = await shore.listen(role, (request, head) => seat.answer(request, head), {
        port: options.ports[role],
        hostname: options.hostname,
      });
      const url = options.publicUrls?.[role] ?? listening.url;
      const seat: Seat = { role, url, answer: starting, listening };
      seats.push(seat);
      for (const address of [url, listening.url]) loopback?.add(new URL(address).origin);
    }
    for (const { url } of Object.values(peers)) loopback?.add(new URL(url).origin);
    const labelPdf = labelPrinter();
    for (const seat of seats) {
      const { role, url } = seat;
      const addressOf = (other: Played): string | undefined =>
        peers[other]?.url ?? seats.find((one) => one.role === other)?.url;
      const others = PLAYED.filter(
        (other) =>
          other !== role && (isCore(other) || options.roles.includes(other) || other in peers),
      );
      const mine: MockOptions = {
        registry,
        role,
        partyId: world.file[role].partyId,
        name: world.file[role].name,
        baseUrl: url,
        counterparties: [
          ...(await Promise.all(
            others.map((other) => {
              const baseUrl = addressOf(other);
              const introduced = peers[other]?.introduced;
              return counterpartyOf(
                seed,
                { ...pick(introduced ?? world.file[other]), role: other },
                {
                  ...(baseUrl === undefined ? {} : { baseUrl }),
                  ...(introduced === undefined ? {} : { keys: introduced.keys }),
                  ...(other === 'courier' ? { facet: 'CORE' } : {}),
                },
              );
            }),
          )),
          await counterpartyOf(seed, { ...pick(world.file.merchant), role: 'merchant' }),
          ...(options.strangers ?? []),
          ...(await runnersOf(seed, role)),
        ],
        world: role === 'courier' ? world.courier : {},
        movement: options.movement,
        ...(options.isMagic === true ? { isMagic: true } : {}),
        ...(options.hasControl === false ? { hasControl: false } : {}),
        ...(options.isJoined === true
          ? { alongside: (tenant: string, to: number) => moveAll(parties, tenant, to) }
          : {}),
        seed,
        store: await openStore(options.store, role),
        worldStart: world.file.startsAt,
        clockMode: options.clockMode,
        wallClock: shore.now,
        sha256: systemSha256,
        wait: shore.wait,
        send: shore.send,
        fetch: shore.fetch,
        environment: 'SANDBOX',
        ...(loopback === undefined ? {} : { loopback }),
        ...(labelPdf === undefined || role !== 'courier' ? {} : { labelPdf }),
        unknownMembers: options.unknownMembers,
        developmentTokens: !options.strictAuth,
        ...(options.isLater === true ? { isLater: true } : {}),
        ...(options.release === undefined ? {} : { release: options.release }),
        ...(options.signTime === undefined ? {} : { signTime: options.signTime }),
        ...(options.signed === true ? { signedMessages: signatureProfile } : {}),
        onDefect: (error) => defects.push(error),
        recorder: createRecorder(),
        inspectorPage: async () => {
          const page = await io.read(join(io.pages, 'inspector.html'));
          return page.ok ? new TextDecoder().decode(page.bytes) : undefined;
        },
      };
      const bend = bendOf(options.defect, role, shore.wait);
      const mock = await createMock(bend?.options(mine) ?? mine);
      const bent = bend?.fetch(mock.fetch);
      const { log } = options;
      const watched =
        log === undefined ? bent : logged(bent ?? mock.fetch, { registry, role, now: io.now, log });
      const answer: Serving =
        shore.before?.(role, mock, watched ?? mock.fetch) ?? watched ?? mock.serve;
      seat.answer = answer;
      const tokenOf = (other: Played | Caller): string | undefined =>
        options.strictAuth ? undefined : mock.developmentTokens.get(world.file[other].partyId);
      parties.push({
        role,
        partyId: mine.partyId,
        url,
        mock,
        token: tokenOf(role === 'platform' ? 'courier' : 'platform'),
        tokenOf,
        intervene: (instead) => {
          seat.answer = async (request, head) => instead?.(request) ?? answer(request, head);
        },
      });
    }
  } catch (error) {
    // what did not start holds no port and no store
    await Promise.all(seats.map(({ listening }) => listening.close()));
    for (const { mock } of parties) await mock.close();
    throw error;
  }
  return {
    parties,
    defects,
    party: (role) => {
      const found = parties.find((one) => one.role === role);
      if (found === undefined) throw new Error(`the sandbox has no ${role}`);
      return found;
    },
    settled: async () => {
      // work of one wakes work of the other
      for (let round = 0; round < 3; round++) for (const { mock } of parties) await mock.settled();
    },
    close: async () => {
      await Promise.all(seats.map(({ listening }) => listening.close()));
      for (const { mock } of parties) {
        await mock.settled();
        await mock.close();
      }
    },
  };
};
