import { holds, lackText } from './applicability.ts';
import { type ClaimOptions, claimOf, Misuse, TIMEOUT } from './claim.ts';
import { createCaller, NoToken } from './drive/caller.ts';
import type { AllCredentials, Identity } from './drive/identity.ts';
import { createPeer } from './drive/peer.ts';
import { createPeople } from './drive/people.ts';
import { type Cast, play } from './drive/play.ts';
import { base32, randomOf, uuid4 } from './drive/random.ts';
import { createSender } from './drive/sender.ts';
import type { Session } from './drive/session.ts';
import { Ended, watchedShore } from './drive/watched-shore.ts';
import { waysOf } from './drive/ways.ts';
import { judge } from './judge.ts';
import { createLabelReader } from './labels/label-reader.ts';
import type { LabelWasm } from './labels/read-codes.ts';
import { isBinding } from './outcome.ts';
import { askedBy } from './plan/choose.ts';
import { isPart, isReadOnly, lifeSigns, planOf, type Selection } from './plan/plan.ts';
import { unclaimedRoutes } from './plan/unclaimed.ts';
import type { Result } from './result/result.ts';
import { scenarios } from './scenarios/index.ts';
import type { AppliedSet } from './sets/frozen-set.ts';
import { hasSignOfLife } from './sign-of-life.ts';
import type { End, Entry, Exchange, Head, Transcript } from './transcript/format.ts';
import { createRecorder, type Recorder } from './transcript/recorder.ts';
import { createRedactor, REDACTION_VERSION } from './transcript/redact.ts';
import { SUITE_VERSION } from './version.ts';
import { type Claim, type Shore, type Text, Unanswered } from './words.ts';

export type CheckOptions = ClaimOptions &
  Selection & {
    readonly shore: Shore;
    readonly credentials: AllCredentials;
    readonly seed?: number;
    /** A frozen set; absent: the working contract. */
    readonly set?: AppliedSet;
    /** Asks for operations that the system does not claim, too; nothing of that is ever a finding. */
    readonly probeUnclaimed?: boolean;
    /** Factor of every wait that the standard has no number for. */
    readonly patience?: number;
    readonly maxWaitMilliseconds?: number;
    readonly races?: number;
    readonly negatives?: number;
    /** Drawn walks a lifecycle, beside the one that covers its table. */
    readonly modelRuns?: number;
    readonly listen?: { readonly port?: number };
    /** Where the system reaches the runner, if not at the address that it listens on. */
    readonly publicUrl?: string;
    readonly isStrict?: boolean;
    /** What draws and scans labels; without it the codes in pictures are not looked at. */
    readonly labelWasm?: LabelWasm;
    /** What the system wrote to its log since the run began, one record a line. */
    readonly logSink?: () => Promise<string>;
    /** Ends the run after the scenario that finds something. */
    readonly failFast?: boolean;
    /** Ends the run; what was seen until then is judged. */
    readonly signal?: AbortSignal;
    /** Told of every entry as it happens. */
    readonly onEntry?: (entry: Entry) => void;
  };

export type Checked = {
  readonly result: Result;
  readonly transcript: Transcript;
  readonly claim: Claim;
};

const chosenNothing = ({ role }: Claim, { only, classes }: CheckOptions): Misuse => {
  const asked = [...(only ?? []), ...(classes ?? [])].join(' ');
  return new Misuse({
    en: `${asked || 'this part'} chooses no scenario for this ${role}`,
    zh: `${asked || '该部分'} 未选中适用于该 ${role} 的场景`,
  });
};

/** Whether something is wrong for certain: of a system that shows no sign of life nothing is. */
const isEnough = async (
  transcript: Transcript,
  claim: Claim,
  { isStrict, set }: CheckOptions,
): Promise<boolean> =>
  hasSignOfLife(transcript, claim) &&
  (await judge(transcript, claim, set === undefined ? {} : { set })).requirements.some(
    ({ level, outcome }) => outcome === 'failed' && (isStrict === true || isBinding(level)),
  );

