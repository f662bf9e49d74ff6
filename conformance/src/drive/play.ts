import { hasFacility } from '../applicability.ts';
import { isMisreading } from '../checks/broken-form.ts';
import { text } from '../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Recorder } from '../transcript/recorder.ts';
import type { Blocked, Scenario, Text } from '../words.ts';
import type { Caller } from './caller.ts';
import type { Identity } from './identity.ts';
import { inventOf } from './invent.ts';
import { brokenInScenario } from './misled.ts';
import { NoCredentials } from './no-credentials.ts';
import { operationOf } from './operations.ts';
import { HarnessError } from './own-message.ts';
import type { Peer } from './peer.ts';
import { prepare } from './prepare.ts';
import { quietOf } from './quiet.ts';
import { randomOf } from './random.ts';
import { sealTo } from './sealing.ts';
import type { Sender } from './sender.ts';
import type { Session } from './session.ts';
import { signedBy } from './signature.ts';
import type { Awaited, CallInput, Stage } from './stage.ts';
import { forged } from './tokens.ts';

/** Everything that the stage of a scenario stands on. */
export type Cast = {
  readonly session: Session;
  readonly caller: Caller;
  readonly peer: Peer;
  readonly sender: Sender;
  /** Ends what is answered with silence. */
  readonly hangUp: () => void;
  readonly races: number;
  readonly negatives: number;
  readonly modelRuns: number;
};

const FIRST_LOOK = 5;
const LONGEST_LOOK = 250;
const LONGEST_DRAIN = 2000;
/** For how long nothing comes, at least, before the subscriptions of a scenario end: what is late then is lost. */
const LAST_QUIET = 250;

const fits = (exchange: Exchange, what: Awaited): boolean =>
  exchange.from === 'sut' &&
  (what.operation === undefined || exchange.operation === what.operation) &&
  (what.eventType === undefined || exchange.eventType === what.eventType) &&
  (what.matches?.(exchange) ?? true);

const find = (recorder: Recorder, what: Awaited): Exchange | undefined => {
  for (let seq = (what.after ?? -1) + 1; seq < recorder.entries.length; seq += 1) {
    const entry = recorder.entries[seq];
    if (entry?.kind === 'exchange' && fits(entry, what)) return entry;
  }
  return undefined;
};

/** Until the system is silent: events follow their answers one by one, and belong to what was done before. */
const drained = async (
  { recorder, shore, patience }: Session,
  leastQuiet?: number,
): Promise<void> => {
  const quiet = quietOf(recorder, leastQuiet) * patience;
  for (let waited = 0; waited < LONGEST_DRAIN; waited += quiet) {
    const saidBefore = recorder.entries.length;
    await shore.wait(quiet);
    if (recorder.entries.length === saidBefore) return;
  }
};

