import {
  camelCase,
  eventCodeEntry,
  type LifecycleEntry,
  type Transition,
} from '@openwaybill/schemas';
import { holds } from '../applicability.ts';
import { knownOperation, routeOf } from '../drive/operations.ts';
import { commandsOf, type KeptResource } from '../models/kept-resource.ts';
import { ledByFact } from '../models/ruling.ts';
import { isStateOf, keptBy, type Shown, shownBy } from '../models/shown-state.ts';
import type { Walk } from '../models/walk.ts';
import { walksOf } from '../models/walks.ts';
import { foldOf, scansIn } from '../oracle/fold.ts';
import { answerOf, codeOfAnswer, headerOf, isAccepted, requestOf } from '../transcript/body.ts';
import { type Exchange, exchangesOf, type Transcript } from '../transcript/format.ts';
import type { Claim } from '../words.ts';
import { neverReason } from './never-happens.ts';
import type { TransitionCell } from './result.ts';

/** The state of what does not exist yet. */
export const NOTHING = 'NONE';

/** What became of one command or fact in one state. An observation is never refused: an odd one is kept as an anomaly. */
type Outcome = TransitionCell['is'];

/** The state of a resource as it was last shown, and where. */
type Known = {
  readonly state: string;
  readonly seq: number;
  /** Where commands since then may have led it. */
  readonly commandedTo: string[];
};

type Marks = Map<string, { readonly outcome: Outcome; readonly at: number[] }>;

const PARCEL = 'parcel';
/** How many exchanges show one outcome. */
const AT_MOST = 3;
const STRENGTH: readonly Outcome[] = ['NOT_REACHED', 'REFUSED', 'ACCEPTED', 'VIOLATED'];

const cellOf = (entity: string, state: string, on: string): string => `${entity} ${state} ${on}`;

const isFrom = (row: Transition, state: string): boolean =>
  state === NOTHING ? row.from.length === 0 : row.from.includes(state);

const onOf = ({ kind, on }: Transition): string => (kind === 'command' ? camelCase(on) : on);

/** The rows of a table from a state, by what happens; whatever their guards. */
const rowsFrom = (lifecycle: LifecycleEntry, state: string, on: string): readonly Transition[] =>
  lifecycle.transitions.filter((row) => isFrom(row, state) && onOf(row) === on);

/** The one fact that leads from a state to another, where no command does; or whatever commands do. */
const factBetween = (
  { transitions }: LifecycleEntry,
  from: string,
  to: string,
  isOf: (row: Transition) => boolean = () => true,
): string | undefined => {
  const rows = transitions.filter((row) => row.to === to && isFrom(row, from) && isOf(row));
  const names = new Set(rows.map(({ on }) => on));
  return names.size === 1 && rows.every(({ kind }) => kind !== 'command')
    ? [...names][0]
    : undefined;
};

const isFact = ({ kind }: Transition): boolean => kind !== 'command';

/** Facts that may follow each other before anybody looks again. */
const UNSEEN = 2;

/** The shortest way of facts alone from one of some states to another, each with the state that it happened in. */
const factsBetween = (
  lifecycle: LifecycleEntry,
  starts: readonly string[],
  to: string,
): readonly (readonly [state: string, fact: string])[] => {
  const ways = new Map<string, readonly (readonly [string, string])[]>(
    starts.map((state) => [state, []]),
  );
  for (const [state, way] of ways) {
    if (state === to) return way;
    if (way.length === UNSEEN) continue;
    for (const next of Object.keys(lifecycle.states)) {
      // a command that was given is known: where none was, it was a fact
      const fact = ways.has(next) ? undefined : factBetween(lifecycle, state, next, isFact);
      if (fact !== undefined) ways.set(next, [...way, [state, fact]]);
    }
  }
  return [];
};

