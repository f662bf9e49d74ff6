import type { Role, Text } from '@openwaybill/schemas';
import { hasFacility, holds } from './applicability.ts';
import { requirements } from './catalogue/catalogue.ts';
import { createCaller, NoToken } from './drive/caller.ts';
import type { AllCredentials } from './drive/identity.ts';
import { createPeer } from './drive/peer.ts';
import { createPeople } from './drive/people.ts';
import { type Cast, play } from './drive/play.ts';
import { base32, randomOf, uuid4 } from './drive/random.ts';
import { createSender } from './drive/sender.ts';
import type { Session } from './drive/session.ts';
import { judge } from './judge.ts';
import { createLabelReader } from './labels/label-reader.ts';
import type { LabelWasm } from './labels/read-codes.ts';
import type { Result } from './result/result.ts';
import { scenarios } from './scenarios/index.ts';
import { isFor } from './scenarios/scenario.ts';
import { digestOf } from './transcript/chain.ts';
import type { Entry, Transcript } from './transcript/format.ts';
import { createRecorder } from './transcript/recorder.ts';
import { createRedactor, REDACTION_VERSION } from './transcript/redact.ts';
import { SUITE_VERSION } from './version.ts';
import {
  type CapabilityDocument,
  type Claim,
  type Depth,
  type Scenario,
  type Shore,
  type Supplement,
  Unanswered,
} from './words.ts';

/** A claim file. */
export type ClaimFile = {
  readonly version: 1;
  readonly role: Role;
  readonly requirementSet?: string;
  readonly supplement?: Supplement;
  /** For systems that serve no capability document. */
  readonly document?: CapabilityDocument;
};

export type CheckOptions = {
  /** Base address of the system, without a path. */
  readonly url: string;
  /** Absent: the one role that the system claims. */
  readonly role?: Role;
  readonly shore: Shore;
  readonly credentials: AllCredentials;
  readonly seed?: number;
  /** Scenario ids, requirement ids, prefixes (`WBL-*`) or modules. */
  readonly only?: readonly string[];
  /** The most evidence to use; absent: what the system offers. */
  readonly depth?: Depth;
  readonly claim?: ClaimFile;
  readonly set?: string;
  readonly patience?: number;
  readonly timeoutMilliseconds?: number;
  readonly maxWaitMilliseconds?: number;
  readonly races?: number;
  readonly negatives?: number;
  readonly listen?: { readonly port?: number };
  /** Where the system reaches the runner, if not at the address that it listens on. */
  readonly publicUrl?: string;
  readonly isStrict?: boolean;
  /** What draws and scans labels; without it the codes in pictures are not looked at. */
  readonly labelWasm?: LabelWasm;
  /** What the system wrote to its log since the run began, one record a line. */
  readonly logSink?: () => Promise<string>;
  /** Told of every entry as it happens. */
  readonly onEntry?: (entry: Entry) => void;
};

export type Checked = {
  readonly result: Result;
  readonly transcript: Transcript;
  readonly claim: Claim;
};

/** Why a run cannot begin, in both languages. */
class Unbegun extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** Wrong use: the run cannot begin, and the system is not blamed. */
export class Misuse extends Unbegun {
  override readonly name = 'Misuse';
}

/** Nothing could be judged: the system cannot be had. */
export class Unreachable extends Unbegun {
  override readonly name = 'Unreachable';
}

const readDocument = async (
  options: CheckOptions,
): Promise<{ readonly document: CapabilityDocument; readonly text: string }> => {
  let text: string;
  try {
    const response = await options.shore.fetch(
      new Request(`${options.url}/.well-known/openwaybill`, {
        headers: { Accept: 'application/json', 'OpenWaybill-Version': '1.0' },
      }),
      { milliseconds: options.timeoutMilliseconds ?? 10_000 },
    );
    text = await response.text();
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    throw new Unreachable({
      en: `${options.url} does not answer (${error.how})`,
      zh: `${options.url} 没有应答（${error.how}）`,
    });
  }
  try {
    const document = JSON.parse(text) as CapabilityDocument;
    if (Array.isArray(document.claims) && typeof document.endpoints?.token === 'string')
      return { document, text };
  } catch {
    // told below, together with a document of another form
  }
  if (options.claim?.document !== undefined)
    return { document: options.claim.document, text: JSON.stringify(options.claim.document) };
  throw new Unreachable({
    en: `${options.url}/.well-known/openwaybill is no capability document, and no claim file has one`,
    zh: `${options.url}/.well-known/openwaybill 不是能力文档，声明文件中也没有`,
  });
};