/** The stage of one scenario. */
export const stageOf = (
  cast: Cast,
  scenario: Scenario,
  number: number,
  opened: Map<string, Identity>,
): Stage => {
  const { session, caller, peer, sender } = cast;
  const { shore, recorder, claim, credentials, seed } = session;
  const clock = { ahead: 0 };

  const callerFor = (operationId: string): Identity => {
    const { calledBy } = operationOf(operationId);
    if (calledBy.includes(credentials.runner.role)) return 'runner';
    const [first = 'runner'] = calledBy;
    const known = calledBy.find((role) => credentials[role] !== undefined);
    // whoever may not ask is refused, and that would say nothing of what was to be seen
    if (known === undefined) throw new NoCredentials(first);
    return known;
  };
  /** What is made here is known until it is ended, so that the system can be left as it was found. */
  const request = async (as: Identity, operation: string, input?: CallInput): Promise<Exchange> => {
    const exchange = await caller.call(as, operation, input);
    if (!isAccepted(exchange)) return exchange;
    if (operation === 'createEventSubscription')
      opened.set(String(answerOf(exchange)?.subscriptionId), as);
    if (operation === 'deleteEventSubscription') opened.delete(input?.path?.subscriptionId ?? '');
    return exchange;
  };
  const { ways } = session;
  const offers = (need: string): boolean => hasFacility(claim, need, ways);
  const stage: Stage = {
    claim,
    scenario: scenario.id,
    random: randomOf(seed, scenario.id),
    run: {
      races: cast.races,
      negatives: cast.negatives,
      modelRuns: cast.modelRuns,
      maxWaitMilliseconds: session.maxWaitMilliseconds,
    },
    invent: inventOf({
      seed,
      short: session.short,
      scenario: scenario.id,
      number,
      secure: shore.secure,
      now: () => shore.now() + clock.ahead,
      parties: [
        { partyId: claim.document.organisation.partyId, role: claim.role },
        { partyId: credentials.runner.partyId, role: credentials.runner.role },
      ],
    }),
    call: (operation, input) => request(callerFor(operation), operation, input),
    callAs: request,
    has: (identity) => identity === 'nobody' || credentials[identity] !== undefined,
    roleOf: (identity) => (identity === 'nobody' ? undefined : credentials[identity]?.role),
    sealingKeyId: (identity) =>
      identity === 'nobody' ? undefined : credentials[identity]?.sealingKey?.kid,
    nameOf: (identity) => (identity === 'nobody' ? undefined : credentials[identity]?.name),
    partyId: (identity = 'runner') =>
      (identity === 'nobody' ? undefined : credentials[identity]?.partyId) ?? '',
    together: (starts) => Promise.all(starts.map((start) => start())),
    serve: (operation, ...answers) => peer.serve(operation, answers),
    peerUrl: peer.url(),
    inbox: () => peer.inbox(scenario.id),
    deliver: sender.deliver,
    publishNextKey: sender.publishNextKey,
    lose: sender.lose,
    settle: () => drained(session),
    await: async (what, usual) => {
      const deadline = usual * session.patience;
      let waited = 0;
      let look = FIRST_LOOK;
      for (;;) {
        const found = find(recorder, what);
        if (found !== undefined) return found;
        if (waited >= deadline) return undefined;
        const slice = Math.min(look, deadline - waited);
        await shore.wait(slice, recorder.grown());
        waited += slice;
        look = Math.min(look * 2, LONGEST_LOOK);
      }
    },
    earlier: () => recorder.entries.flatMap((entry) => (entry.kind === 'exchange' ? [entry] : [])),
    prepare: (need, wish) =>
      prepare(stage, need, wish ?? {}, (entry) =>
        recorder.record({ kind: 'prepared', scenario: scenario.id, ...entry }),
      ),
    offers,
    ways,
    ask: async (prompt, isShown) => {
      const { operatorMilliseconds: milliseconds } = ways;
      if (milliseconds === undefined) return 'CANNOT';
      if (isShown === undefined) return shore.ask(prompt, { milliseconds });
      const over = { isOver: false };
      const shown = async (): Promise<void> => {
        while (!over.isOver && !isShown()) await recorder.grown();
      };
      const said = await shore.ask(prompt, { milliseconds, shown: shown() });
      over.isOver = true;
      return said;
    },
    now: async () => {
      if (!offers('CLOCK')) return shore.now();
      const read = await caller.call('runner', 'getTestClock', { intent: 'TEST_CONTROL' });
      const now = Date.parse(String(answerOf(read)?.now));
      // a clock that cannot be read stands where the runner's own does
      if (Number.isNaN(now)) return shore.now();
      clock.ahead = now - shore.now();
      return now;
    },
    advance: async (by) => {
      if (!offers('CLOCK')) return { blocked: 'NO_FACILITY' };
      const before = await stage.now();
      const moved = await caller.call('runner', 'advanceTestClock', {
        body: { by },
        intent: 'TEST_CONTROL',
        // everything that falls due in that time is done before the answer
        isLong: true,
      });
      await stage.settle();
      const answer = answerOf(moved);
      // what comes next in a scenario is wrong of a system whose clock did not follow: none goes on without
      if (!(Date.parse(String(answer?.now)) > before)) throw new ClockStood();
      clock.ahead = Date.parse(answer.now) - shore.now();
      recorder.record({
        kind: 'clock',
        scenario: scenario.id,
        system: 'sut',
        before: new Date(before).toISOString(),
        after: answer.now,
        by,
        firedCount: answer.firedCount,
      });
      return undefined;
    },
    sign: (value, as = 'runner') => signedBy((credentials[as] ?? credentials.runner).key, value),
    seal: async (text) => {
      const { sealingKey } = credentials.runner;
      return sealingKey && sealTo(sealingKey, text);
    },
    token: async (identity = 'runner', isFresh) => (await caller.tokenOf(identity, isFresh)) ?? '',
    forge: (claims, header, brings) => forged(credentials.runner, claims, header, brings),
    clientId: () => credentials.runner.clientId,
    wallNow: shore.now,
    person: (label, at = 'ORDERED') => session.people.person(scenario.id, label, at),
    note: (text) => {
      recorder.record({ kind: 'note', text });
    },
    tally: (count) => {
      recorder.record({ kind: 'negatives', scenario: scenario.id, ...count });
    },
    leaveOut: (title, reason) => {
      recorder.record({ kind: 'mark', scenario: scenario.id, title, edge: 'LEFT_OUT', reason });
    },
  };
  return stage;
};