/** The fact that a walk caused before this look, and the state that it was caused in. */
const walkedFact = (
  { entity }: LifecycleEntry,
  probe: string | undefined,
): { readonly fact: string; readonly state: string } | undefined => {
  const [when, of, fact, state] = probe?.split('.') ?? [];
  return when === 'fact-after' && of === entity && fact !== undefined && state !== undefined
    ? { fact, state }
    : undefined;
};

/** What a party told of its own resource by a call of its own, which whoever was called has taken. */
const TOLD_BY_CALL: Readonly<Record<string, { readonly entity: string; readonly fact: string }>> = {
  submitPreReport: { entity: 'interruption-notice', fact: 'PRE_REPORT_ACCEPTED' },
};

/** The id of the resource that a command is given to: in its path, or in its body. */
const addressed = (claim: Claim, exchange: Exchange, id: string): string | undefined => {
  const { pathname } = new URL(exchange.request.url);
  const inPath = routeOf([claim.role], exchange.request.method, pathname)?.path[id];
  const inBody: unknown = requestOf(exchange)?.[id];
  return inPath ?? (typeof inBody === 'string' ? inBody : undefined);
};

/** The state in which a walk looked for something that no read shows in it. */
const hiddenState = (
  walk: Walk | undefined,
  { lifecycle, read }: KeptResource,
  exchange: Exchange,
): string | undefined => {
  if (walk === undefined || exchange.operation !== read.operationId) return undefined;
  const [, entity, ...rest] = exchange.probe?.split('.') ?? [];
  const state = rest.at(-1) ?? '';
  return entity === lifecycle.entity &&
    walk.states[state]?.isHidden === true &&
    codeOfAnswer(exchange) === 'NOT_FOUND'
    ? state
    : undefined;
};

