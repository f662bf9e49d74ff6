import type { SignedRequest } from '@openwaybill/privacy/signed-messages';
import {
  answerIsSigned,
  nameOf,
  type OperationEntry,
  type Registry,
  SPOKEN_VERSION,
  takesDelivery,
} from '@openwaybill/schemas';
import type { Issue } from '@openwaybill/validate';
import { behaviourOf } from '../behaviours/behaviour-of.ts';
import { type Control, controlOf } from '../control/control.ts';
import { CONTROL_PATH, controlInterface } from '../control/router.ts';
import {
  ConnectionLost,
  type Course,
  disturbCall,
  UNDISTURBED,
} from '../disturbances/disturb-call.ts';
import { createDisturbances } from '../disturbances/disturbances.ts';
import { keptUntil } from '../erasures/retention.ts';
import { createAttempts } from '../events/attempt.ts';
import { emitInto } from '../events/outbox.ts';
import { verifyEvent } from '../events/receive.ts';
import { createSignTimes } from '../events/sign-time.ts';
import { createSinks } from '../events/sinks.ts';
import { createKeyRing } from '../identity/key-ring.ts';
import { derive, developmentToken } from '../identity/keys.ts';
import { createKnownKeys } from '../identity/known-keys.ts';
import { rotationOf } from '../identity/rotation.ts';
import { seenOnce } from '../identity/seen-once.ts';
import { signatureGate, signedAnswer } from '../identity/signed-messages.ts';
import { authenticator } from '../identity/tokens.ts';
import { emitLaterBeside } from '../later/later-event.ts';
import { madeUpLater } from '../later/made-up.ts';
import { createLaterMet } from '../later/met.ts';
import { laterOfRelease } from '../later/of-release.ts';
import { hooksOf, modules } from '../modules/index.ts';
import { seedAssessment } from '../notices/seed-assessment.ts';
import { collectionsOf } from '../resources/collection.ts';
import { marked } from '../shores/on-the-way.ts';
import { sealedStore } from '../store/sealed-store.ts';
import { after, type Soon } from '../store/soon.ts';
import { StoreLost } from '../store/store.ts';
import { Unit } from '../store/unit.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { asksForMagic, magicMiss, materialise } from '../waybills/magic.ts';
import { agreedOutgoing } from './agreed-outgoing.ts';
import { demandAgreement, effectiveAgreementIds } from './agreement.ts';
import { commonHeaders, problemAnswer, toReply, toResponse, withDerivedHeaders } from './answer.ts';
import { ANYBODY, type Answer, type Behaviour, type Call } from './call.ts';
import { servedOperations } from './capabilities.ts';
import { clockOf, instantAt, instantOf, virtualNow } from './clock.ts';
import { appendToLog, entriesIn, type LogEntry, outcomeOf } from './command-log.ts';
import { createDue, schedule, unschedule } from './due.ts';
import { GATED, KEPT_A_DAY, REPLAYS } from './gated.ts';
import { createHappenings } from './happenings.ts';
import { digestOf, keep, OUTCOME_RETENTION, replayOf } from './idempotency.ts';
import { demandService } from './interruption.ts';
import { uuid7 } from './invent.ts';
import {
  demandMediaTypes,
  isHeadTooLarge,
  judgeBody,
  readBytes,
  readConditions,
  readJson,
  readVersion,
} from './judgement.ts';
import { createLanes } from './lanes.ts';
import { createLock } from './lock.ts';
import {
  type Counterparty,
  type Exchange,
  isControlled,
  type MockOptions,
  type RawRequest,
} from './options.ts';
import { type Outgoing, outgoingTo } from './outgoing.ts';
import { readParameters } from './parameters.ts';
import { performAs } from './perform-as.ts';
import { projectedAnswer } from './projection.ts';
import { createReads } from './reads.ts';
import { Refusal } from './refusal.ts';
import { refusalOf } from './refusal-of.ts';
import { remembered } from './remembered.ts';
import { type KeptReply, Reply, responseOf, type Served } from './reply.ts';
import { createRepresentations } from './representations.ts';
import { type RequestTarget, targetIn } from './request-target.ts';
import { type Router, routerOf } from './route.ts';
import { seedAgreements } from './seed.ts';
import { countStart, randomOfStart } from './starts.ts';
import type { System } from './system.ts';
import { TOKEN_PATH, tokenEndpoint } from './token-endpoint.ts';
import { createWalkGuard } from './walking.ts';