const MISLED_TITLE = text(
  'A message of the system breaks its form, and the scenario ends there',
  '系统的报文不合规，场景就此结束',
);

/** The clock of the system was to be moved, and was not. */
class ClockStood extends Error {
  override readonly name = 'ClockStood';
}
const CLOCK_TITLE = text(
  'The clock of the system did not follow, and the scenario ends there',
  '系统时钟未随之推进，场景就此结束',
);

/** Why a scenario ended before its end; nothing where that is no business of the system. */
const endOf = (session: Session, error: unknown): { title: Text; reason: Blocked } | undefined => {
  if (error instanceof NoCredentials)
    return {
      title: text(
        `The run speaks for no ${error.identity}, and the scenario ends there`,
        `检测方未获得 ${error.identity} 的凭据，场景就此结束`,
      ),
      reason: 'NO_FACILITY',
    };
  if (error instanceof ClockStood) return { title: CLOCK_TITLE, reason: 'CLOCK_STANDS_STILL' };
  if (!(error instanceof HarnessError || isMisreading(error))) return undefined;
  return brokenInScenario(session) === undefined
    ? undefined
    : { title: MISLED_TITLE, reason: 'NOT_OBSERVABLE' };
};

/** Runs one scenario to its end. A message of ours that was wrong ends it, as one that breaks its form may; neither is a finding. */
export const play = async (cast: Cast, scenario: Scenario, number: number): Promise<void> => {
  const { session, peer } = cast;
  const { recorder, shore, active } = session;
  active.scenario = scenario.id;
  active.step = 0;
  shore.tell({ kind: 'SCENARIO', id: scenario.id, title: scenario.title });
  recorder.record({ kind: 'mark', scenario: scenario.id, title: scenario.title, edge: 'BEGIN' });
  try {
    const opened = new Map<string, Identity>();
    const stage = stageOf(cast, scenario, number, opened);
    await stage.now();
    for await (const step of scenario.run(stage)) {
      active.step += 1;
      recorder.record({
        kind: 'mark',
        scenario: scenario.id,
        step: active.step,
        title: step.title,
        edge: 'BEGIN',
      });
      shore.tell({ kind: 'STEP', scenario: scenario.id, title: step.title });
    }
    if (opened.size > 0) await drained(session, LAST_QUIET);
    // the system is left as it was found, as far as the standard allows
    for (const [subscriptionId, as] of opened)
      await stage.callAs(as, 'deleteEventSubscription', {
        path: { subscriptionId },
        intent: 'PREPARE',
      });
    await shore.demandSystem();
  } catch (error) {
    // what is thrown on ends the run: the scenario has no end, by which it is known
    const end = endOf(session, error);
    if (end !== undefined)
      recorder.record({ kind: 'mark', scenario: scenario.id, ...end, edge: 'LEFT_OUT' });
    else if (!(error instanceof HarnessError)) throw error;
  } finally {
    await shore.wait(0);
    peer.clear();
    // who waits for an answer would be late with what the next scenario is about
    cast.hangUp();
    active.scenario = undefined;
  }
  recorder.record({ kind: 'mark', scenario: scenario.id, title: scenario.title, edge: 'END' });
};