/** What the exchanges of a run show of the cells. */
const marksOf = (
  transcript: Transcript,
  claim: Claim,
  kept: readonly KeptResource[],
): {
  readonly marks: Marks;
  readonly states: ReadonlySet<string>;
  readonly shownStates: ReadonlySet<string>;
} => {
  const marks: Marks = new Map();
  const states = new Set<string>();
  const shownStates = new Set<string>();
  const known = new Map<string, Known>();
  const caused = new Map<string, string>();
  const started = new Map<string, { readonly id: string; readonly fact: string }>();
  const walks = new Map(walksOf(claim).map((walk) => [walk.entity, walk]));
  const parcels = kept.find(({ lifecycle }) => lifecycle.entity === PARCEL);
  // whatever is done may change anything, until it is looked at again
  let lastAct = 0;

  const mark = (entity: string, state: string, on: string, is: Outcome, seq: number) => {
    const cell = cellOf(entity, state, on);
    const former = marks.get(cell);
    if (former !== undefined && STRENGTH.indexOf(former.outcome) > STRENGTH.indexOf(is)) return;
    const at = former?.outcome === is ? former.at : [];
    if (at.length < AT_MOST) at.push(seq);
    marks.set(cell, { outcome: is, at });
  };

  const commanded = (
    lifecycle: LifecycleEntry,
    before: Known,
    exchange: Exchange,
    isAddressed: boolean,
  ): void => {
    const on = String(exchange.operation);
    const isFresh = before.seq >= lastAct;
    const rows = rowsFrom(lifecycle, before.state, on);
    const code = codeOfAnswer(exchange);
    const guards: readonly string[] = rows.flatMap(({ guard }) => guard?.problem ?? []);
    // a repetition is answered by what there is already
    if (headerOf(exchange.response?.headers, 'Idempotency-Replayed') === 'true') return;
    if (rows.length === 0 && !isAddressed) return;
    // where no read shows it, there is nothing that could be commanded
    const isRefusal = (said: unknown, state: string): boolean =>
      said === 'STATE_ILLEGAL' ||
      (said === 'NOT_FOUND' && walks.get(lifecycle.entity)?.states[state]?.isHidden === true);
    const say = (is: Outcome) => mark(lifecycle.entity, before.state, on, is, exchange.seq);
    if (isAccepted(exchange)) {
      if (rows.length > 0) say('ACCEPTED');
      else if (isFresh) say('VIOLATED');
    } else if (rows.length === 0 ? isRefusal(code, before.state) : guards.includes(String(code)))
      say('REFUSED');
    else if (code === 'STATE_ILLEGAL' && isFresh) say('VIOLATED');
  };

  const looked = (
    { resource: { lifecycle }, id, state }: Shown,
    { seq, probe }: Exchange,
    commandedTo: readonly string[],
  ): void => {
    const { entity } = lifecycle;
    const key = `${entity} ${id}`;
    const { state: before, commandedTo: since } = known.get(key) ?? {
      state: NOTHING,
      commandedTo,
    };
    const walked = walkedFact(lifecycle, probe);
    if (
      walked !== undefined &&
      state !== walked.state &&
      ledByFact(lifecycle, walked.state, walked.fact).has(state)
    )
      mark(entity, walked.state, walked.fact, 'ACCEPTED', seq);
    const fact = caused.get(id);
    if (fact !== undefined && rowsFrom(lifecycle, before, fact).length > 0) {
      mark(entity, before, fact, 'ACCEPTED', seq);
      caused.delete(id);
    } else if (before !== state)
      for (const [from, between] of factsBetween(lifecycle, [before, ...since], state)) {
        states.add(`${entity} ${from}`);
        mark(entity, from, between, 'ACCEPTED', seq);
      }
    states.add(`${entity} ${state}`);
    shownStates.add(`${entity} ${state}`);
    known.set(key, { state, seq, commandedTo: [] });
  };

  const tellsByCall = (exchange: Exchange): void => {
    const told = TOLD_BY_CALL[String(exchange.operation)];
    const resource = kept.find(({ lifecycle }) => lifecycle.entity === told?.entity);
    if (told === undefined || resource === undefined || !isAccepted(exchange)) return;
    const { lifecycle, id } = resource;
    const key = `${lifecycle.entity} ${requestOf(exchange)?.[id]}`;
    const row = lifecycle.transitions.find(({ on }) => on === told.fact);
    // what was shown before it was told of is in a state of which this says nothing
    if (row === undefined || row.to === 'SAME' || known.has(key)) return;
    for (const from of row.from) {
      mark(lifecycle.entity, from, told.fact, 'ACCEPTED', exchange.seq);
      states.add(`${lifecycle.entity} ${from}`);
    }
    states.add(`${lifecycle.entity} ${row.to}`);
    known.set(key, { state: row.to, seq: exchange.seq, commandedTo: [] });
  };

  for (const exchange of exchangesOf(transcript)) {
    const { seq } = exchange;
    if (exchange.to !== 'sut') {
      const { fromStatus, toStatus, ...data } = requestOf(exchange)?.data ?? {};
      for (const { lifecycle, id } of kept)
        if (id in data && isStateOf(lifecycle, fromStatus) && isStateOf(lifecycle, toStatus)) {
          const between = factBetween(lifecycle, fromStatus, toStatus);
          if (between !== undefined) mark(lifecycle.entity, fromStatus, between, 'ACCEPTED', seq);
          states.add(`${lifecycle.entity} ${fromStatus}`).add(`${lifecycle.entity} ${toStatus}`);
        }
      tellsByCall(exchange);
      continue;
    }
    const operation = knownOperation(exchange.operation);
    const isAct = operation !== undefined && operation.method !== 'GET';
    const commandedTo = new Map<string, readonly string[]>();
    for (const { lifecycle, id: member } of kept) {
      // a command may read, as that for a label does
      if (operation === undefined || !commandsOf(lifecycle).includes(operation)) continue;
      const id = addressed(claim, exchange, member);
      const before = id === undefined ? undefined : known.get(`${lifecycle.entity} ${id}`);
      if (isAccepted(exchange)) {
        const to = rowsFrom(lifecycle, before?.state ?? NOTHING, operation.operationId).flatMap(
          (row) => (row.to === 'SAME' ? [] : row.to),
        );
        if (before === undefined) commandedTo.set(lifecycle.entity, to);
        else before.commandedTo.push(...to);
      }
      if (before !== undefined)
        commanded(lifecycle, before, exchange, operation.path.includes(`{${member}}`));
      else if (isAccepted(exchange)) {
        const on = operation.operationId;
        if (rowsFrom(lifecycle, NOTHING, on).length > 0)
          mark(lifecycle.entity, NOTHING, on, 'ACCEPTED', seq);
      }
    }
    if (isAct || operation === undefined) lastAct = seq;
    for (const resource of kept) {
      const state = hiddenState(walks.get(resource.lifecycle.entity), resource, exchange);
      const id = state === undefined ? undefined : addressed(claim, exchange, resource.id);
      if (state !== undefined && id !== undefined) looked({ resource, id, state }, exchange, []);
    }
    if (!isAccepted(exchange)) continue;
    const { action, input } = requestOf(exchange) ?? {};
    if (action === 'CAUSE_FACT' && input?.resourceId !== undefined)
      started.set(String(answerOf(exchange)?.actionId), {
        id: String(input.resourceId),
        fact: String(input.fact),
      });
    const done = started.get(addressed(claim, exchange, 'actionId') ?? '');
    if (done !== undefined && answerOf(exchange)?.state === 'SUCCEEDED')
      caused.set(done.id, done.fact);
    for (const shown of shownBy(kept, exchange))
      looked(shown, exchange, commandedTo.get(shown.resource.lifecycle.entity) ?? []);
    if (exchange.operation === 'listParcelEvents')
      observed(
        answerOf(exchange)?.items,
        (state, on) => parcels !== undefined && rowsFrom(parcels.lifecycle, state, on).length > 0,
        (state, on, is) => {
          states.add(`${PARCEL} ${state}`);
          mark(PARCEL, state, on, is, seq);
        },
      );
  }
  return { marks, states, shownStates };
};