/** What the system claims, and what of it the run may use. */
const claimOf = async (options: CheckOptions): Promise<Claim> => {
  const { document, text } = await readDocument(options);
  const roles = [...new Set(document.claims.map(({ role }) => role))];
  const role = options.role ?? options.claim?.role ?? (roles.length === 1 ? roles[0] : undefined);
  if (role === undefined)
    throw new Misuse({
      en: `the system claims ${roles.join(', ')}, and none of them was named`,
      zh: `系统声明的角色为 ${roles.join('、')}，未指定其一`,
    });
  if (!roles.includes(role))
    throw new Misuse({
      en: `the system claims ${roles.join(', ')} and not ${role}`,
      zh: `系统声明的角色为 ${roles.join('、')}，不含 ${role}`,
    });
  return {
    role,
    document,
    ...(options.claim?.supplement === undefined ? {} : { supplement: options.claim.supplement }),
    digest: await digestOf(text),
    commands: options.depth === 'WIRE' ? [] : (document.testControl?.commands ?? []),
  };
};

/** Whether a word of `only` chooses a scenario. */
const chooses = (word: string, scenario: Scenario): boolean => {
  // the scenario `discovery` is not the module of that name, which `DSC-*` chooses
  if (scenarios.some(({ id }) => id === word)) return word === scenario.id;
  if (word === 'negatives' || word === 'models')
    return scenario.id === word || scenario.id.startsWith(`${word.replace(/s$/, '')}-`);
  if (word.endsWith('*')) return scenario.touches.some((id) => id.startsWith(word.slice(0, -1)));
  return scenario.touches.some(
    (id) => id === word || requirements.some((one) => one.id === id && one.module === word),
  );
};

/** The scenarios of a claim, those that move the clock last. */
export const planOf = (
  claim: Claim,
  only?: readonly string[],
): {
  readonly chosen: readonly Scenario[];
  readonly leftOut: readonly (readonly [Scenario, string])[];
} => {
  const isProduction = claim.document.environment === 'PRODUCTION';
  const fitting = scenarios.filter(
    ({ id, system, when }) =>
      // a system in production is read and never driven
      (!isProduction || id === 'discovery') &&
      isFor({ system }, claim.role) &&
      (when === undefined || holds(when, claim)),
  );
  const wanted = fitting.filter(
    (scenario) => only === undefined || only.some((word) => chooses(word, scenario)),
  );
  const lacks = ({ needs }: Scenario): string | undefined =>
    needs?.find((need) => !hasFacility(claim, need));
  const chosen = wanted.filter((scenario) => lacks(scenario) === undefined);
  return {
    chosen: [
      ...chosen.filter(({ movesClock }) => movesClock !== true),
      ...chosen.filter(({ movesClock }) => movesClock === true),
    ],
    leftOut: wanted.flatMap((scenario) => {
      const lack = lacks(scenario);
      return lack === undefined ? [] : [[scenario, lack] as const];
    }),
  };
};