/** What ended a run before its end; our own defects go on upwards. */
const endingOf = (error: unknown): Pick<End, 'reason' | 'detail'> => {
  if (error instanceof Ended) return { reason: error.reason, detail: error.text };
  if (error instanceof NoToken) return { reason: 'NO_TOKEN', detail: error.text };
  if (error instanceof Unanswered)
    return {
      reason: 'NO_TOKEN',
      detail: {
        en: `the token endpoint does not answer (${error.how})`,
        zh: `令牌端点没有应答（${error.how}）`,
      },
    };
  throw error;
};

/** What all parts of a run share, before anything is said. */
const sessionOf = (options: CheckOptions, claim: Claim, recorder: Recorder): Session => {
  const { credentials } = options;
  const seed = options.seed ?? 1;
  const patience = options.patience ?? 1;
  const url = options.url.replace(/\/$/, '');
  const timeoutMilliseconds = (options.timeoutMilliseconds ?? TIMEOUT) * patience;
  const shore = watchedShore(options.shore, {
    url,
    milliseconds: timeoutMilliseconds,
    signal: options.signal,
  });
  const runId = uuid4(shore.secure);
  return {
    shore,
    recorder,
    redactor: createRedactor(),
    credentials,
    claim,
    baseUrl: url,
    seed,
    runId,
    people: createPeople(
      { seed, runId },
      { party: 'sut', organisation: claim.document.organisation.partyId, role: claim.role },
      recorder.record,
    ),
    readLabel: createLabelReader(options.labelWasm),
    short: base32(randomOf(seed, runId), 8),
    timeoutMilliseconds,
    patience,
    maxWaitMilliseconds: options.maxWaitMilliseconds ?? 60_000,
    ways: waysOf(options, claim),
    keys: { current: [] },
    nextKey: { current: undefined },
    isSigned: holds({ claims: 'signed-messages' }, claim),
    sent: [],
    active: { scenario: undefined, step: 0 },
    harness: [],
  };
};

/** A read that is asked for outside of a run, and by whom. */
export type Read = {
  readonly as: Identity;
  readonly operation: string;
  readonly query?: Readonly<Record<string, string>>;
};

/** Fetches a token for each identity and asks for what anybody may ask, without a run: for whoever wonders whether one can begin. */
export const ask = async (
  options: CheckOptions,
  claim: Claim,
  {
    identities,
    reads,
  }: {
    readonly identities: readonly Identity[];
    readonly reads: readonly Read[];
  },
): Promise<{ readonly exchanges: readonly Exchange[]; readonly failure?: Text }> => {
  const exchanges: Exchange[] = [];
  const caller = createCaller(sessionOf(options, claim, createRecorder(options.shore.now)));
  try {
    for (const identity of identities) await caller.tokenOf(identity);
    for (const { as, operation, query } of reads)
      exchanges.push(await caller.call(as, operation, query === undefined ? {} : { query }));
    return { exchanges };
  } catch (error) {
    const { detail } = endingOf(error);
    return { exchanges, ...(detail === undefined ? {} : { failure: detail }) };
  }
};

/** The kinds of evidence that a run looks into. */
export const evidenceOf = (
  options: Pick<CheckOptions, 'labelWasm' | 'logSink' | 'depth'>,
  { commands }: Claim,
): Required<Pick<Head, 'depth' | 'instruments'>> => {
  const instruments = [
    ...(options.labelWasm === undefined ? [] : (['LABELS'] as const)),
    ...(options.logSink === undefined ? [] : (['LOG'] as const)),
  ];
  if (commands.length === 0) return { depth: 'WIRE', instruments };
  return {
    depth:
      instruments.length === 0 || options.depth === 'CONTROLLED' ? 'CONTROLLED' : 'INSTRUMENTED',
    instruments,
  };
};

