import {
  type OperationEntry,
  type Problem,
  type Role,
  registry,
  SERVING_ROLES,
  SPOKEN_VERSION,
  takesIdempotencyKey,
} from '@openwaybill/schemas';
import { DAY, millisecondsOf } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import type { Random } from '../engine/options.ts';
import type { City, Story, StoryStep, Wanted } from './story.ts';
import { filled, type Kept, lackOf, OffScript, valueAt } from './template.ts';

export type Played = {
  readonly module: string;
  readonly steps: number;
  /** Calls that were answered as the story wants it, refusals among them. */
  readonly calls: number;
  readonly refusals: number;
  readonly facts: number;
  readonly events: number;
};

type Answer = {
  readonly status: number;
  readonly body: unknown;
};

const SERVES: ReadonlySet<Role> = new Set(SERVING_ROLES);
/** The way of a parcel to the door, for a story that begins after it. */
const TO_THE_DOOR = [
  'PICKED_UP',
  'DEPARTED_ORIGIN',
  'ARRIVED_DELIVERY_BRANCH',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
];

const operationOf = (operationId: string): OperationEntry => {
  const found = registry.operations.find((one) => one.operationId === operationId);
  if (found === undefined) throw new OffScript(`the standard has no operation ${operationId}`);
  return found;
};

/** The roles that a story needs. */
export const castOf = (story: Story): readonly Role[] => [
  ...new Set(
    story.steps.flatMap((step): readonly Role[] =>
      'by' in step ? [step.by, step.at] : 'prepare' in step ? ['platform', 'courier'] : [],
    ),
  ),
];