/** Judges what a system made of each observation of a parcel by the status that those before it give. */
const observed = (
  items: unknown,
  isNamed: (state: string, on: string) => boolean,
  mark: (state: string, on: string, outcome: Outcome) => void,
): void => {
  const scans = scansIn(items);
  // what a correction takes out stands in no row, and equal scans are one
  if (scans.some(({ correctsEventId }) => correctsEventId !== undefined)) return;
  const { anomalies } = foldOf(scans);
  for (const [index, scan] of scans.entries()) {
    const on = eventCodeEntry(scan.eventCode)?.after;
    const is = anomalies.get(scan.eventId);
    if (on === undefined || is === 'DUPLICATE' || is === 'CLOCK' || scan.leg === 'RETURN') continue;
    const { status, leg } = foldOf(scans.slice(0, index));
    // on the way back a scan moves nothing but what the table names
    const isBack = leg === 'RETURN' && (status !== 'RETURNING' || !isNamed(status, on));
    if (isBack || status === on) continue;
    const isKept = scan.anomaly === undefined || scan.anomaly === false;
    if (isKept === (is === undefined)) mark(status, on, isKept ? 'ACCEPTED' : 'REFUSED');
    else mark(status, on, 'VIOLATED');
  }
};

/** Whether a state is had by commands alone, from the first row on. */
const isByCommands = (lifecycle: LifecycleEntry, state: string): boolean => {
  const reached = new Set<string>([NOTHING]);
  for (const from of reached)
    for (const row of lifecycle.transitions)
      if (row.kind === 'command' && row.to !== 'SAME' && isFrom(row, from)) reached.add(row.to);
  return reached.has(state);
};

/** A cell before anything was seen of it. */
type Blank = Pick<TransitionCell, 'lifecycle' | 'state' | 'by' | 'kind'>;