/** Checks a system: discovers, drives, records, judges. Nothing here reads an argument or prints. */
export const check = async (options: CheckOptions): Promise<Checked> => {
  const { credentials } = options;
  const claim = await claimOf(options);
  const plan = planOf(claim, {
    ...options,
    // a finding counts once the system shows signs of life
    first: [
      ...(options.failFast === true ? lifeSigns(claim).map(({ id }) => id) : []),
      ...(options.first ?? []),
    ],
  });
  // a run of nothing would find nothing wrong
  if (plan.chosen.length + plan.leftOut.length === 0) throw chosenNothing(claim, options);
  const recorder = createRecorder(options.shore.now, options.onEntry);
  const session = sessionOf(options, claim, recorder);
  const { shore, runId, seed, patience } = session;
  const { depth, instruments } = evidenceOf(options, claim);
  recorder.record({
    kind: 'head',
    format: 'openwaybill-transcript/1',
    runId,
    suite: { version: SUITE_VERSION },
    set: options.set?.version ?? 'next',
    mode: 'CHECK',
    seed,
    depth,
    instruments,
    patience,
    plan: {
      scenarios: [...plan.chosen, ...plan.leftOut.map(([scenario]) => scenario)].map(
        ({ id }) => id,
      ),
      isPart: isPart(options),
      ...(options.classes === undefined ? {} : { classes: options.classes }),
      ...(options.only === undefined ? {} : { requirements: askedBy(options.only) }),
      ...(options.shard === undefined ? {} : { shard: options.shard }),
      ...(isReadOnly(claim, options) ? { refused: 'PRODUCTION' } : {}),
      ...(options.isStrict === true ? { isStrict: true } : {}),
    },
    claims: [
      {
        role: claim.role,
        document: claim.document,
        ...(claim.supplement === undefined ? {} : { supplement: claim.supplement }),
        digest: claim.digest,
        ...(claim.build === undefined ? {} : { build: claim.build }),
      },
    ],
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
    hangUp: server.hangUp,
    races: options.races ?? 5,
    negatives: options.negatives ?? 3,
    modelRuns: options.modelRuns ?? 3,
  };
  const left = (): Transcript => ({ entries: [...recorder.entries] });
  let ending: Pick<End, 'reason' | 'detail'> | undefined;
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
        reason: lackText(lack).en,
      });
    }
    for (const scenario of plan.chosen) {
      await play(cast, scenario, scenarios.indexOf(scenario));
      if (options.failFast === true && (await isEnough(left(), claim, options))) {
        ending = { reason: 'FAIL_FAST' };
        break;
      }
    }
    // a run that has ended says nothing more, and a system that is only read is never told anything
    const mayGoOn = ending === undefined && !isReadOnly(claim, options);
    if (options.probeUnclaimed === true && mayGoOn)
      await play(cast, unclaimedRoutes, scenarios.length);
    // a part of the suite that shows no living system would show nothing at all
    if (isPart(options) && mayGoOn && plan.chosen.length > 0 && !hasSignOfLife(left(), claim))
      for (const scenario of lifeSigns(claim).filter((one) => !plan.chosen.includes(one)))
        await play(cast, scenario, scenarios.indexOf(scenario));
  } catch (error) {
    ending = endingOf(error);
  } finally {
    await server.close();
  }
  if (options.logSink !== undefined) {
    const lines = (await options.logSink()).split('\n').filter((line) => line !== '');
    recorder.record({ kind: 'log', lines });
  }
  recorder.record({
    kind: 'end',
    entryCount: recorder.entries.length + 1,
    complete: ending === undefined,
    ...ending,
  });
  const transcript: Transcript = { entries: recorder.entries };
  const result = await judge(transcript, claim, {
    ...(options.isStrict === undefined ? {} : { isStrict: options.isStrict }),
    ...(options.set === undefined ? {} : { set: options.set }),
  });
  return { result, transcript, claim };
};
