import type { Role, Text } from '@openwaybill/schemas';
import { CHALLENGE } from '../../transcript/challenge.ts';
import type { Bend, Fault } from '../../words.ts';
import { alterAnswers, alterRequests, fresh, operationIn, underNewKey } from '../bend.ts';
import { boundOf } from '../bound.ts';
import { problemAnswer } from '../problem-answer.ts';
import { alterStored } from '../stored.ts';

/** One in so many is dropped, taken or refused. */
const EVERY = 3;
/** Requests after which a system has forgotten. */
const MEMORY = 2;
/** Longer than the five seconds that a receiver has. */
const SLOW = 8_000;

/** Roles whose lost events are observations of parcels too. */
const TRACKING: readonly Role[] = ['courier', 'hub'];

type Behaviour = {
  readonly name: string;
  readonly title: Text;
  readonly violates: Fault['violates'];
  readonly masks?: Fault['masks'];
  readonly bend: (role: Role) => Bend;
};

type Subscription = { readonly subscriptionId: string };

const SUBSCRIBE = ['createEventSubscription'];

type Waiting = {
  readonly event: { readonly id: string; readonly type: string; readonly sequence: string };
};

/** Alters the events of a role before they are signed, but for challenges. */
const alterWaiting = (alter: (waiting: Waiting, count: number) => Waiting): Bend => ({
  options: (options, switchOn) => {
    const seen = new Map<string, number>();
    const altered = new Set<string>();
    return (
      alterStored(['delivery'], (row) => {
        const waiting = row.body as Waiting;
        // one that is tried again is altered already
        if (waiting.event.type === CHALLENGE || altered.has(JSON.stringify(waiting.event)))
          return row;
        const count = seen.get(waiting.event.id) ?? seen.size + 1;
        seen.set(waiting.event.id, count);
        const made = alter(waiting, count);
        switchOn.fired();
        altered.add(JSON.stringify(made.event));
        return { ...row, body: made };
      }).options?.(options, switchOn) ?? options
    );
  },
});

/** What may be wrong with time, order and memory, in whatever role. */
const behaviours: readonly Behaviour[] = [
  {
    name: 'answers-before-stored',
    title: { en: 'answers before it has stored', zh: '存储前即应答' },
    violates: ['DSC-026'],
    bend: (role) => ({
      fetch: (next, switchOn) => {
        const young = new Set<string>();
        return async (request) => {
          const operation = operationIn(role, request);
          const read = new URL(request.url).pathname.split('/').at(-1) ?? '';
          if (operation === 'getEventSubscription' && young.delete(read)) {
            switchOn.fired();
            return problemAnswer('NOT_FOUND');
          }
          const answer = await next(request);
          if (operation === 'createEventSubscription' && answer.status === 201)
            young.add(((await answer.clone().json()) as Subscription).subscriptionId);
          return answer;
        };
      },
    }),
  },
  {
    name: 'forgets-its-answers',
    title: { en: 'forgets what it answered after two requests', zh: '两次请求后即遗忘应答' },
    violates: ['DSC-013'],
    bend: (role) =>
      fresh(() => {
        const answered = new Map<string, number>();
        let count = 0;
        return alterRequests(
          role,
          async (request, body) => {
            count += 1;
            const key = request.headers.get('Idempotency-Key') ?? '';
            const before = answered.get(key);
            if (before === undefined) answered.set(key, count);
            return before !== undefined && count - before >= MEMORY && key !== ''
              ? underNewKey(request, body)
              : undefined;
          },
          SUBSCRIBE,
        );
      }),
  },
  {
    name: 'applies-twice',
    title: { en: 'lists twice what was made once', zh: '列表中每项出现两次' },
    violates: ['DSC-016'],
    bend: (role) =>
      alterAnswers(
        role,
        ({ status, body }) =>
          status === 200 && Array.isArray(body?.items) && body.items.length > 0
            ? { body: { ...body, items: body.items.flatMap((one: unknown) => [one, one]) } }
            : undefined,
        ['listEventSubscriptions'],
      ),
  },
  {
    name: 'drops-every-third-event',
    title: { en: 'drops every third event', zh: '每三个事件丢弃一个' },
    violates: ['DSC-012'],
    bend: () => ({
      options: (options, switchOn) => {
        const seen = new Map<string, number>();
        return (
          alterStored(['delivery', 'event'], (row) => {
            const body = row.body as Waiting | Waiting['event'];
            const { id, type } = 'event' in body ? body.event : body;
            if (type === CHALLENGE) return row;
            const count = seen.get(id) ?? seen.size + 1;
            seen.set(id, count);
            if (count % EVERY !== 0) return row;
            switchOn.fired();
            return undefined;
          }).options?.(options, switchOn) ?? options
        );
      },
    }),
  },
  {
    name: 'counts-out-of-sequence',
    title: { en: 'numbers events out of their sequence', zh: '事件序号错乱' },
    violates: ['DSC-012'],
    bend: () =>
      alterWaiting((waiting, count) => {
        const number = Number(waiting.event.sequence) + (count % 2 === 0 ? -1 : 1);
        const sequence = String(number).padStart(waiting.event.sequence.length, '0');
        return { ...waiting, event: { ...waiting.event, sequence } };
      }),
  },
  {
    name: 'ignores-the-key',
    title: { en: 'ignores Idempotency-Key', zh: '忽略幂等键' },
    violates: ['DSC-013'],
    bend: (role) =>
      alterRequests(role, async (request, body) => underNewKey(request, body), SUBSCRIBE),
  },
  {
    name: 'refuses-a-full-page',
    title: { en: 'refuses the greatest page that it must give', zh: '拒绝最大页长' },
    violates: ['DSC-016'],
    bend: (role) =>
      alterRequests(
        role,
        async (request) =>
          new URL(request.url).searchParams.get('limit') === '200'
            ? problemAnswer('PARAMETER_INVALID')
            : undefined,
        ['listEventSubscriptions'],
      ),
  },
  {
    name: 'answers-events-late',
    title: { en: 'answers a delivery after its deadline', zh: '超时后才应答投递' },
    violates: ['DSC-029'],
    bend: (role) => ({
      fetch: (next, switchOn) => {
        let isDue = true;
        return async (request) => {
          const answer = await next(request);
          if (!isDue || operationIn(role, request) !== 'receiveEvent' || answer.status > 299)
            return answer;
          isDue = false;
          switchOn.fired();
          await switchOn.wait(SLOW);
          return answer;
        };
      },
    }),
  },
  {
    name: 'takes-every-third-forgery',
    title: { en: 'takes every third forged event', zh: '每三个伪造事件受理一个' },
    violates: ['DSC-009'],
    bend: (role) => ({
      fetch: (next, switchOn) => {
        let count = 0;
        return async (request) => {
          const answer = await next(request);
          if (operationIn(role, request) !== 'receiveEvent' || answer.status !== 401) return answer;
          count += 1;
          if (count % EVERY !== 0) return answer;
          switchOn.fired();
          return new Response(null, { status: 204, headers: answer.headers });
        };
      },
    }),
  },
];

/** The faults of time, order and memory of a role. */
export const behaviourFaults = (role: Role): readonly Fault[] =>
  behaviours.map(({ name, title, violates, masks, bend }) => ({
    id: `behaviour:${name}@${role}`,
    kind: 'behaviour',
    role,
    title,
    violates: boundOf({
      role,
      violates:
        name === 'drops-every-third-event' && TRACKING.includes(role)
          ? [...violates, 'TRK-014']
          : violates,
    }),
    ...(masks === undefined ? {} : { masks }),
    bend: bend(role),
  }));