/** The cells of a lifecycle: every command in every state that it can be given in, and every fact that the table names. */
const blanksOf = ({ lifecycle, id }: KeptResource, claim: Claim): readonly Blank[] => {
  const states = Object.keys(lifecycle.states);
  const commands = commandsOf(lifecycle)
    .filter(({ operationId }) => holds({ offers: operationId }, claim))
    .flatMap(({ operationId: by, path }) =>
      [
        ...(rowsFrom(lifecycle, NOTHING, by).length > 0 ? [NOTHING] : []),
        // who does not address one that there is means it only where the table says so
        ...states.filter(
          (state) => path.includes(`{${id}}`) || rowsFrom(lifecycle, state, by).length > 0,
        ),
      ].map((state) => ({ lifecycle: lifecycle.entity, state, by, kind: 'COMMAND' as const })),
    );
  const facts = lifecycle.transitions.flatMap(({ kind, on, from }) =>
    kind === 'command'
      ? []
      : (from.length === 0 ? [NOTHING] : from).map((state) => ({
          lifecycle: lifecycle.entity,
          state,
          by: on,
          kind: 'OBSERVATION' as const,
        })),
  );
  return [...commands, ...facts];
};

/** Why what happens in a state is seen by nobody: no answer shows anything while it is in it. */
const HIDDEN: Readonly<Record<string, string>> = {
  'waybill BOUND': 'LABEL_WITH_CREATION',
  'interruption-notice DRAFT': 'SEEN_FROM_ISSUE',
  'interruption-notice PRE_REPORTED': 'SEEN_FROM_ISSUE',
};

/** Whether it takes a test command that the system does not have. */
const isBeyondControl = (walk: Walk | undefined, { kind, by }: Blank, claim: Claim): boolean => {
  const needs = kind === 'OBSERVATION' ? walk?.facts?.[by]?.needs : undefined;
  return needs !== undefined && !claim.commands.includes(needs);
};

/** Status by command and fact: what a run showed of every lifecycle that the system has, and what it did not and why. */
export const transitionsOf = (transcript: Transcript, claim: Claim): readonly TransitionCell[] => {
  const kept = keptBy(claim);
  const { marks, states, shownStates } = marksOf(transcript, claim, kept);
  const walks = new Map(walksOf(claim).map((walk) => [walk.entity, walk]));
  const reasonOf = (resource: KeptResource, blank: Blank): string => {
    const { lifecycle, state } = blank;
    const name = `${lifecycle} ${state}`;
    const never = neverReason(claim.role, blank);
    if (never !== undefined) return never;
    if (isBeyondControl(walks.get(lifecycle), blank, claim)) return 'NO_FACILITY';
    if (state !== NOTHING && !states.has(name))
      return claim.commands.length === 0 && !isByCommands(resource.lifecycle, state)
        ? 'NO_FACILITY'
        : 'STATE_NOT_REACHED';
    return state === NOTHING || shownStates.has(name) || lifecycle === PARCEL
      ? 'NO_TRAFFIC'
      : (HIDDEN[name] ?? 'NOT_OBSERVABLE');
  };
  const cells = new Map<string, TransitionCell>();
  for (const resource of kept)
    for (const blank of blanksOf(resource, claim)) {
      const { lifecycle, state, by } = blank;
      const name = cellOf(lifecycle, state, by);
      const mark = marks.get(name);
      cells.set(
        name,
        mark === undefined
          ? { ...blank, is: 'NOT_REACHED', reason: reasonOf(resource, blank), at: [] }
          : { ...blank, is: mark.outcome, at: mark.at },
      );
    }
  // what the table does not name and was met nonetheless: an observation of a parcel, kept as an anomaly
  for (const [name, { outcome, at }] of marks) {
    const [lifecycle = '', state = '', by = ''] = name.split(' ');
    if (lifecycle === PARCEL && !cells.has(name))
      cells.set(name, { lifecycle, state, by, kind: 'OBSERVATION', is: outcome, at });
  }
  return [...cells.values()];
};
