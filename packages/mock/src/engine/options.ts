import type { SignatureProfile } from '@openwaybill/privacy/signed-messages';
import type { Facet, OperationEntry, Registry, Role } from '@openwaybill/schemas';
import type { Recorder } from '../inspector/recorder.ts';
import type { Release } from '../later/later.ts';
import type { Store } from '../store/store.ts';
import type { PdfPrinter } from '../waybills/label/label-pdf.ts';
import type { Answer } from './call.ts';

/** Bytes from somewhere: the seeded stream in development, the system's generator when the suite judges randomness. */
export type Random = {
  (byteCount: number): Uint8Array;
  /** Where a stream is that can be repeated from there. */
  readonly position?: () => number;
  readonly seek?: (position: number) => void;
};

/** Another organisation that this system knows: it may call, and events go to it. */
export type Counterparty = {
  readonly partyId: string;
  readonly role: Role;
  readonly name: string;
  /** Its client id at our token endpoint. */
  readonly clientId: string;
  /** Public keys (JWK) with which it signs assertions and events. */
  readonly keys: readonly Readonly<Record<string, unknown>>[];
  /** Its interface, where it has one: what our own calls go to. */
  readonly baseUrl?: string;
  /** Facet of a courier's client. */
  readonly facet?: Facet;
  readonly carrierCode?: string;
  /** The carriers of telephony have no file of its numbers: none can be joined with a virtual one. */
  readonly isUnfiled?: true;
};

/** Data of the invented world: divisions, branches, people, goods. Handed in, never read from a file here. */
export type World = Readonly<Record<string, unknown>>;

/** One attempt at handing an event to a receiver, as it leaves. */
export type Delivery = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What became of it. No answer at all is status 0. */
export type Attempt = { readonly status: number; readonly body: string };

/** Names and values of headers in turn, as they came: one list, and nothing is made of it before somebody looks. */
export type RawHeaders = readonly string[];

/** A request as a port has it: its target as it was written, and nothing that is made of it. */
export type RawRequest = {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly rawHeaders: RawHeaders;
};

/** A request and what became of it, as it was at hand: nothing is copied or written as text for it. */
export type Exchange = {
  /** Empty for a caller without a token, or with a wrong one. */
  readonly tenant: string;
  /** Absent where the path is none of the standard. */
  readonly operation?: OperationEntry;
  readonly method: string;
  readonly url: string;
  /** Names and values; the object that they came in would keep its whole connection at hand. */
  readonly headers: RawHeaders;
  readonly bytes: Uint8Array;
  readonly answer: Answer;
  readonly answerHeaders: Readonly<Record<string, string>>;
  /** The virtual instant; absent where the request was refused before the store was asked. */
  readonly at?: string;
  /** Real time at its arrival, and how long it took. */
  readonly wallAt: number;
  readonly milliseconds: number;
};

export type MockOptions = {
  readonly registry: Registry;
  readonly role: Role;
  readonly partyId: string;
  readonly name: string;
  /** Where it is reached: origin without a path. The audience of its tokens. */
  readonly baseUrl: string;
  readonly counterparties: readonly Counterparty[];
  readonly world: World;
  /** Whether a courier's parcels move by the scenarios of its world; by default they stand still. */
  readonly movement?: 'SCENARIO' | 'NONE';
  /** Whether a courier makes the parcel of a magic number that is asked for and was never created. */
  readonly isMagic?: boolean;
  readonly seed: number;
  readonly random?: Random;
  readonly store: Store;
  /** Start of the virtual clock of every tenant, RFC 3339. */
  readonly worldStart: string;
  readonly clockMode: 'FROZEN' | 'REAL';
  /** Told where the control interface has moved a tenant's clock: others of the same world go there too. */
  readonly alongside?: (tenant: string, to: number) => Promise<void>;
  /** Real time in milliseconds, for security only. */
  readonly wallClock: () => number;
  /** SHA-256 (FIPS 180-4) where there is one that answers at once; otherwise that of WebCrypto, which does not. */
  readonly sha256?: (bytes: Uint8Array) => Uint8Array;
  /** How an event leaves. */
  readonly send: (delivery: Delivery) => Promise<Attempt>;
  /** Waits in real time, before a request of ours is repeated. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Writes a courier's labels as PDF; without it that format is not offered. */
  readonly labelPdf?: PdfPrinter;
  /** How our own requests leave. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly environment: 'SANDBOX' | 'PRODUCTION';
  /** Origins of this machine to which a sandbox that others reach sends events; absent: any, since nobody else is there. */
  readonly loopback?: ReadonlySet<string>;
  /** Whether a sandbox has a control interface and test control; it has, unless this is false. */
  readonly hasControl?: boolean;
  readonly unknownMembers: 'STRICT' | 'TOLERANT';
  /** Whether the development token of each counterparty is accepted beside real ones. */
  readonly developmentTokens: boolean;
  /** Where it is given, class `signed-messages` is claimed: a request with a token must be signed (RFC 9421). */
  readonly signedMessages?: SignatureProfile;
  /** By which clock deliveries are signed until a tenant asks for the other one; real time by default. */
  readonly signTime?: 'VIRTUAL' | 'REAL';
  /** Whether it speaks a later minor: members, codes, events and problems that nobody knows yet. */
  readonly isLater?: boolean;
  /** The release of a later minor that stands for the made-up one. */
  readonly release?: Release;
  /** Told of everything that was answered with `INTERNAL`: a defect of ours, never of the caller. */
  readonly onDefect: (error: unknown) => void;
  /** Keeps what goes in and out and what is written, for the inspector. Without it nothing is kept. */
  readonly recorder?: Recorder;
  /** The inspector's page as text, which whoever has files hands in. */
  readonly inspectorPage?: () => Promise<string | undefined>;
};

/** Whether time, scans and state of this mock can be controlled from outside. */
export const isControlled = (options: Pick<MockOptions, 'environment' | 'hasControl'>): boolean =>
  options.environment === 'SANDBOX' && options.hasControl !== false;
