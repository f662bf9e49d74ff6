import { randomBytes } from 'node:crypto';
import type { Bag } from './form.ts';
import { current, page, patch, type Row, type Store, shown } from './store.ts';
import type { Tokens } from './tokens.ts';
import { base64, broken, type Call, PAGES, type Route, refuse, route, type World } from './wire.ts';

const RETRIES = [5, 30, 120, 600, 1800, 3600, 10800, ...Array.from({ length: 12 }, () => 21600)];
const CHALLENGE = 'discovery.subscription.challenged';

const isEcho = (body: string, { challenge }: Bag): boolean => {
  try {
    return (JSON.parse(body) as Bag).challenge === challenge;
  } catch {
    return false;
  }
};
/** Refuses an address inside a network; a sandbox may deliver to its own machine. */
const target = (callbackUrl: unknown): void => {
  if (callbackUrl === undefined) return;
  let at: URL | undefined;
  try {
    at = new URL(String(callbackUrl));
  } catch {
    // judged below, as every other target that cannot be used
  }
  const host = at?.hostname ?? '';
  const isLoopback = /^(localhost|127\.[0-9.]+|\[::1\])$/.test(host);
  if (
    at === undefined ||
    at.username !== '' ||
    at.hash !== '' ||
    (!isLoopback &&
      (at.protocol !== 'https:' ||
        at.port !== '' ||
        /^[0-9.]+$|^\[/.test(host) ||
        !host.includes('.')))
  )
    broken('RULE_VIOLATION', '/callbackUrl', 'callback-target');
};

/** Events that are sent: subscriptions, deliveries, replay. `payloads` names the message of each type. */
export const openEvents = (
  { partyId, now, later, fetch }: World,
  store: Store,
  { signBytes }: Pick<Tokens, 'signBytes'>,
  payloads: Readonly<Record<string, string>>,
  isCovered: (party: string, module: string) => boolean,
) => {
  const { table, stamp, made, change, own, ownRows } = store;
  const sent = new Map<string, Bag[]>();
  const eventOf = (type: string, subject: string, sequence: number, data: Bag): Bag => ({
    specversion: '1.0',
    id: `msg_${randomBytes(16).toString('hex')}`,
    source: `urn:openwaybill:party:${partyId}`,
    type: `org.openwaybill.${type}`,
    subject,
    time: stamp(),
    datacontenttype: 'application/json',
    dataschema: `https://openwaybill.org/schemas/1.0.0/${payloads[type]}.json`,
    sequence: String(sequence).padStart(20, '0'),
    data,
  });
  const emit = (party: string, type: string, subject: string, data: Bag): void => {
    const events = sent.get(party) ?? [];
    sent.set(party, events);
    const event = eventOf(type, subject, events.length + 1, data);
    events.push(event);
    for (const row of table('subscriptions').values())
      if (row.owner === party && (row.value.eventTypes as string[]).includes(String(event.type)))
        later(0, () => deliver(row, event, 0));
  };
  const mayGo = (row: Row, type: string): boolean => {
    const [, , module = '', ...rest] = type.split('.');
    return (
      module === 'discovery' ||
      module === 'continuity' ||
      (module === 'agreement' && rest.join('.') === 'status.changed') ||
      isCovered(row.owner, module)
    );
  };
  const post = async (
    url: string,
    headers: Record<string, string>,
    body: string,
  ): Promise<{ status: number; body: string }> => {
    try {
      const said = await fetch(new Request(url, { method: 'POST', headers, body }));
      return { status: said.status, body: await said.text() };
    } catch {
      return { status: 0, body: '' };
    }
  };
  const deliver = async (row: Row, event: Bag, attempt: number): Promise<void> => {
    const { value, note } = row;
    if (table('subscriptions').get(String(value.subscriptionId)) !== row) return;
    const isChallenge = event.type === `org.openwaybill.${CHALLENGE}`;
    if (isChallenge ? note.challenge !== (event.data as Bag).challenge : value.state !== 'ACTIVE')
      return;
    if (!mayGo(row, String(event.type))) {
      (note.parked as Bag[]).push(event);
      return;
    }
    const body = JSON.stringify(event);
    const at = Math.floor(now() / 1000);
    const answer = await post(
      String(value.callbackUrl),
      {
        'content-type': 'application/cloudevents+json',
        'openwaybill-version': '1.0',
        'webhook-id': String(event.id),
        'webhook-timestamp': String(at),
        'webhook-signature': `v1a,${signBytes(Buffer.from(`${event.id}.${at}.${body}`)).toString('base64')}`,
      },
      body,
    );
    const isTaken = isChallenge
      ? answer.status === 200 && isEcho(answer.body, event.data as Bag)
      : answer.status >= 200 && answer.status < 300;
    const wait = RETRIES[attempt];
    if (isTaken) {
      value.failureCount = 0;
      if (!isChallenge && String(event.sequence) > String(value.lastSequence ?? ''))
        value.lastSequence = event.sequence;
      if (isChallenge) change(row, { state: 'ACTIVE' });
      return;
    }
    value.failureCount = Number(value.failureCount) + 1;
    if (answer.status === 410 || wait === undefined) change(row, { state: 'ABORTED' });
    else later(wait * 1000, () => deliver(row, event, attempt + 1));
  };
  const challenge = (row: Row): void => {
    const word = randomBytes(24).toString('base64url');
    row.note.challenge = word;
    const event = eventOf(CHALLENGE, word, 0, { challenge: word });
    later(0, () => deliver(row, event, 0));
  };
  /** Sends what waited for an agreement. */
  const unpark = (party: string): void => {
    for (const row of table('subscriptions').values())
      if (row.owner === party)
        for (const event of (row.note.parked as Bag[]).splice(0))
          later(0, () => deliver(row, event, 0));
  };
  const subscription = ({ caller, path: [id = ''] }: Call): Row => own('subscriptions', id, caller);
  const replay = ({ caller, query }: Call) => {
    const cursor = query.get('cursor');
    const from =
      cursor === null ? 0 : Number(Buffer.from(cursor, 'base64url').toString().replace(/^s/, ''));
    const all = sent.get(caller.partyId) ?? [];
    if (!Number.isInteger(from) || from < 0 || from > all.length) refuse('PARAMETER_INVALID');
    const left = all
      .slice(from)
      .filter(({ type }) => [null, type].includes(query.get('eventType')));
    const events = left.slice(0, Number(query.get('limit') ?? 50));
    const end = left.length > events.length ? Number(events.at(-1)?.sequence) : all.length;
    return {
      status: 200,
      body: { events, nextCursor: base64(`s${end}`), complete: left.length === events.length },
    };
  };
  const routes: readonly Route[] = [
    route('replayEvents', 'GET', '/v1/events', replay, {
      module: 'continuity',
      answers: 'ReplayPage',
      query: { ...PAGES, eventType: /^org\.openwaybill(\.[a-z]+){3}$/ },
    }),
    route(
      'createEventSubscription',
      'POST',
      '/v1/event-subscriptions',
      ({ caller, body }) => {
        target(body.callbackUrl);
        const id = String(body.subscriptionId);
        if (table('subscriptions').has(id)) broken('RULE_VIOLATION', '/subscriptionId', 'taken');
        const row = made(
          'subscriptions',
          id,
          caller.partyId,
          { ...body, state: 'PENDING_CHALLENGE', failureCount: 0 },
          { parked: [] },
        );
        challenge(row);
        const secret =
          body.signing === 'V1A' ? {} : { secret: `whsec_${randomBytes(32).toString('base64')}` };
        const reply = shown(row, 201);
        return { ...reply, body: { ...(reply.body as Bag), ...secret } };
      },
      { form: 'EventSubscriptionCreation' },
    ),
    route(
      'listEventSubscriptions',
      'GET',
      '/v1/event-subscriptions',
      ({ caller, query }) => page(ownRows('subscriptions', caller), query),
      { query: PAGES },
    ),
    route('getEventSubscription', 'GET', '/v1/event-subscriptions/*', (call) =>
      shown(subscription(call)),
    ),
    route(
      'updateEventSubscription',
      'PATCH',
      '/v1/event-subscriptions/*',
      (call) => {
        const row = subscription(call);
        current(row, call);
        target(call.body.callbackUrl);
        const isMoved =
          call.body.callbackUrl !== undefined && call.body.callbackUrl !== row.value.callbackUrl;
        patch(store, row, isMoved ? { ...call.body, state: 'PENDING_CHALLENGE' } : call.body);
        if (isMoved) challenge(row);
        return shown(row);
      },
      { form: 'EventSubscriptionUpdate' },
    ),
    route('deleteEventSubscription', 'DELETE', '/v1/event-subscriptions/*', (call) => {
      subscription(call);
      table('subscriptions').delete(call.path[0] ?? '');
      return { status: 204 };
    }),
  ];
  return { emit, unpark, routes };
};