const createStage = (city: City, random: Random, kept: Kept) => {
  let keys = 0;
  const uuid = (): string => {
    keys += 1;
    return uuid7(random, keys);
  };

  const call = async (
    by: Role,
    at: Role,
    operationId: string,
    given: {
      readonly path?: Readonly<Record<string, string>>;
      readonly query?: Readonly<Record<string, string>>;
      readonly body?: unknown;
      readonly ifMatch?: unknown;
    } = {},
  ): Promise<Answer> => {
    const operation = operationOf(operationId);
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(given.path?.[name] ?? ''),
    );
    const query = new URLSearchParams(given.query ?? {}).toString();
    const response = await city.call(
      by,
      new Request(`${city.addressOf(at)}${path}${query === '' ? '' : `?${query}`}`, {
        method: operation.method,
        headers: {
          'OpenWaybill-Version': SPOKEN_VERSION,
          ...(takesIdempotencyKey(operation) ? { 'Idempotency-Key': uuid() } : {}),
          ...(given.ifMatch === undefined ? {} : { 'If-Match': `"${given.ifMatch}"` }),
          ...(given.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
      }),
      at,
    );
    const text = await response.text();
    await city.settled();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };

  const demand = ({ status, body }: Answer, wanted: Wanted, what: string): void => {
    const problem = body as Problem | undefined;
    const [first] = problem?.errors ?? [];
    const seen = [status, problem?.code, first && `${first.pointer} ${first.rule}`].join(' ');
    if (wanted.status !== undefined && status !== wanted.status)
      throw new OffScript(`${what}: wanted ${wanted.status}, saw ${seen}`);
    if (wanted.problem !== undefined && problem?.code !== wanted.problem)
      throw new OffScript(`${what}: wanted ${wanted.problem}, saw ${seen}`);
    if (wanted.pointer !== undefined && first?.pointer !== wanted.pointer)
      throw new OffScript(`${what}: wanted a problem at ${wanted.pointer}, saw ${seen}`);
    const lack = wanted.body === undefined ? undefined : lackOf(wanted.body, body);
    if (lack !== undefined)
      throw new OffScript(
        `${what}: the answer is not as wanted at ${lack === '' ? 'its root' : lack}: ${JSON.stringify(valueAt(body, lack))}`,
      );
  };

  /** Makes a party act by its test control; what came of it. */
  const act = async (by: Role, at: Role, action: string, input: unknown): Promise<unknown> => {
    const what = `${at} is made to ${action}`;
    const started = await call(by, at, 'triggerTestAction', { body: { action, input } });
    demand(started, { status: 202 }, what);
    const { actionId } = started.body as { readonly actionId: string };
    const run = await call(by, at, 'getTestAction', { path: { actionId } });
    demand(run, { status: 200, body: { state: 'SUCCEEDED' } }, `${what} ${JSON.stringify(input)}`);
    return valueAt(run.body, '/result');
  };

  /** The clock that a party keeps for another. */
  const clockOf = async (by: Role, at: Role): Promise<number> => {
    const clock = await call(by, at, 'getTestClock');
    return Date.parse(String(valueAt(clock.body, '/now')));
  };

  /** Words of a template; the clock is asked only where one of them is about time. */
  const wordsOf = async (by: Role, at: Role, template: unknown) => {
    const isTimed = /\{\{(now|today)/.test(JSON.stringify(template ?? null));
    const now = isTimed ? await clockOf(by, at) : 0;
    return {
      kept,
      word: (text: string): string | undefined => {
        if (text === 'uuid') return uuid();
        const match = /^(now|today)(?:([+-])(P.+))?$/.exec(text);
        if (match === null) return undefined;
        const [, base, sign, duration] = match;
        const by = duration === undefined ? 0 : millisecondsOf(duration);
        const moment = now + (sign === '-' ? -by : by);
        return base === 'now'
          ? new Date(moment).toISOString()
          : new Date(moment + DAY / 3).toISOString().slice(0, 10);
      },
    };
  };

  const keep = (names: Readonly<Record<string, string>> | undefined, value: unknown): void => {
    for (const [name, pointer] of Object.entries(names ?? {})) {
      const found = valueAt(value, pointer);
      if (found === undefined) throw new OffScript(`there is no ${pointer} to keep as ${name}`);
      kept.set(name, found);
    }
  };

  /** The last event of a type that a party was told, with this payload. */
  const heard = async (by: Role, at: Role, type: string, data: unknown): Promise<unknown> => {
    let cursor: string | undefined;
    let found: unknown;
    for (;;) {
      const page = await call(by, at, 'replayEvents', {
        query: { eventType: type, limit: '200', ...(cursor === undefined ? {} : { cursor }) },
      });
      demand(page, { status: 200 }, `${by} looks for ${type} of ${at}`);
      const events = valueAt(page.body, '/events') as readonly { readonly data: unknown }[];
      found = events.findLast((event) => lackOf(data ?? {}, event.data) === undefined) ?? found;
      const next = valueAt(page.body, '/nextCursor');
      if (events.length < 200 || typeof next !== 'string') return found;
      cursor = next;
    }
  };

  return { act, call, demand, heard, keep, uuid, wordsOf };
};

type Stage = ReturnType<typeof createStage>;

const prepare = async (stage: Stage, what: 'waybill' | 'delivered', seed: string) => {
  const order = (await stage.act('courier', 'platform', 'SUBMIT_ORDER', {
    consigneeSeed: seed,
  })) as { readonly orderNo: string };
  const { orderNo } = order;
  const waybill = (await stage.act('courier', 'platform', 'CREATE_WAYBILL', { orderNo })) as {
    readonly waybillNo: string;
  };
  const prepared = { ...order, ...waybill };
  if (what === 'delivered')
    for (const eventCode of TO_THE_DOOR) {
      const clock = await stage.call('platform', 'courier', 'getTestClock');
      const scan = await stage.call('platform', 'courier', 'recordTestScan', {
        body: {
          carrierCode: 'ZZ',
          waybillNo: prepared.waybillNo,
          eventCode,
          occurredAt: valueAt(clock.body, '/now'),
        },
      });
      stage.demand(scan, { status: 201 }, `a scan ${eventCode}`);
    }
  return prepared;
};

/** Plays a story in a city and demands every step of it; throws `OffScript` where it goes another way. */
export const playStory = async (story: Story, city: City, random: Random): Promise<Played> => {
  const kept: Kept = new Map();
  const stage = createStage(city, random, kept);
  // the clocks of those who play no part here go on as well: the next story may be theirs
  const everybody = [...new Set([...city.roles, ...castOf(story)])];
  const count = { calls: 0, refusals: 0, facts: 0, events: 0 };

  const play = async (step: StoryStep, number: number): Promise<void> => {
    if ('advance' in step) {
      // a party that serves nothing has no clock of its own
      for (const at of everybody.filter((role) => SERVES.has(role)))
        for (const by of everybody)
          if (by !== at)
            stage.demand(
              await stage.call(by, at, 'advanceTestClock', { body: { by: step.advance } }),
              { status: 200 },
              'time passes',
            );
      return;
    }
    if ('prepare' in step) {
      stage.keep(step.keep, await prepare(stage, step.prepare, `${story.module}-${number}`));
      return;
    }
    const { by, at } = step;
    const words = await stage.wordsOf(by, at, step);
    if ('fact' in step) {
      const resourceId = step.id === undefined ? undefined : filled(step.id, words);
      const result = await stage.act(by, at, 'CAUSE_FACT', {
        collection: step.of,
        fact: step.fact,
        ...(resourceId === undefined ? {} : { resourceId }),
      });
      count.facts += 1;
      stage.keep(step.keep, result);
      return;
    }
    if ('hears' in step) {
      const event = await stage.heard(by, at, step.hears, filled(step.want?.data, words));
      if (event === undefined) throw new OffScript(`${by} has not heard ${step.hears} of ${at}`);
      count.events += 1;
      stage.keep(step.keep, event);
      return;
    }
    const given = filled(step.with ?? {}, words) as Parameters<Stage['call']>[3];
    const answer = await stage.call(by, at, step.does, given);
    stage.demand(answer, filled(step.want, words) as Wanted, `${by} calls ${step.does} of ${at}`);
    count.calls += 1;
    if (answer.status >= 400) count.refusals += 1;
    stage.keep(step.keep, answer.body);
  };

  for (const [index, step] of story.steps.entries()) {
    try {
      await play(step, index + 1);
    } catch (error) {
      if (error instanceof OffScript)
        throw new OffScript(`${story.module}, step ${index + 1}: ${error.message}`);
      throw error;
    }
  }
  return { module: story.module, steps: story.steps.length, ...count };
};

/** Every party of a city takes all events that every other may send it. */
export const acquaint = async (city: City, random: Random): Promise<void> => {
  const stage = createStage(city, random, new Map());
  for (const at of city.roles)
    for (const by of city.roles.filter((role) => SERVES.has(role))) {
      const eventTypes = registry.events
        .filter(({ type, from, to }) => from.includes(at) && to.includes(by) && type !== CHALLENGE)
        .map(({ type }) => type);
      if (by === at || eventTypes.length === 0) continue;
      const subscribed = await stage.call(by, at, 'createEventSubscription', {
        body: {
          subscriptionId: stage.uuid(),
          callbackUrl: `${city.addressOf(by)}/v1/event-inbox`,
          eventTypes,
          signing: 'V1A',
        },
      });
      stage.demand(subscribed, { status: 201 }, `${by} subscribes at ${at}`);
    }
};

const CHALLENGE = 'org.openwaybill.discovery.subscription.challenged';