/** Checks a system: discovers, drives, records, judges. Nothing here reads an argument or prints. */
export const check = async (options: CheckOptions): Promise<Checked> => {
  const { shore, credentials } = options;
  const seed = options.seed ?? 1;
  const claim = await claimOf(options);
  const recorder = createRecorder(shore.now, options.onEntry);
  const runId = uuid4(shore.secure);
  const session: Session = {
    shore,
    recorder,
    redactor: createRedactor(),
    credentials,
    claim,
    baseUrl: options.url.replace(/\/$/, ''),
    seed,
    runId,
    people: createPeople(
      { seed, runId },
      { party: 'sut', organisation: claim.document.organisation.partyId, role: claim.role },
      recorder.record,
    ),
    readLabel: createLabelReader(options.labelWasm),
    short: base32(randomOf(seed, runId), 8),
    timeoutMilliseconds: options.timeoutMilliseconds ?? 10_000,
    maxWaitMilliseconds: options.maxWaitMilliseconds ?? 60_000,
    keys: { current: [] },
    isSigned: holds({ claims: 'signed-messages' }, claim),
    sent: [],
    active: { scenario: undefined, step: 0 },
    harness: [],
  };
  const instruments = [
    ...(options.labelWasm === undefined ? [] : (['LABELS'] as const)),
    ...(options.logSink === undefined ? [] : (['LOG'] as const)),
  ];
  const depth: Depth =
    claim.commands.length === 0
      ? 'WIRE'
      : instruments.length === 0 || options.depth === 'CONTROLLED'
        ? 'CONTROLLED'
        : 'INSTRUMENTED';
  recorder.record({
    kind: 'head',
    format: 'openwaybill-transcript/1',
    runId,
    suite: { version: SUITE_VERSION },
    set: options.set ?? 'next',
    mode: 'CHECK',
    seed,
    depth,
    instruments,
    patience: options.patience ?? 1,
    claims: [{ role: claim.role, document: claim.document, digest: claim.digest }],
    parties: [
      {
        id: 'sut',
        role: claim.role,
        seat: 'SYSTEM',
        organisation: claim.document.organisation.partyId,
      },
      {
        id: 'runner',
        role: credentials.runner.role,
        seat: 'RUNNER',
        organisation: credentials.runner.partyId,
      },
    ],
    redaction: { policy: 'CHECK', version: REDACTION_VERSION },
  });

  const caller = createCaller(session);
  const peer = createPeer(session);
  const server = await shore.listen(peer.handle, options.listen);
  peer.setUrl(options.publicUrl ?? server.url);
  const cast: Cast = {
    session,
    caller,
    peer,
    sender: createSender(session),
    races: options.races ?? 5,
    negatives: options.negatives ?? 3,
  };
  const plan = planOf(claim, options.only);
  // a run of nothing would find nothing wrong; one that asks for nothing fetches a token and stops
  if (options.only?.length !== 0 && plan.chosen.length + plan.leftOut.length === 0)
    throw new Misuse({
      en: `${(options.only ?? []).join(' ')} chooses no scenario for this ${claim.role}`,
      zh: `${(options.only ?? []).join(' ')} 未选中适用于该 ${claim.role} 的场景`,
    });
  let environmentFailure: string | undefined;
  try {
    await caller.tokenOf('runner');
    for (const [scenario, lack] of plan.leftOut) {
      recorder.record({
        kind: 'mark',
        scenario: scenario.id,
        title: scenario.title,
        edge: 'LEFT_OUT',
        reason: 'NO_FACILITY',
      });
      shore.tell({
        kind: 'LEFT_OUT',
        scenario: scenario.id,
        reason: `test control has no ${lack}`,
      });
    }
    for (const scenario of plan.chosen) await play(cast, scenario, scenarios.indexOf(scenario));
  } catch (error) {
    if (!(error instanceof NoToken || error instanceof Unanswered)) throw error;
    environmentFailure = error.message;
  } finally {
    await server.close();
  }
  const complete = environmentFailure === undefined;
  if (options.logSink !== undefined) {
    const lines = (await options.logSink()).split('\n').filter((line) => line !== '');
    recorder.record({ kind: 'log', lines });
  }
  recorder.record({ kind: 'end', entryCount: recorder.entries.length + 1, complete });
  const transcript: Transcript = { entries: recorder.entries };
  const result = await judge(transcript, claim, {
    ...(options.only === undefined ? {} : { selected: plan.chosen.map(({ id }) => id) }),
    ...(environmentFailure === undefined ? {} : { environmentFailure, complete }),
    ...(claim.document.environment === 'PRODUCTION' ? { isMisuse: true } : {}),
    ...(options.isStrict === undefined ? {} : { isStrict: options.isStrict }),
  });
  return { result, transcript, claim };
};