/** What is found out of a request on the way to its answer, for whoever is told of exchanges. */
type Seen = {
  bytes?: Uint8Array;
  operation?: OperationEntry;
  caller?: Counterparty | undefined;
  at?: string;
  /** After how many writes it was read, where nothing but those could change the answer. */
  writes?: number;
};

export interface Mock {
  /** The whole interface of the role that it plays, as one function. */
  fetch(request: Request): Promise<Response>;
  /**
   * The same for a port, which has seen to the size of the head and writes what it is given. The request as it came
   * spares whoever keeps its headers a copy, and a read that was answered before all that made the answer.
   */
  serve(request: Request, raw?: RawRequest): Promise<Served>;
  /** Resolves when all work that goes on after answers is done: deliveries, actions. */
  settled(): Promise<void>;
  /** Runs what real time has made due, where the clock is not frozen. */
  tick(): Promise<void>;
  readonly system: System;
  /** What the control interface does, as functions. */
  readonly control: Control;
  /** A bearer token of each counterparty for a first `curl`, by party. */
  readonly developmentTokens: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** The registry with what this mock really serves in its role. */
const playedRegistry = (options: MockOptions): Registry => ({
  ...options.registry,
  operations: servedOperations(options),
});

/** One party of the exchange, played by the rules of the standard: `Request` in, `Response` out. */
export const createMock = async (given: MockOptions): Promise<Mock> => {
  const vaultKey = await derive(given.seed, `vault:${given.partyId}`);
  const store = sealedStore(given.recorder?.watch(given.store) ?? given.store, vaultKey);
  const knownKeys = await createKnownKeys(given.counterparties, store);
  const options: MockOptions = { ...given, store, counterparties: knownKeys.parties };
  const happenings = createHappenings();
  // other processes write, a signature is of one request, and of a later minor it is noted who has met what
  const reads =
    store.isShared || options.signedMessages !== undefined || options.isLater === true
      ? undefined
      : createReads();
  const lock = createLock();
  /** Work that nothing comes between; what it wrote is stored when this resolves, and watchers are told what of it stands in the log. */
  const alone = async <T>(work: (unit: Unit) => Soon<T>): Promise<T> => {
    const { result, entries } = await lock(() =>
      store.alone(async (rows) => {
        const unit = new Unit(rows, given.recorder !== undefined);
        const result = await work(unit);
        const entries = entriesIn(unit);
        if (!unit.isUntouched) reads?.forget();
        await unit.commit();
        return { result, entries };
      }),
    );
    for (const entry of entries) happenings.tell({ kind: 'command', tenant: entry.tenant, entry });
    return result;
  };
  const start = await alone((unit) => countStart(unit, options.worldStart));
  const random = options.random ?? randomOfStart(start, options.seed);
  const keys = await createKeyRing(options.seed, options.partyId, await alone(rotationOf));
  // an organisation may have several clients, one for each facet: the first one stands for it
  const byParty = new Map(options.counterparties.toReversed().map((one) => [one.partyId, one]));
  const byClientId = new Map(options.counterparties.map((one) => [one.clientId, one]));
  const developmentTokens = new Map<string, string>();
  for (const { partyId } of options.counterparties) {
    const token = await developmentToken(options.seed, options.partyId, partyId);
    developmentTokens.set(partyId, token);
  }
  const byDevelopmentToken = new Map(
    [...developmentTokens].map(([partyId, token]) => [token, byParty.get(partyId) as Counterparty]),
  );
  const route: Router = routerOf(playedRegistry(options), options.role);
  const authenticate = authenticator(keys, options, byClientId, byDevelopmentToken);
  const later =
    options.release === undefined
      ? madeUpLater(options.seed)
      : laterOfRelease(options.registry, options.release);
  const common = commonHeaders(options, options.isLater === true ? later.version : SPOKEN_VERSION);
  const textOf = createRepresentations();
  const lifecycles = new Map(options.registry.lifecycles.map((one) => [one.entity, one]));
  const outgoing = new Map<string, Outgoing>();
  const isNew = seenOnce(alone, options.wallClock);
  const answerToken = tokenEndpoint(
    keys,
    options,
    byClientId,
    isNew,
    (partyId) => alone((unit) => effectiveAgreementIds(unit, partyId)),
    () => uuid7(random, options.wallClock()),
  );
  const profile = options.signedMessages;
  const demandSignature = profile && signatureGate(profile, options, isNew);
  const inFlight = new Set<string>();
  const pending = new Set<Promise<void>>();
  /** Organisations for whom something may be ready to leave. */
  const told = new Set<string>();

  const now = (unit: Unit, tenant: string): Promise<number> => virtualNow(unit, tenant, options);
  const lanes = createLanes(store.isShared ? `process-${start}` : undefined, options.wallClock);
  const hasLog = isControlled(options);

  const timeline = createTimeline(happenings);
  const system: System = {
    options,
    random,
    timeline,
    later,
    laterMet: createLaterMet(),
    disturbances: createDisturbances(options, timeline),
    attempts: createAttempts(),
    sinks: createSinks(options.wait),
    signTimes: createSignTimes(options),
    keys,
    knownKeys,
    happenings,
    lifecycle: (entity) => {
      const found = lifecycles.get(entity);
      if (found === undefined) throw new Error(`the registry has no lifecycle ${entity}`);
      return found;
    },
    collections: collectionsOf(options.registry, hooksOf),
    counterparty: (partyId) => byParty.get(partyId),
    emit: (unit, at, draft) => {
      told.add(draft.to);
      const emitted = emitInto(system, unit, at, draft);
      return options.isLater === true
        ? after(emitted, () => emitLaterBeside(system, unit, at, draft.to))
        : emitted;
    },
    schedule,
    unschedule,
    outgoing: (to) => {
      const address = `${to.partyId} ${to.baseUrl ?? ''}`;
      const known = outgoing.get(address);
      if (known !== undefined) return known;
      const made = agreedOutgoing(to, options, outgoingTo(to, keys, options, random));
      outgoing.set(address, made);
      return made;
    },
    transact: (tenant, work) =>
      alone(async (unit) => work(unit, instantOf(await now(unit, tenant)))),
    command: (tenant, operation, work) =>
      system.transact(tenant, async (unit, at) => {
        const result = await work(unit, at);
        await append(unit, at, tenant, { operation });
        return result;
      }),
    perform: async (unit, at, tenant, operationId, { path = {}, body }) => {
      const operation = options.registry.operations.find((one) => one.operationId === operationId);
      if (operation === undefined) throw new Error(`the registry has no operation ${operationId}`);
      const behaviour = performed(operation);
      const caller = byParty.get(tenant);
      const answer = await performAs({
        system,
        operation,
        behaviour,
        caller,
        path,
        body,
        unit,
        now: at,
      });
      await append(unit, at, tenant, { operation: operation.name, outcome: outcomeOf(answer) });
      return answer;
    },
    background: (work) => {
      const running = work()
        .catch((error: unknown) => {
          // what was due is due still
          if (!(error instanceof StoreLost)) options.onDefect(error);
        })
        .finally(() => pending.delete(running));
      pending.add(running);
    },
    advance: (tenant, to, isEnough) => due.advance(tenant, to, isEnough),
    keepLane: async (tenant) => {
      if (store.isShared) await alone(async (unit) => lanes.hold(unit, tenant));
    },
  };

  /** Adds to the log of a tenant, where this mock keeps one; told once the unit is committed. */
  const append = async (
    unit: Unit,
    at: string,
    tenant: string,
    said: Parameters<typeof appendToLog>[3],
  ): Promise<LogEntry | undefined> =>
    hasLog && tenant !== ANYBODY ? appendToLog(unit, at, tenant, said) : undefined;

  const due = createDue({ system, lanes, told, alone, append });

  /** Keeps an answer under its key, and what of it is kept for a day alone for no longer. */
  const bind = (
    unit: Unit,
    kept: string,
    { operation, caller }: Pick<Call, 'operation' | 'caller'>,
    at: string,
    digest: string,
    answer: Answer,
  ): void => {
    const tenant = caller?.partyId ?? ANYBODY;
    const place = { id: kept, owner: tenant, parent: operation.name };
    const isKept = keep(unit, place, at, digest, answer);
    if (isKept && KEPT_A_DAY.includes(operation.name))
      system.schedule(unit, {
        tenant,
        kind: OUTCOME_RETENTION,
        ref: kept,
        dueAt: keptUntil(at, 'day'),
      });
  };

  /** Steps 8 to 15 of judgement and the command itself, alone with the store. */
  const perform = async (
    draft: Omit<Call, 'unit' | 'now' | 'warnings' | 'body'>,
    body: unknown,
    isNewerMinor: boolean,
    instead: Refusal | undefined,
    seen: Seen,
  ): Promise<Answer> => {
    const { operation, caller } = draft;
    const tenant = caller?.partyId ?? ANYBODY;
    const kept =
      draft.idempotencyKey === undefined || caller === undefined
        ? undefined
        : `${tenant}/${operation.name}/${draft.idempotencyKey}`;
    const isLogged = hasLog && caller !== undefined && operation.method !== 'GET';
    if (kept !== undefined && inFlight.has(kept)) throw new Refusal('REQUEST_IN_PROGRESS');
    if (kept !== undefined) inFlight.add(kept);
    try {
      const digest =
        kept === undefined && !isLogged ? '' : await digestOf(options, addressed(draft));
      /** Writes the command into the log; the answer tells its place there. */
      const log = async (unit: Unit, at: string, answer: Answer): Promise<Answer> => {
        const entry = isLogged
          ? await append(unit, at, tenant, {
              operation: operation.name,
              requestDigest: digest,
              outcome: outcomeOf(answer),
            })
          : undefined;
        return entry === undefined
          ? answer
          : { ...answer, headers: { ...answer.headers, 'Mock-Seq': String(entry.seq) } };
      };
      /** Whether something may be due now: time goes on by itself, or something was written. */
      let mayBeDue = false;
      const decided = async (unit: Unit): Promise<Answer | Refusal> => {
        const clock = await clockOf(unit, tenant, options);
        const at = instantOf(instantAt(clock, options));
        seen.at = at;
        mayBeDue = clock.mode === 'REAL';
        if (caller !== undefined && operation.token !== 'none') {
          const isGated = GATED.includes(operation.name);
          if (!isGated && !operation.calledBy.includes(caller.role))
            throw new Refusal('ROLE_NOT_PERMITTED');
          await demandService(unit, tenant, operation, at);
          if (!isGated) await demandAgreement(unit, caller, operation);
        }
        const replayed = kept === undefined ? undefined : await replayOf(unit, kept, digest);
        const replay = replayed && REPLAYS[operation.name];
        if (replayed !== undefined && replay === undefined)
          return log(unit, at, await projected(unit, draft, replayed));
        if (asksForMagic(draft))
          await materialise(system, unit, at, tenant, draft.path.waybillNo ?? '');
        try {
          if (instead !== undefined && replayed === undefined) throw instead;
          const judged =
            operation.request === undefined
              ? { body: undefined, warnings: [] }
              : judgeBody(operation, nameOf(operation.request), body, options, isNewerMinor);
          const warnings: Issue[] = [...judged.warnings];
          const call: Call = { ...draft, body: judged.body, unit, now: at, warnings };
          const made = withDerivedHeaders(
            options.registry,
            operation,
            withWarnings(
              replayed !== undefined && replay !== undefined
                ? await replay(call, replayed)
                : await performed(operation)(call),
              warnings,
            ),
          );
          const answer = await projected(unit, draft, made);
          if (kept !== undefined && replayed === undefined && answer.after === undefined)
            bind(unit, kept, draft, at, digest, answer);
          return await log(unit, at, answer);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          // what the command wrote is gone; that it was refused stays
          unit.discard();
          const refused = problemAnswer(error, random, Date.parse(at));
          const isBound = kept !== undefined && replayed === undefined;
          if (isBound) bind(unit, kept, draft, at, digest, refused);
          const answer = await log(unit, at, refused);
          return isBound ? answer : error;
        }
      };
      const first = await alone(async (unit) => {
        const writes = reads?.writes;
        const answer = await decided(unit);
        const isStill = !mayBeDue && unit.isUntouched;
        if (isStill && writes !== undefined) seen.writes = writes;
        mayBeDue ||= !unit.isUntouched;
        return answer;
      });
      if (first instanceof Refusal) throw first;
      if (mayBeDue || told.size > 0)
        system.background(async () => {
          await due.run(tenant);
          await due.runTold(tenant);
        });
      if (first.after === undefined) return first;
      const made = withDerivedHeaders(options.registry, operation, await first.after());
      const shown = await system.transact(tenant, (unit) => projected(unit, draft, made));
      const position = first.headers?.['Mock-Seq'];
      const last =
        position === undefined
          ? shown
          : { ...shown, headers: { ...shown.headers, 'Mock-Seq': position } };
      if (kept !== undefined)
        await system.transact(tenant, async (unit, at) =>
          bind(unit, kept, draft, at, digest, last),
        );
      return last;
    } finally {
      if (kept !== undefined) inFlight.delete(kept);
    }
  };

  const projected = (
    unit: Unit,
    { caller, operation }: Pick<Call, 'caller' | 'operation'>,
    answer: Answer,
  ): Promise<Answer> => projectedAnswer(options.registry, unit, caller, operation, answer);

  const behaviours = new Map<OperationEntry, Behaviour>();
  const performed = (operation: OperationEntry): Behaviour =>
    remembered(behaviours, operation, () => {
      const behaviour = behaviourOf(operation);
      if (behaviour === undefined) throw new Error(`${operation.name} has no behaviour`);
      return behaviour;
    });

  /** The answer to what was thrown. */
  const refused = (error: unknown, at: number): Answer =>
    problemAnswer(refusalOf(error, options), random, at);

  const walked = createWalkGuard(options.wallClock);

  /** Steps 1 to 7 of judgement, which need no store. */
  const judgeRequest = async (
    request: Request,
    url: RequestTarget,
    tellSigned: (asked: SignedRequest) => void,
    tellCourse: (course: Course) => void,
    seen: Seen,
  ): Promise<Answer> => {
    const bytes = await readBytes(request);
    seen.bytes = bytes;
    const { operation, path } = route(request.method, url.pathname);
    seen.operation = operation;
    const caller =
      operation.name === 'receive-event'
        ? await verifyEvent(system, bytes, request.headers)
        : operation.token === 'none'
          ? undefined
          : await authenticate(request.headers.get('Authorization'));
    seen.caller = caller;
    if (caller === undefined && operation.token === undefined) throw new Refusal('UNAUTHENTICATED');
    if (caller !== undefined && hasLog) system.signTimes.heed(caller.partyId, request.headers);
    if (demandSignature !== undefined && caller !== undefined && !takesDelivery(operation)) {
      const asked = await demandSignature(request, bytes, caller);
      if (answerIsSigned(options.registry.schemas, operation)) tellSigned(asked);
    }
    const version = readVersion(request.headers.get('OpenWaybill-Version'));
    demandMediaTypes(operation, request.headers, bytes.length > 0);
    const body = readJson(operation, bytes, options.registry);
    const query = readParameters(options.registry.schemas, operation, path, url.query);
    const { headers } = request;
    const conditions = readConditions(operation, headers);
    const course = await disturbCall(system, { operation, caller, path, body, headers, url });
    tellCourse(course);
    try {
      return await perform(
        { system, operation, caller, path, query, ...conditions, bytes, headers },
        body,
        version.isNewer,
        course.refusal,
        seen,
      );
    } catch (error) {
      const { waybillNo } = path;
      const isMiss = error instanceof Refusal && error.code === 'NOT_FOUND';
      if (!isMiss || waybillNo === undefined) throw error;
      const miss = options.isMagic === true ? magicMiss(waybillNo) : undefined;
      throw walked(caller?.partyId ?? ANYBODY, waybillNo) ?? miss ?? error;
    }
  };

  await system.transact(ANYBODY, async (unit, at) => {
    await seedAgreements(system, unit, at);
    await seedAssessment(system, unit, at);
    for (const { seed } of Object.values(modules)) await seed?.(system, unit, at);
  });

  const control = controlInterface(system, authenticate, common);

  /** Which keys hold is kept at hand; where other processes work on the store, they may have changed it. */
  const learnOfOthers = (): Promise<void> =>
    alone(async (unit) => {
      await knownKeys.reread(unit);
      await keys.turn(await rotationOf(unit));
    });

  /** The answer to the same read as before, where nothing was written since. */
  const readBefore = async (raw: RawRequest): Promise<KeptReply | undefined> => {
    if (reads === undefined || raw.method !== 'GET') return undefined;
    const wallAt = options.wallClock();
    const read = reads.find(raw);
    if (read === undefined || !(await isKnown(read.authorization))) return undefined;
    // others went on meanwhile
    if (read.writes !== reads.writes || !system.disturbances.areNone) return undefined;
    const milliseconds = options.wallClock() - wallAt;
    const headers = raw.rawHeaders;
    options.recorder?.tell({ ...read.exchange, headers, wallAt, milliseconds });
    return read.reply;
  };

  const isKnown = async (authorization: string | null): Promise<boolean> => {
    try {
      return (await authenticate(authorization)) !== undefined;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  };

  /** Answers a request whose head is known to be no longer than it may be, or is refused for it. */
  const answerTo = async (
    request: Request,
    isTooLarge: boolean,
    raw?: RawRequest,
  ): Promise<Served> => {
    const read = raw && (await readBefore(raw));
    if (read !== undefined) return read;
    const url = targetIn(request.url);
    const isHead = request.method === 'HEAD';
    if (url.pathname === TOKEN_PATH)
      return answerToken(request).catch((error: unknown) =>
        toResponse(refused(error, options.wallClock()), common, isHead),
      );
    if (isControlled(options) && url.pathname.startsWith(CONTROL_PATH)) return control(request);
    let asked: SignedRequest | undefined;
    let course = UNDISTURBED;
    const seen: Seen = {};
    const wallAt = options.wallClock();
    const exchangeOf = (answer: Answer): Exchange => ({
      tenant: seen.caller?.partyId ?? ANYBODY,
      ...(seen.operation === undefined ? {} : { operation: seen.operation }),
      method: request.method,
      url: request.url,
      headers: raw?.rawHeaders ?? [...request.headers].flat(),
      bytes: seen.bytes ?? NOTHING_SENT,
      answer,
      answerHeaders: { ...common, ...answer.headers },
      ...(seen.at === undefined ? {} : { at: seen.at }),
      wallAt,
      milliseconds: options.wallClock() - wallAt,
    });
    const tell = (answer: Answer): void => options.recorder?.tell(exchangeOf(answer));
    /** What the caller sees of an answer that is lost; what was done stands in the record of it. */
    const lost = (answer: Answer): Response => {
      tell({ ...answer, status: 0 });
      return Response.error();
    };
    const leaving = async (given: Answer): Promise<Served> => {
      const { answer, isLost, onTheWay: mark } = await course.leave(given);
      if (isLost) return lost(answer);
      const exchange = exchangeOf(answer);
      options.recorder?.tell(exchange);
      const reply = toReply(answer, common, isHead, { textOf, mark });
      const { writes, caller } = seen;
      const isStill = writes !== undefined && caller !== undefined && mark === undefined;
      if (isStill && raw?.method === 'GET' && answer.status === 200) {
        const authorization = request.headers.get('Authorization');
        reads?.keep(raw, { reply, exchange, writes, authorization });
      }
      return reply;
    };
    const answered = async (): Promise<Served> => {
      try {
        if (isTooLarge) throw new Refusal('BODY_TOO_LARGE');
        const judged = await judgeRequest(
          request,
          url,
          (signed) => {
            asked = signed;
          },
          (met) => {
            course = met;
          },
          seen,
        );
        return await leaving(judged);
      } catch (error) {
        if (error instanceof ConnectionLost) return lost({ status: 0 });
        return leaving(refused(error, options.wallClock()));
      }
    };
    const served = await answered();
    // what was not signed for has nothing to be bound to, and what is lost is not signed
    if (asked === undefined || profile === undefined || !(served instanceof Reply)) return served;
    const response = served.response();
    const signed = await signedAnswer(profile, response, asked, keys.current, options.wallClock());
    return marked(signed, served.mark);
  };

  return {
    system,
    control: controlOf(system),
    developmentTokens,
    serve: (request, raw) => answerTo(request, false, raw),
    fetch: async (request) => responseOf(await answerTo(request, isHeadTooLarge(request))),
    settled: async () => {
      while (pending.size > 0) await Promise.all([...pending]);
    },
    tick: async () => {
      try {
        if (store.isShared) await learnOfOthers();
        for (const partyId of byParty.keys()) await due.goOn(partyId);
      } catch (error) {
        // the next tick finds it again, or finds that it is still gone
        if (!(error instanceof StoreLost)) throw error;
      }
    },
    close: async () => {
      while (pending.size > 0) await Promise.all([...pending]);
      await options.store.close();
    },
  };
};

const NOTHING_SENT = new Uint8Array();

/** What a key is bound to: the path beside the body, since one key must not serve two resources. */
const addressed = ({ path, bytes }: Pick<Call, 'path' | 'bytes'>): Uint8Array<ArrayBuffer> => {
  const head = encoder.encode(JSON.stringify(path));
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  return whole;
};

const encoder = new TextEncoder();

const withWarnings = (answer: Answer, warnings: readonly Issue[]): Answer =>
  warnings.length === 0 || answer.status >= 300 || typeof answer.body !== 'object'
    ? answer
    : { ...answer, headers: { ...answer.headers, 'Mock-Warnings': String(warnings.length) } };
