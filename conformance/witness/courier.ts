import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Bag, type Fault, formatOf, isInstant, judgeBody, MADE } from './forms.ts';
import { PROBLEMS } from './problems.ts';
import { Malformed, readJson } from './strict-json.ts';

/** Who may call, as the operator registered it. */
export type Client = {
  readonly clientId: string;
  readonly partyId: string;
  readonly role: string;
  readonly keys: readonly JsonWebKey[];
};
/** What the courier needs of the world. */
export type World = {
  readonly url: string;
  readonly partyId: string;
  readonly clients: readonly Client[];
  readonly now: () => number;
  readonly later: (milliseconds: number, job: () => Promise<void>) => void;
  /** Posts a delivery; status 0 where nobody answers. */
  readonly post: (
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ) => Promise<{ readonly status: number; readonly body: string }>;
};

type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
type Call = {
  readonly caller: Client;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Bag;
  readonly ifMatch: number;
  readonly isStrict: boolean;
};
type Route = {
  readonly id: string;
  readonly method: string;
  readonly path: RegExp;
  readonly run: (call: Call) => Reply;
  readonly module?: string;
  readonly form?: string;
  readonly most?: readonly [string, number];
  readonly roles?: readonly string[];
  readonly query?: Readonly<Record<string, RegExp>>;
  readonly isOpen?: true;
};
type Stored = Bag & { revision: number; createdAt: string; updatedAt: string };
type Row = { owner: string; value: Stored; note: Bag };

/** An answer that is a problem. */
class Refusal extends Error {
  readonly code: string;
  readonly members: Bag;
  constructor(code: string, members: Bag = {}) {
    super(code);
    this.code = code;
    this.members = members;
  }
}
const refuse = (code: string, members?: Bag): never => {
  throw new Refusal(code, members);
};
const broken = (code: string, pointer: string, rule: string): never =>
  refuse(code, {
    errors: [{ pointer, rule, message: 'The request does not fit what is stored.' }],
  });
const faulty = (faults: readonly Fault[]): void => {
  const [first] = faults;
  if (first !== undefined)
    refuse(first.code, { errors: faults.map(({ code: _code, ...one }) => one) });
};

const MODULES = 'order waybill tracking consignee continuity agreement discovery'.split(' ');
const MESSAGES =
  'Order OrderBatchResult CancellationResult ServiceabilityResult Waybill WaybillBatchResult WaybillCancellationResult WaybillNumberAllocationResult WaybillBalance LabelData Intercept Parcel ParcelQueryResult TrackingEvent TrackingSubscription ProofOfDelivery ErasureReceipt ReplayPage CloudEvent OrderStatusChange WaybillStatusChange PublicParcelEvent'.split(
    ' ',
  );
const SENDS =
  'order.status.changed waybill.status.changed tracking.event.recorded agreement.status.changed consignee.erasure.completed discovery.subscription.challenged'
    .split(' ')
    .map((one) => `org.openwaybill.${one}`);
const PAYLOADS: Readonly<Record<string, string>> = {
  'order.status.changed': 'OrderStatusChange',
  'waybill.status.changed': 'WaybillStatusChange',
  'tracking.event.recorded': 'TrackingEvent',
  'agreement.status.changed': 'AgreementStatusChange',
  'consignee.erasure.completed': 'ErasureReceipt',
  'discovery.subscription.challenged': 'SubscriptionChallenge',
};
const RECEIVES = ['agreement.status.changed', 'consignee.reference.replaced'].map(
  (one) => `org.openwaybill.${one}`,
);
const RETRIES = [5, 30, 120, 600, 1800, 3600, 10800, ...Array.from({ length: 12 }, () => 21600)];
const KEY = /^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-7][0-9A-HJKMNP-TV-Z]{25})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const base64 = (value: string | Uint8Array): string => Buffer.from(value).toString('base64url');
const partOf = (jws: string, at: number): Bag =>
  JSON.parse(Buffer.from(jws.split('.')[at] ?? '', 'base64url').toString()) as Bag;

/** A small courier that knows the standard from its documents: core, without test control. */
export const courier = (world: World) => {
  const { now, partyId, url } = world;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const kid = 'witness-1';
  const tables = {
    orders: new Map<string, Row>(),
    waybills: new Map<string, Row>(),
    agreements: new Map<string, Row>(),
    subscriptions: new Map<string, Row>(),
    trackings: new Map<string, Row>(),
    erasures: new Map<string, Row>(),
    risks: new Map<string, Row>(),
  };
  const numbers = new Map<
    string,
    { owner: string; account: string; until: number; isUsed: boolean }
  >();
  const keys = new Map<string, { print: string; reply: Reply }>();
  const sent = new Map<string, Bag[]>();
  const inbox = new Map<string, string>();
  const assertions = new Set<string>();
  const strangers = new Map<string, Map<string, number>>();
  let last = 0;
  let numberCount = 0;
  /** Instants that never repeat, so that lists have one order. */
  const stamp = (): string => {
    last = Math.max(now(), last + 1);
    return new Date(last).toISOString();
  };
  const today = (): string => new Date(now() + 8 * 3600_000).toISOString().slice(0, 10);
  const ownJws = (head: Bag, payload: unknown): string => {
    const text = `${base64(JSON.stringify(head))}.${base64(JSON.stringify(payload))}`;
    return `${text}.${base64(sign(null, Buffer.from(text), privateKey))}`;
  };
  const isSigned = (jws: string, key: KeyObject): boolean => {
    const [head = '', payload = '', signature = ''] = jws.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    return (
      partOf(jws, 0).alg === 'EdDSA' &&
      base64(bytes) === signature &&
      verify(null, Buffer.from(`${head}.${payload}`), key, bytes)
    );
  };
  const made = (
    table: keyof typeof tables,
    id: string,
    owner: string,
    value: Bag,
    note: Bag = {},
  ): Row => {
    const at = stamp();
    const row = { owner, value: { ...value, revision: 1, createdAt: at, updatedAt: at }, note };
    tables[table].set(id, row);
    return row;
  };
  const change = (row: Row, members: Bag): void => {
    Object.assign(row.value, members, { revision: row.value.revision + 1, updatedAt: stamp() });
  };
  const own = (table: keyof typeof tables, id: string, { partyId: owner }: Client): Row => {
    const row = tables[table].get(table === 'orders' ? `${owner} ${id}` : id);
    if (row === undefined || row.owner !== owner || row.note.isErased) {
      if (table === 'waybills') stroll(owner, id);
      return refuse('NOT_FOUND');
    }
    return row;
  };
  /** Who asks for many unknown numbers is walking. */
  const stroll = (who: string, id: string): void => {
    const seen = strangers.get(who) ?? new Map<string, number>();
    strangers.set(who, seen);
    for (const [one, at] of seen) if (at < now() - 60_000) seen.delete(one);
    if (!seen.has(id) && seen.size >= 100) refuse('RATE_LIMITED');
    seen.set(id, now());
  };
  const shown = ({ value }: Row, status = 200, headers: Record<string, string> = {}): Reply => ({
    status,
    body: structuredClone(value),
    headers: { ETag: `"${value.revision}"`, ...headers },
  });
  const page = (rows: readonly Row[], query: URLSearchParams): Reply => {
    const limit = Number(query.get('limit') ?? 50);
    const cursor = query.get('cursor');
    const after = cursor === null ? '' : Buffer.from(cursor, 'base64url').toString();
    if (cursor !== null && !isInstant(after)) refuse('PARAMETER_INVALID');
    const since = query.get('updatedSince');
    const left = rows
      .filter(({ note, value }) => !note.isErased && value.createdAt > after)
      .filter(({ value }) => since === null || Date.parse(value.updatedAt) >= Date.parse(since))
      .sort((a, b) => (a.value.createdAt < b.value.createdAt ? -1 : 1));
    const items = left.slice(0, limit).map(({ value }) => structuredClone(value));
    const end = items.at(-1);
    return {
      status: 200,
      body: {
        items,
        ...(left.length > limit && end ? { nextCursor: base64(end.createdAt) } : {}),
      },
    };
  };
  const ownRows = (table: keyof typeof tables, caller: Client): Row[] =>
    [...tables[table].values()].filter(({ owner }) => owner === caller.partyId);
  const isCovered = (party: string, module: string): boolean =>
    [...tables.agreements.values()].some(
      ({ owner, value }) =>
        owner === party &&
        value.status === 'EFFECTIVE' &&
        (value.modules as string[]).includes(module),
    );

  // events (3.4, 14)
  const eventOf = (type: string, subject: string, sequence: number, data: Bag): Bag => ({
    specversion: '1.0',
    id: `msg_${randomBytes(16).toString('hex')}`,
    source: `urn:openwaybill:party:${partyId}`,
    type: `org.openwaybill.${type}`,
    subject,
    time: stamp(),
    datacontenttype: 'application/json',
    dataschema: `https://openwaybill.org/schemas/1.0.0/${PAYLOADS[type]}.json`,
    sequence: String(sequence).padStart(20, '0'),
    data,
  });
  const emit = (party: string, type: string, subject: string, data: Bag): void => {
    const events = sent.get(party) ?? [];
    sent.set(party, events);
    const event = eventOf(type, subject, events.length + 1, data);
    events.push(event);
    for (const row of tables.subscriptions.values())
      if (row.owner === party && (row.value.eventTypes as string[]).includes(String(event.type)))
        world.later(0, () => deliver(row, event, 0));
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
  const deliver = async (row: Row, event: Bag, attempt: number): Promise<void> => {
    const { value, note } = row;
    if (tables.subscriptions.get(String(value.subscriptionId)) !== row) return;
    const isChallenge = event.type === 'org.openwaybill.discovery.subscription.challenged';
    if (isChallenge ? note.challenge !== (event.data as Bag).challenge : value.state !== 'ACTIVE')
      return;
    if (!mayGo(row, String(event.type))) {
      (note.parked as Bag[]).push(event);
      return;
    }
    const body = JSON.stringify(event);
    const at = Math.floor(now() / 1000);
    const bytes = Buffer.from(`${event.id}.${at}.${body}`);
    const answer = await world.post(
      String(value.callbackUrl),
      {
        'content-type': 'application/cloudevents+json',
        'openwaybill-version': '1.0',
        'webhook-id': String(event.id),
        'webhook-timestamp': String(at),
        'webhook-signature': `v1a,${sign(null, bytes, privateKey).toString('base64')}`,
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
    else world.later(wait * 1000, () => deliver(row, event, attempt + 1));
  };
  const isEcho = (body: string, { challenge }: Bag): boolean => {
    try {
      return (JSON.parse(body) as Bag).challenge === challenge;
    } catch {
      return false;
    }
  };
  const challenge = (row: Row): void => {
    const word = randomBytes(24).toString('base64url');
    row.note.challenge = word;
    const { subscriptionId } = row.value;
    const event = eventOf('discovery.subscription.challenged', String(subscriptionId), 0, {
      challenge: word,
    });
    world.later(0, () => deliver(row, event, 0));
  };
  const unpark = (party: string): void => {
    for (const row of tables.subscriptions.values())
      if (row.owner === party)
        for (const event of (row.note.parked as Bag[]).splice(0))
          world.later(0, () => deliver(row, event, 0));
  };

  // orders (8)
  const moved = (row: Row, toStatus: string, cause?: string, members: Bag = {}): void => {
    const { status: fromStatus, orderNo } = row.value;
    if (fromStatus !== undefined) change(row, { ...members, status: toStatus });
    else Object.assign(row.value, members, { status: toStatus });
    emit(row.owner, 'order.status.changed', String(orderNo), {
      orderNo,
      ...(fromStatus === undefined ? {} : { fromStatus }),
      toStatus,
      revision: row.value.revision,
      occurredAt: row.value.updatedAt,
      ...(cause === undefined ? {} : { cause }),
    });
  };
  const preferenceWithoutConsent = (body: Bag): boolean =>
    ((body.deliveryPreferences ?? []) as Bag[]).some(
      ({ preference, consentId }) => preference !== 'DOOR' && consentId === undefined,
    );
  const submit = (caller: Client, body: Bag): Reply => {
    const id = `${caller.partyId} ${body.orderNo}`;
    const known = tables.orders.get(id);
    if (known !== undefined) {
      if (known.note.isErased || !isDeepStrictEqual(known.note.first, body)) refuse('DUPLICATE');
      return shown(known, 200, { 'Idempotency-Replayed': 'true' });
    }
    if (preferenceWithoutConsent(body)) refuse('CONSENT_MISSING');
    const { remark: _remark, ...kept } = structuredClone(body);
    const row = made(
      'orders',
      id,
      caller.partyId,
      { ...kept, decision: 'PENDING', waybills: [] },
      {
        first: structuredClone(body),
        cancelled: [],
      },
    );
    moved(row, 'SUBMITTED');
    moved(row, 'ACCEPTED', 'DECISION', {
      decision: 'ACCEPTED',
      carrierOrderNo: `CO-${randomBytes(6).toString('hex')}`,
    });
    return shown(row, 201);
  };
  const live = ({ value, note }: Row): string[] =>
    (value.packages as Bag[])
      .map((one) => String(one.packageId))
      .filter((one) => !(note.cancelled as string[]).includes(one));
  const boundTo = (order: Row, packageId: string): Row | undefined =>
    (order.value.waybills as Bag[])
      .filter((one) => one.packageId === packageId)
      .map((one) => tables.waybills.get(String(one.waybillNo)))
      .find((one) => one !== undefined && one.value.status !== 'VOIDED');
  const allocate = (order: Row): void => {
    if (order.value.status === 'ACCEPTED' && live(order).every((one) => boundTo(order, one)))
      moved(order, 'ALLOCATED', 'WAYBILL_BOUND');
  };
  const illegal = (row: Row, command: string): never =>
    refuse('STATE_ILLEGAL', { from: row.value.status, command });
  const cancel = (caller: Client, orderNo: string, { packageIds }: Bag): Reply => {
    const row = own('orders', orderNo, caller);
    const named = (packageIds ?? live(row)) as string[];
    const status = String(row.value.status);
    const all = (row.value.packages as Bag[]).map((one) => String(one.packageId));
    if (!['ACCEPTED', 'ALLOCATED'].includes(status)) illegal(row, 'cancelOrder');
    const unknown = named.findIndex((one) => !all.includes(one));
    if (unknown >= 0) broken('RULE_VIOLATION', `/packageIds/${unknown}`, 'package-unknown');
    const isWhole = live(row).every((one) => named.includes(one));
    if (isWhole && status === 'ALLOCATED') moved(row, 'CANCEL_REQUESTED', 'CANCELLATION');
    (row.note.cancelled as string[]).push(...named);
    for (const one of named) {
      const waybill = boundTo(row, one);
      if (waybill !== undefined) voided(waybill);
    }
    if (isWhole) moved(row, 'CANCELLED', 'CANCELLATION');
    else allocate(row);
    return {
      status: 200,
      body: {
        outcome: 'CANCELLED',
        packages: named.map((packageId) => ({ packageId, outcome: 'CANCELLED' })),
        status: row.value.status,
        revision: row.value.revision,
      },
    };
  };
  const current = (row: Row, { ifMatch }: Call): void => {
    if (row.value.revision !== ifMatch) refuse('REVISION_STALE');
  };
  /** A PATCH: members replace, `clear` removes; what changes nothing raises nothing. */
  const patch = (row: Row, { clear = [], remark: _remark, ...members }: Bag): void => {
    const next: Bag = { ...row.value, ...structuredClone(members) };
    for (const name of clear as string[]) delete next[name];
    if (isDeepStrictEqual(next, { ...row.value })) return;
    for (const name of clear as string[]) delete row.value[name];
    change(row, structuredClone(members));
  };

  // waybills (9)
  const turned = (row: Row, toStatus: string): void => {
    const { status: fromStatus, waybillNo, carrierCode, orderNo, packageId } = row.value;
    if (fromStatus !== undefined) change(row, { status: toStatus });
    else row.value.status = toStatus;
    emit(row.owner, 'waybill.status.changed', String(waybillNo), {
      waybillNo,
      carrierCode,
      orderNo,
      packageId,
      ...(fromStatus === undefined ? {} : { fromStatus }),
      toStatus,
      revision: row.value.revision,
      occurredAt: row.value.updatedAt,
    });
  };
  const voided = (row: Row): void => {
    turned(row, 'VOIDED');
    const at = row.value.updatedAt;
    const event = {
      eventId: `0198${randomUUID().slice(4, 14)}7${randomUUID().slice(15)}`,
      carrierCode: 'ZZ',
      waybillNo: row.value.waybillNo,
      eventCode: 'CANCELLED',
      statusAfter: 'CANCELLED',
      leg: 'FORWARD',
      occurredAt: at,
      recordedAt: at,
      timeQuality: 'EXACT',
      confidence: 'HIGH',
    };
    (row.note.events as Bag[]).push(event);
    emit(row.owner, 'tracking.event.recorded', String(row.value.waybillNo), { ...event });
  };
  const newNumber = (): string => {
    numberCount += 1;
    return `WT${String(numberCount).padStart(11, '0')}`;
  };
  const xml = (value: unknown): string =>
    String(value ?? '').replace(/[<>&"']/g, (one) => `&#${one.charCodeAt(0)};`);
  const labelOf = (row: Row, format: string): Bag => {
    const { waybillNo, orderNo } = row.value;
    const order = tables.orders.get(`${row.owner} ${orderNo}`);
    const { contactMasked, addressMasked } = (order?.value.consignee ?? {}) as Record<string, Bag>;
    const place = ['provinceName', 'cityName', 'districtName', 'townName', 'tail']
      .map((one) => addressMasked?.[one] ?? '')
      .join('');
    const lines = [waybillNo, contactMasked?.nameMasked, contactMasked?.phoneMasked, place];
    const [width, height] = format.slice(4).split('X');
    const content = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm">${lines
        .map((line, at) => `<text x="10" y="${20 + at * 20}">${xml(line)}</text>`)
        .join('')}</svg>`,
    );
    return {
      format,
      content: content.toString('base64'),
      contentSha256: createHash('sha256').update(content).digest('hex'),
      maskProfile: 'MASKED',
      copyCount: 1,
    };
  };
  const bind = (caller: Client, body: Bag): Reply => {
    const { orderNo, packageId, attempt = 1, allocationMode, carrierAccountId } = body;
    const order = own('orders', String(orderNo), caller);
    const all = (order.value.packages as Bag[]).map((one) => one.packageId);
    if (!all.includes(packageId)) refuse('NOT_FOUND');
    const former = (order.value.waybills as Bag[]).filter((one) => one.packageId === packageId);
    const rowOf = (wanted: number) => {
      const found = former.find((one) => one.attempt === wanted);
      return found === undefined ? undefined : tables.waybills.get(String(found.waybillNo));
    };
    const answer = (row: Row, status: number, headers: Record<string, string> = {}): Reply => {
      const reply = shown(row, status, headers);
      return {
        ...reply,
        body: { ...(reply.body as Bag), label: labelOf(row, String(row.note.format)) },
      };
    };
    const known = rowOf(Number(attempt));
    if (known !== undefined) return answer(known, 200, { 'Idempotency-Replayed': 'true' });
    if (
      !['ACCEPTED', 'ALLOCATED'].includes(String(order.value.status)) ||
      !live(order).includes(String(packageId))
    )
      illegal(order, 'createWaybill');
    const before = attempt === 1 ? undefined : rowOf(Number(attempt) - 1);
    if (attempt !== 1 && before === undefined) broken('RULE_VIOLATION', '/attempt', 'WBL-003');
    if (before !== undefined && before.value.status !== 'VOIDED') illegal(before, 'createWaybill');
    let waybillNo = String(body.waybillNo ?? '');
    if (allocationMode === 'ON_CREATE') waybillNo = newNumber();
    if (allocationMode === 'POOL') {
      const isMine = (one: string): boolean => {
        const found = numbers.get(one);
        return (
          found?.owner === caller.partyId &&
          found.account === carrierAccountId &&
          !found.isUsed &&
          found.until > now()
        );
      };
      if (waybillNo !== '' && !isMine(waybillNo))
        broken('RULE_VIOLATION', '/waybillNo', 'number-not-reserved');
      waybillNo ||=
        [...numbers.keys()].find(isMine) ??
        broken('BALANCE_EXHAUSTED', '/carrierAccountId', 'balance');
    }
    if (allocationMode === 'SUPPLIED' && numbers.has(waybillNo)) refuse('WAYBILL_NO_REUSED');
    numbers.set(waybillNo, {
      owner: caller.partyId,
      account: String(carrierAccountId),
      until: Number.POSITIVE_INFINITY,
      isUsed: true,
    });
    const plan = (order.value.packages as Bag[]).find((one) => one.packageId === packageId);
    const { weightGrams, dimensions } = plan ?? {};
    const { vas } = order.value.service as Bag;
    const row = made(
      'waybills',
      waybillNo,
      caller.partyId,
      structuredClone({
        waybillNo,
        carrierCode: 'ZZ',
        allocatedOn: today(),
        orderNo,
        packageId,
        attempt,
        ...(body.parentWaybillNo === undefined ? {} : { parentWaybillNo: body.parentWaybillNo }),
        routing: { sortingCode: '411-02-B07' },
        printCount: 0,
        ...(weightGrams === undefined ? {} : { weightGrams }),
        ...(dimensions === undefined ? {} : { dimensions }),
        ...(vas === undefined ? {} : { vas }),
      }),
      { format: formatOf(String(body.labelFormat)), events: [] },
    );
    turned(row, 'BOUND');
    turned(row, 'LABELLED');
    const waybills = [...(order.value.waybills as Bag[]), { packageId, attempt, waybillNo }];
    if (
      live(order).every((one) => one === packageId || boundTo(order, one)) &&
      order.value.status === 'ACCEPTED'
    )
      moved(order, 'ALLOCATED', 'WAYBILL_BOUND', { waybills });
    else change(order, { waybills });
    return answer(row, 201);
  };
  const each = (
    caller: Client,
    { body, isStrict }: Call,
    name: string,
    run: typeof submit,
  ): Reply => ({
    status: 200,
    body: {
      results: (body.items as unknown[]).map((item, index) => {
        try {
          faulty(judgeBody(name, item, isStrict));
          const { status, body: resource } = run(caller, item as Bag);
          return { index, status, resource };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          const problem = problemOf(error);
          return { index, status: problem.status, problem };
        }
      }),
    },
  });
  const parcelOf = (row: Row, isOwner: boolean): Bag => {
    const { carrierCode, waybillNo, orderNo, createdAt } = row.value;
    const [event] = row.note.events as Bag[];
    return {
      carrierCode,
      waybillNo,
      ...(isOwner ? { orderNo } : {}),
      status: event ? 'CANCELLED' : 'CREATED',
      leg: 'FORWARD',
      sinceAt: event?.occurredAt ?? createdAt,
      terminal: event !== undefined,
      gap: false,
      stale: false,
      overdue: false,
      anomalyCount: 0,
      eventCount: event ? 1 : 0,
      ...(event ? { lastEvent: event } : {}),
      stage: event ? 'CLOSED' : 'ACCEPTED',
      revision: event ? 2 : 1,
    };
  };
  const parcel = ({ caller, path: [carrierCode = '', waybillNo = ''] }: Call): Row => {
    const row = own('waybills', waybillNo, caller);
    return carrierCode === 'ZZ' ? row : refuse('NOT_FOUND');
  };
  const ask = (caller: Client, asked: Bag, index: number): Bag => {
    const row = tables.waybills.get(String(asked.waybillNo));
    const isThere = row !== undefined && !row.note.isErased && asked.carrierCode === 'ZZ';
    if (!isThere) stroll(caller.partyId, String(asked.waybillNo));
    const lost = { index, status: 404, problem: problemOf(new Refusal('NOT_FOUND')) };
    if (!isThere) return lost;
    const { orderNo, consigneeRef } = (asked.proof ?? {}) as Bag;
    const order = tables.orders.get(`${row.owner} ${row.value.orderNo}`);
    const isProven =
      (orderNo !== undefined && orderNo === row.value.orderNo) ||
      (consigneeRef !== undefined &&
        consigneeRef === ((order?.value.consignee ?? {}) as Bag).consigneeRef);
    const isOwner = row.owner === caller.partyId;
    const events = row.note.events as Bag[];
    if (isOwner || (isProven && caller.role !== 'anonymous'))
      return { index, status: 200, parcel: parcelOf(row, isOwner) };
    if (events.length > 0) return lost;
    return { index, status: 200, events: events.map(({ eventCode }) => ({ eventCode })) };
  };

  // agreements (13)
  const stepped = (row: Row, toStatus: string): void => {
    const { status: fromStatus, agreementId, revision } = row.value;
    const occurredAt = stamp();
    Object.assign(row.value, { status: toStatus, updatedAt: occurredAt });
    if (fromStatus !== toStatus)
      emit(row.owner, 'agreement.status.changed', String(agreementId), {
        agreementId,
        ...(fromStatus === undefined ? {} : { fromStatus }),
        toStatus,
        revision,
        occurredAt,
      });
    if (toStatus === 'EFFECTIVE') unpark(row.owner);
  };
  const unsigned = ({ value }: Row): Bag => {
    const { signatures: _s, status: _t, createdAt: _c, updatedAt: _u, ...terms } = value;
    return {
      ...terms,
      parties: (terms.parties as Bag[]).map(({ signedAt: _at, ...one }) => one),
    };
  };
  const signedBy = (
    row: Row,
    who: string,
    keyId: string,
    signedAt: string,
    signature: string,
  ): void => {
    (row.value.signatures as Bag[]).push({
      partyId: who,
      keyId,
      signedAt,
      revision: row.value.revision,
      signature,
    });
    for (const one of row.value.parties as Bag[])
      if ((one.party as Bag).partyId === who) one.signedAt = signedAt;
    row.value.updatedAt = stamp();
  };
  const propose = (caller: Client, body: Bag): Row => {
    const parties = (body.parties as Bag[]).map((one) => (one.party as Bag).partyId);
    if (!parties.includes(caller.partyId) || !parties.includes(partyId))
      broken('RULE_VIOLATION', '/parties', 'parties');
    const agreementId = `agr_${randomBytes(16).toString('base64url')}`;
    const row = made('agreements', agreementId, caller.partyId, {
      agreementId,
      ...structuredClone(body),
      signatures: [],
    });
    stepped(row, 'PROPOSED');
    return row;
  };
  const agreement = ({ caller, path: [id = ''] }: Call): Row => own('agreements', id, caller);
  const within = (row: Row, command: string, ...states: string[]): void => {
    if (!states.includes(String(row.value.status))) illegal(row, command);
  };
  const plain = ({ value }: Row): Reply => ({ status: 200, body: structuredClone(value) });
  const signTerms = (call: Call): Reply => {
    const { caller, body } = call;
    const row = agreement(call);
    if (body.revision !== row.value.revision) refuse('REVISION_STALE');
    within(row, 'signAgreement', 'PROPOSED', 'COUNTERED');
    const key = caller.keys.find((one) => one.kid === body.keyId);
    const jws = String(body.signature);
    let isRight = false;
    try {
      isRight =
        key !== undefined &&
        isSigned(jws, createPublicKey({ key, format: 'jwk' })) &&
        isDeepStrictEqual(partOf(jws, 1), unsigned(row));
    } catch {
      // what cannot be read is no signature
    }
    if (!isRight) refuse('SIGNATURE_INVALID');
    signedBy(row, caller.partyId, String(body.keyId), String(body.signedAt), jws);
    signedBy(row, partyId, kid, stamp(), ownJws({ alg: 'EdDSA', kid }, unsigned(row)));
    stepped(row, 'SIGNED');
    if (String(row.value.effectiveFromOn) <= today()) stepped(row, 'EFFECTIVE');
    return plain(row);
  };

  const subscription = ({ caller, path: [id = ''] }: Call): Row => own('subscriptions', id, caller);
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

  const PAGES = { limit: /^([1-9][0-9]?|1[0-9][0-9]|200)$/, cursor: /^.{1,200}$/s };
  const STATES = (words: string): RegExp => new RegExp(`^(${words.replaceAll(' ', '|')})$`);
  const SINCE = { updatedSince: /^/ };
  const PARTNERS = [
    'platform',
    'courier',
    'merchant',
    'isv',
    'service-point',
    'locker',
    'warehouse',
    'hub',
  ];
  const route = (
    id: string,
    method: string,
    path: string,
    run: Route['run'],
    more: Omit<Route, 'id' | 'method' | 'path' | 'run'> = {},
  ): Route => ({
    id,
    method,
    path: new RegExp(`^${path.replaceAll('*', '([^/]+)')}$`),
    run,
    ...more,
  });
  const platform = { roles: ['platform'] };
  const order = { ...platform, module: 'order' };
  const waybill = { ...platform, module: 'waybill' };
  const tracked = { roles: ['platform', 'hub'], module: 'tracking' };
  const watched = { roles: PARTNERS, module: 'tracking' };
  const routes: readonly Route[] = [
    route(
      'getCapabilities',
      'GET',
      '/.well-known/openwaybill',
      () => ({ status: 200, body: capabilities() }),
      { isOpen: true },
    ),
    route(
      'getKeys',
      'GET',
      '/v1/keys',
      () => ({
        status: 200,
        body: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'EdDSA' }] },
      }),
      { isOpen: true },
    ),
    route(
      'getHealth',
      'GET',
      '/v1/health',
      () => ({
        status: 200,
        body: {
          status: 'OK',
          checkedAt: new Date(now()).toISOString(),
          modules: MODULES.map((module) => ({ module, status: 'OK' })),
          activeNoticeIds: [],
        },
      }),
      { isOpen: true },
    ),
    route('submitOrder', 'POST', '/v1/orders', ({ caller, body }) => submit(caller, body), {
      ...order,
      form: 'OrderSubmission',
    }),
    route(
      'submitOrderBatch',
      'POST',
      '/v1/orders/batch',
      (call) => each(call.caller, call, 'OrderSubmission', submit),
      { ...order, form: 'OrderSubmissionBatch', most: ['items', 100] },
    ),
    route(
      'listOrders',
      'GET',
      '/v1/orders',
      ({ caller, query }) =>
        page(
          ownRows('orders', caller).filter(
            ({ value }) => query.get('status') === null || value.status === query.get('status'),
          ),
          query,
        ),
      {
        ...order,
        query: {
          ...PAGES,
          ...SINCE,
          status: STATES(
            'SUBMITTED ACCEPTED REJECTED ALLOCATED PICKUP_SCHEDULED IN_FULFILMENT CANCEL_REQUESTED CANCELLED COMPLETED PARTIALLY_COMPLETED RETURNED',
          ),
        },
      },
    ),
    route(
      'getOrder',
      'GET',
      '/v1/orders/*',
      ({ caller, path: [id = ''] }) => shown(own('orders', id, caller)),
      order,
    ),
    route(
      'updateOrder',
      'PATCH',
      '/v1/orders/*',
      (call) => {
        const row = own('orders', call.path[0] ?? '', call.caller);
        current(row, call);
        within(row, 'updateOrder', 'SUBMITTED', 'ACCEPTED', 'ALLOCATED');
        if (preferenceWithoutConsent(call.body)) refuse('CONSENT_MISSING');
        patch(row, call.body);
        return shown(row);
      },
      { ...order, form: 'OrderUpdate' },
    ),
    route(
      'cancelOrder',
      'POST',
      '/v1/orders/*/cancel',
      ({ caller, path: [id = ''], body }) => cancel(caller, id, body),
      { ...order, form: 'OrderCancellation' },
    ),
    route(
      'checkServiceability',
      'POST',
      '/v1/serviceability-checks',
      ({ body }) => ({
        status: 200,
        body: {
          results: (body.lanes as Bag[]).map(() => ({
            reachable: true,
            products: ['STANDARD', 'EXPRESS'],
            restrictions: [],
            terminalModes: ['DOOR'],
          })),
        },
      }),
      { ...order, form: 'ServiceabilityCheck', most: ['lanes', 100] },
    ),
    route(
      'allocateWaybillNumbers',
      'POST',
      '/v1/waybill-numbers/allocate',
      ({ caller, body }) => {
        const until = isInstant(body.expiresAt)
          ? Date.parse(body.expiresAt)
          : now() + 30 * 86400_000;
        const made = Array.from({ length: Number(body.numberCount) }, newNumber);
        for (const one of made)
          numbers.set(one, {
            owner: caller.partyId,
            account: String(body.carrierAccountId),
            until,
            isUsed: false,
          });
        return {
          status: 201,
          body: {
            numbers: made,
            balanceAfterCount: 1_000_000 - numberCount,
            expiresAt: body.expiresAt ?? new Date(until).toISOString(),
          },
        };
      },
      { ...waybill, form: 'WaybillNumberAllocation' },
    ),
    route(
      'getWaybillBalance',
      'GET',
      '/v1/waybill-balances',
      ({ caller, query }) => {
        const mine = [...numbers].filter(([, one]) => one.owner === caller.partyId);
        const accounts = [...new Set(mine.map(([, { account }]) => account))].filter((one) =>
          [null, one].includes(query.get('carrierAccountId')),
        );
        return {
          status: 200,
          body: {
            items: accounts.map((carrierAccountId) => {
              const of = mine.filter(([, { account }]) => account === carrierAccountId);
              return {
                carrierAccountId,
                allocatedCount: of.length,
                usedCount: of.filter(([, { isUsed }]) => isUsed).length,
                cancelledCount: of.filter(
                  ([no]) => tables.waybills.get(no)?.value.status === 'VOIDED',
                ).length,
                remainingCount: 1_000_000 - numberCount,
              };
            }),
          },
        };
      },
      { ...waybill, query: { carrierAccountId: /^.{1,40}$/s } },
    ),
    route('createWaybill', 'POST', '/v1/waybills', ({ caller, body }) => bind(caller, body), {
      ...waybill,
      form: 'WaybillCreation',
    }),
    route(
      'createWaybillBatch',
      'POST',
      '/v1/waybills/batch',
      (call) => each(call.caller, call, 'WaybillCreation', bind),
      { ...waybill, form: 'WaybillCreationBatch', most: ['items', 100] },
    ),
    route(
      'listWaybills',
      'GET',
      '/v1/waybills',
      ({ caller, query }) =>
        page(
          ownRows('waybills', caller).filter(({ value }) =>
            ['orderNo', 'packageId'].every(
              (name) => query.get(name) === null || query.get(name) === value[name],
            ),
          ),
          query,
        ),
      {
        ...waybill,
        query: {
          ...PAGES,
          ...SINCE,
          orderNo: /^[A-Za-z0-9_-]{1,64}$/,
          packageId: /^[A-Za-z0-9_]{1,40}$/,
        },
      },
    ),
    route(
      'getWaybill',
      'GET',
      '/v1/waybills/*',
      ({ caller, path: [id = ''] }) => shown(own('waybills', id, caller)),
      waybill,
    ),
    route(
      'updateWaybill',
      'PATCH',
      '/v1/waybills/*',
      (call) => {
        const row = own('waybills', call.path[0] ?? '', call.caller);
        current(row, call);
        within(row, 'updateWaybill', 'BOUND', 'LABELLED');
        patch(row, call.body);
        return shown(row);
      },
      { ...waybill, form: 'WaybillUpdate' },
    ),
    route(
      'cancelWaybill',
      'POST',
      '/v1/waybills/*/cancel',
      ({ caller, path: [id = ''] }) => {
        const row = own('waybills', id, caller);
        within(row, 'cancelWaybill', 'BOUND', 'LABELLED');
        voided(row);
        return {
          status: 200,
          body: { outcome: 'VOIDED', status: 'VOIDED', revision: row.value.revision },
        };
      },
      { ...waybill, form: 'WaybillCancellation' },
    ),
    route(
      'interceptWaybill',
      'POST',
      '/v1/waybills/*/intercept',
      ({ caller, path: [id = ''] }) => illegal(own('waybills', id, caller), 'interceptWaybill'),
      { ...waybill, form: 'InterceptRequest' },
    ),
    route('getIntercept', 'GET', '/v1/intercepts/*', () => refuse('NOT_FOUND'), waybill),
    route(
      'getWaybillLabel',
      'GET',
      '/v1/waybills/*/label',
      ({ caller, path: [id = ''], query }) => {
        const format = query.get('format');
        const row = own('waybills', id, caller);
        within(row, 'getWaybillLabel', 'BOUND', 'LABELLED');
        return { status: 200, body: labelOf(row, format ?? String(row.note.format)) };
      },
      { ...waybill, query: { format: STATES(MADE.join(' ')) } },
    ),
    route(
      'confirmPrint',
      'POST',
      '/v1/waybills/*/print-confirmations',
      ({ caller, path: [id = ''], body }) => {
        const row = own('waybills', id, caller);
        within(row, 'confirmPrint', 'LABELLED');
        if (Number(row.value.printCount) > 0 && body.reprintReason === undefined)
          broken('RULE_VIOLATION', '/reprintReason', 'WBL-012');
        change(row, { printCount: Number(row.value.printCount) + 1 });
        return shown(row, 201);
      },
      { ...waybill, form: 'PrintConfirmation' },
    ),
    route(
      'getParcel',
      'GET',
      '/v1/parcels/*/*',
      (call) => {
        const body = parcelOf(parcel(call), true);
        return { status: 200, body, headers: { ETag: `"${body.revision}"` } };
      },
      watched,
    ),
    route(
      'listParcelEvents',
      'GET',
      '/v1/parcels/*/*/events',
      (call) => ({ status: 200, body: { items: structuredClone(parcel(call).note.events) } }),
      { ...watched, query: PAGES },
    ),
    route(
      'getProofOfDelivery',
      'GET',
      '/v1/parcels/*/*/proof-of-delivery',
      () => refuse('NOT_FOUND'),
      { ...platform, module: 'tracking' },
    ),
    route(
      'queryParcels',
      'POST',
      '/v1/parcel-queries',
      ({ caller, body }) => ({
        status: 200,
        body: { results: (body.parcels as Bag[]).map((one, index) => ask(caller, one, index)) },
      }),
      {
        roles: ['platform', 'merchant', 'isv', 'hub', 'anonymous'],
        module: 'tracking',
        form: 'ParcelQuery',
        most: ['parcels', 40],
      },
    ),
    route(
      'createTrackingSubscription',
      'POST',
      '/v1/tracking-subscriptions',
      ({ caller, body }) => {
        own('waybills', String(body.waybillNo), caller);
        const id = randomUUID();
        return shown(
          made('trackings', id, caller.partyId, {
            trackingSubscriptionId: id,
            state: 'ACTIVE',
            expiresAt: body.expiresAt ?? new Date(now() + 90 * 86400_000).toISOString(),
          }),
          201,
        );
      },
      { ...tracked, form: 'TrackingSubscriptionRequest' },
    ),
    route(
      'getTrackingSubscription',
      'GET',
      '/v1/tracking-subscriptions/*',
      ({ caller, path: [id = ''] }) => shown(own('trackings', id, caller)),
      tracked,
    ),
    route(
      'deleteTrackingSubscription',
      'DELETE',
      '/v1/tracking-subscriptions/*',
      ({ caller, path: [id = ''] }) => {
        own('trackings', id, caller);
        tables.trackings.delete(id);
        return { status: 204 };
      },
      tracked,
    ),
    route(
      'requestErasure',
      'POST',
      '/v1/erasure-requests',
      ({ caller, body }) => {
        for (const row of ownRows('orders', caller)) {
          if (
            !(body.consigneeRefs as string[]).includes(
              String((row.value.consignee as Bag).consigneeRef),
            )
          )
            continue;
          row.note.isErased = true;
          for (const { waybillNo } of row.value.waybills as Bag[]) {
            const found = tables.waybills.get(String(waybillNo));
            if (found !== undefined) found.note.isErased = true;
          }
        }
        const erasureId = randomUUID();
        const receipt = { erasureId, state: 'COMPLETED', erasedAt: stamp(), retained: [] };
        made('erasures', erasureId, caller.partyId, { receipt });
        emit(caller.partyId, 'consignee.erasure.completed', erasureId, receipt);
        return { status: 202, body: receipt };
      },
      { ...platform, module: 'consignee', form: 'ErasureRequest' },
    ),
    route(
      'getErasure',
      'GET',
      '/v1/erasure-requests/*',
      ({ caller, path: [id = ''] }) => ({
        status: 200,
        body: own('erasures', id, caller).value.receipt,
      }),
      { ...platform, module: 'consignee' },
    ),
    route(
      'listInterruptionNotices',
      'GET',
      '/v1/interruption-notices',
      () => ({ status: 200, body: { items: [] } }),
      { query: { ...PAGES, ...SINCE, active: /^(true|false)$/ } },
    ),
    route('getInterruptionNotice', 'GET', '/v1/interruption-notices/*', () => refuse('NOT_FOUND')),
    route(
      'listRiskAssessments',
      'GET',
      '/v1/risk-assessments',
      ({ query }) =>
        page(
          [...tables.risks.values()].filter(({ owner }) => owner === partyId),
          query,
        ),
      { query: { ...PAGES, ...SINCE } },
    ),
    route(
      'submitRiskAssessment',
      'POST',
      '/v1/risk-assessments',
      ({ body }) => ({ status: 201, body, headers: { ETag: `"${body.revision}"` } }),
      { form: 'RiskAssessment' },
    ),
    route(
      'replayEvents',
      'GET',
      '/v1/events',
      ({ caller, query }) => {
        const from =
          query.get('cursor') === null
            ? 0
            : Number(
                Buffer.from(query.get('cursor') ?? '', 'base64url')
                  .toString()
                  .replace(/^s/, ''),
              );
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
      },
      { module: 'continuity', query: { ...PAGES, eventType: /^org\.openwaybill(\.[a-z]+){3}$/ } },
    ),
    route(
      'proposeAgreement',
      'POST',
      '/v1/agreements',
      ({ caller, body }) => ({ ...plain(propose(caller, body)), status: 201 }),
      { form: 'AgreementProposal' },
    ),
    route(
      'listAgreements',
      'GET',
      '/v1/agreements',
      ({ caller, query }) =>
        page(
          ownRows('agreements', caller).filter(({ value }) =>
            [null, value.status].includes(query.get('status')),
          ),
          query,
        ),
      {
        query: {
          ...PAGES,
          ...SINCE,
          status: STATES(
            'PROPOSED COUNTERED SIGNED EFFECTIVE SUSPENDED EXPIRED TERMINATED DECLINED',
          ),
        },
      },
    ),
    route('getAgreement', 'GET', '/v1/agreements/*', (call) => plain(agreement(call))),
    route(
      'counterAgreement',
      'POST',
      '/v1/agreements/*/counter',
      (call) => {
        const row = agreement(call);
        if (call.body.baseRevision !== row.value.revision) refuse('REVISION_STALE');
        // this courier never counters, so the caller always spoke last
        return illegal(row, 'counterAgreement');
      },
      { form: 'AgreementCounter' },
    ),
    route('signAgreement', 'POST', '/v1/agreements/*/sign', signTerms, {
      form: 'AgreementSignature',
    }),
    route('suspendAgreement', 'POST', '/v1/agreements/*/suspend', (call) => {
      const row = agreement(call);
      within(row, 'suspendAgreement', 'EFFECTIVE');
      stepped(row, 'SUSPENDED');
      return plain(row);
    }),
    route('resumeAgreement', 'POST', '/v1/agreements/*/resume', (call) => {
      const row = agreement(call);
      within(row, 'resumeAgreement', 'SUSPENDED');
      stepped(row, 'EFFECTIVE');
      return plain(row);
    }),
    route(
      'terminateAgreement',
      'POST',
      '/v1/agreements/*/terminate',
      (call) => {
        const row = agreement(call);
        within(
          row,
          'terminateAgreement',
          'PROPOSED',
          'COUNTERED',
          'SIGNED',
          'EFFECTIVE',
          'SUSPENDED',
        );
        const { status } = row.value;
        if (status === 'EFFECTIVE' || status === 'SUSPENDED')
          broken('RULE_VIOLATION', '', 'AGR-011');
        stepped(row, status === 'SIGNED' ? 'TERMINATED' : 'DECLINED');
        return plain(row);
      },
      { form: 'AgreementTermination' },
    ),
    route(
      'createEventSubscription',
      'POST',
      '/v1/event-subscriptions',
      ({ caller, body }) => {
        target(body.callbackUrl);
        const id = String(body.subscriptionId);
        if (tables.subscriptions.has(id)) broken('RULE_VIOLATION', '/subscriptionId', 'taken');
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
        patch(row, isMoved ? { ...call.body, state: 'PENDING_CHALLENGE' } : call.body);
        if (isMoved) challenge(row);
        return shown(row);
      },
      { form: 'EventSubscriptionUpdate' },
    ),
    route('deleteEventSubscription', 'DELETE', '/v1/event-subscriptions/*', (call) => {
      subscription(call);
      tables.subscriptions.delete(call.path[0] ?? '');
      return { status: 204 };
    }),
    route('receiveEvent', 'POST', '/v1/event-inbox', () => ({ status: 204 }), { isOpen: true }),
  ];
  const capabilities = (): Bag => ({
    specVersions: ['1.0'],
    environment: 'SANDBOX',
    organisation: { partyId, name: '见证快递（演示）' },
    software: { name: 'witness', version: '1.0.0' },
    claims: [
      { role: 'courier', conformanceClass: 'core', modules: MODULES, requirementSet: '1.0.0' },
    ],
    codeLists: [],
    regionTables: ['NBS-2023'],
    limits: {
      maxBodyBytes: 262144,
      maxBatchItemCount: 100,
      maxPageItemCount: 200,
      requestsPerSecond: 500,
      idempotencySeconds: 86400,
      eventRetentionSeconds: 2592000,
      unknownMembers: 'STRICT',
    },
    endpoints: {
      api: url,
      token: `${url}/token`,
      keys: `${url}/v1/keys`,
      eventInbox: `${url}/v1/event-inbox`,
    },
    authentication: { tokenAuthMethods: ['private_key_jwt'], signingAlgorithms: ['EdDSA'] },
    events: { sends: SENDS, receives: RECEIVES },
    labelFormats: MADE,
    retention: [{ privacyClass: 'pseudonymous', retentionClass: 'CLAIM' }],
    contactDesk: { name: '接口服务台', url: 'https://witness.example/desk' },
    revision: 1,
  });
  const problemOf = ({ code, members }: Refusal): Bag & { status: number } => {
    const [status = 500, retryable = true, title = ''] = PROBLEMS[code] ?? [];
    return {
      type: `https://openwaybill.org/problems/${code}`,
      code,
      title,
      status,
      retryable,
      instance: `urn:uuid:${randomUUID()}`,
      ...(status === 422 && members.errors === undefined
        ? { errors: [{ pointer: '', rule: 'request', message: 'The request cannot be accepted.' }] }
        : {}),
      ...members,
    };
  };

  // tokens
  const grant = (text: string): Response => {
    const oauth = (status: number, body: Bag) =>
      Response.json(body, {
        status,
        headers: { 'cache-control': 'no-store', 'openwaybill-sandbox': 'true' },
      });
    const asked = new URLSearchParams(text);
    if (asked.get('grant_type') !== 'client_credentials')
      return oauth(400, { error: 'unsupported_grant_type' });
    try {
      const jws = asked.get('client_assertion') ?? '';
      const claims = partOf(jws, 1);
      const client = world.clients.find(({ clientId }) => clientId === claims.sub);
      const key = client?.keys.find((one) => one.kid === partOf(jws, 0).kid);
      const seconds = now() / 1000;
      const id = `${claims.sub} ${claims.jti}`;
      if (
        client !== undefined &&
        key !== undefined &&
        asked.get('client_assertion_type') ===
          'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' &&
        claims.iss === claims.sub &&
        [claims.aud].flat().includes(`${url}/token`) &&
        Number(claims.exp) > seconds &&
        Number(claims.exp) <= seconds + 65 &&
        !(Number(claims.nbf ?? 0) > seconds + 5) &&
        !(Number(claims.iat ?? 0) > seconds + 5) &&
        typeof claims.jti === 'string' &&
        !assertions.has(id) &&
        isSigned(jws, createPublicKey({ key, format: 'jwk' }))
      ) {
        assertions.add(id);
        const token = ownJws(
          { alg: 'EdDSA', typ: 'at+jwt', kid },
          {
            iss: url,
            sub: client.clientId,
            aud: url,
            iat: Math.floor(seconds),
            exp: Math.floor(seconds) + 600,
            jti: randomUUID(),
            ow_org: client.partyId,
            ow_role: client.role,
            ow_agreements: [],
          },
        );
        return oauth(200, { access_token: token, token_type: 'Bearer', expires_in: 600 });
      }
    } catch {
      // an assertion that cannot be read names no client
    }
    return oauth(401, { error: 'invalid_client' });
  };
  const callerOf = (authorization: string | null): Client => {
    const token =
      /^Bearer ([A-Za-z0-9._-]+)$/i.exec(authorization ?? '')?.[1] ?? refuse('UNAUTHENTICATED');
    try {
      const { sub, iss, aud, exp } = partOf(token, 1);
      const client = world.clients.find(({ clientId }) => clientId === sub);
      if (
        client !== undefined &&
        partOf(token, 0).kid === kid &&
        isSigned(token, publicKey) &&
        iss === url &&
        aud === url &&
        Number(exp) > now() / 1000
      )
        return client;
    } catch {
      // refused below
    }
    return refuse('UNAUTHENTICATED');
  };

  /** The signature of an event that somebody sends here; answers the sender. */
  const senderOf = (headers: Headers, bytes: Uint8Array): Client => {
    const id = headers.get('webhook-id') ?? '';
    const at = headers.get('webhook-timestamp') ?? '';
    const signed = Buffer.concat([Buffer.from(`${id}.${at}.`), bytes]);
    const signatures = (headers.get('webhook-signature') ?? '')
      .split(' ')
      .filter((one) => one.startsWith('v1a,'))
      .map((one) => Buffer.from(one.slice(4), 'base64'));
    const sender = world.clients.find(({ keys: known }) =>
      known.some((key) =>
        signatures.some((one) =>
          verify(null, signed, createPublicKey({ key, format: 'jwk' }), one),
        ),
      ),
    );
    if (sender === undefined) return refuse('SIGNATURE_INVALID');
    if (!/^[0-9]{1,12}$/.test(at) || Math.abs(now() / 1000 - Number(at)) > 300)
      refuse('TIMESTAMP_SKEW');
    return sender;
  };
  const receive = (sender: Client, body: unknown, bytes: Uint8Array, headers: Headers): Reply => {
    const event = (body ?? {}) as Bag;
    const data = event.data as Bag | undefined;
    if (event.source !== `urn:openwaybill:party:${sender.partyId}`) refuse('SIGNATURE_INVALID');
    const isRight =
      event.specversion === '1.0' &&
      event.id === headers.get('webhook-id') &&
      /^msg_[A-Za-z0-9]{16,64}$/.test(String(event.id)) &&
      /^org\.openwaybill(\.[a-z]+){3}$/.test(String(event.type)) &&
      isInstant(event.time) &&
      event.datacontenttype === 'application/json' &&
      /^[0-9]{20}$/.test(String(event.sequence)) &&
      typeof data === 'object';
    if (!isRight) broken('SCHEMA_VIOLATION', '', 'event');
    const key = `${event.source} ${event.id}`;
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (inbox.has(key) && inbox.get(key) !== digest) refuse('EVENT_ID_CONFLICT');
    const isNew = !inbox.has(key);
    inbox.set(key, digest);
    if (event.type === 'org.openwaybill.discovery.subscription.challenged')
      return { status: 200, body: { challenge: data?.challenge } };
    const known = tables.orders.get(`${sender.partyId} ${data?.orderNo}`);
    if (isNew && known && String(event.type).endsWith('reference.replaced'))
      change(known, {
        consignee: { ...(known.value.consignee as Bag), consigneeRef: data?.newConsigneeRef },
      });
    return { status: 204 };
  };

  // the order of judgement (3.7)
  const isAccepted = (accept: string | null): boolean =>
    accept === null ||
    accept.split(',').some((one) => {
      const [type = '', ...rest] = one.trim().toLowerCase().split(';');
      return (
        ['application/json', 'application/*', '*/*'].includes(type.trim()) &&
        !rest.some((part) => /^ *q=0(\.0*)? *$/.test(part))
      );
    });
  const WORDS: Readonly<Record<string, RegExp>> = {
    orders: /^[A-Za-z0-9_-]{1,64}$/,
    waybills: /^[A-Z0-9-]{8,34}$/,
    intercepts: UUID,
    'tracking-subscriptions': UUID,
    'erasure-requests': UUID,
    'event-subscriptions': UUID,
    'interruption-notices': /^ntc_[A-Za-z0-9_-]{22}$/,
    agreements: /^agr_[A-Za-z0-9_-]{22}$/,
  };
  const judge = async (request: Request): Promise<Reply> => {
    const at = new URL(request.url);
    const { headers } = request;
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length > 262144 || request.url.length > 8192) refuse('BODY_TOO_LARGE');
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const here = routes.filter(({ path }) => path.test(at.pathname));
    if (here.length === 0) refuse('NOT_FOUND');
    const found = here.find((one) => one.method === method);
    if (found === undefined) {
      const allowed = here.flatMap((one) =>
        one.method === 'GET' ? ['GET', 'HEAD'] : [one.method],
      );
      return {
        ...problemReply(new Refusal('METHOD_NOT_ALLOWED')),
        headers: { Allow: [...new Set(allowed)].join(', ') },
      };
    }
    const anybody: Client = { clientId: '', partyId: '', role: 'anonymous', keys: [] };
    const isAnonymous = found.id === 'queryParcels' && !headers.has('authorization');
    const caller =
      found.id === 'receiveEvent'
        ? senderOf(headers, bytes)
        : found.isOpen || isAnonymous
          ? anybody
          : callerOf(headers.get('authorization'));
    const version = headers.get('openwaybill-version') ?? '1.0';
    const isVersion = /^[0-9]{1,4}\.[0-9]{1,4}$/.test(version);
    if (isVersion && !version.startsWith('1.')) refuse('UNSUPPORTED_VERSION');
    if (!isAccepted(headers.get('accept'))) refuse('NOT_ACCEPTABLE');
    const hasBody = bytes.length > 0 && method !== 'GET' && method !== 'DELETE';
    const isEvent = found.id === 'receiveEvent';
    const isJson = new RegExp(
      `^application/${isEvent ? '(cloudevents[+])?' : ''}json *(; *charset="?utf-8"? *)?$`,
      'i',
    ).test(headers.get('content-type') ?? '');
    if (
      (hasBody || found.form !== undefined || isEvent) &&
      !isJson &&
      method !== 'GET' &&
      (hasBody || headers.has('content-type'))
    )
      refuse('UNSUPPORTED_MEDIA_TYPE');
    const body = hasBody || found.form !== undefined ? readJson(bytes) : {};
    if (!isVersion) refuse('PARAMETER_INVALID');
    const path = (found.path.exec(at.pathname) ?? [])
      .slice(1)
      .map((one) => decodeURIComponent(one));
    const [, , collection = ''] = at.pathname.split('/');
    if (
      collection === 'parcels'
        ? !/^[A-Z][A-Z0-9_]{0,63} [A-Z0-9-]{8,34}$/.test(path.join(' '))
        : path.some((one) => !WORDS[collection]?.test(one))
    )
      refuse('PARAMETER_INVALID');
    for (const [name, pattern] of Object.entries(found.query ?? {})) {
      const values = at.searchParams.getAll(name);
      if (
        values.length > 1 ||
        values.some((one) => !pattern.test(one) || (name === 'updatedSince' && !isInstant(one)))
      )
        refuse('PARAMETER_INVALID');
    }
    const key = headers.get('idempotency-key') ?? '';
    const isKeyed = method === 'POST' && found.id !== 'receiveEvent';
    if (isKeyed && !KEY.test(key)) refuse('IDEMPOTENCY_KEY_MISSING');
    const match = headers.get('if-match');
    if (match !== null && !/^"[1-9][0-9]{0,15}"$/.test(match)) refuse('PARAMETER_INVALID');
    if (method === 'PATCH' && match === null) refuse('PRECONDITION_REQUIRED');
    if (found.id === 'receiveEvent') return receive(caller, body, bytes, headers);
    if (found.roles !== undefined && !found.roles.includes(caller.role))
      refuse('ROLE_NOT_PERMITTED');
    if (found.module !== undefined && !isAnonymous && !isCovered(caller.partyId, found.module))
      refuse('AGREEMENT_MISSING');
    const slot = `${caller.partyId} ${found.id} ${key}`;
    const print = JSON.stringify([at.pathname, body]);
    const known = isKeyed && !isAnonymous ? keys.get(slot) : undefined;
    if (known !== undefined) {
      if (known.print !== print) refuse('IDEMPOTENCY_KEY_REUSED');
      return {
        ...known.reply,
        headers: { ...known.reply.headers, 'Idempotency-Replayed': 'true' },
      };
    }
    const call: Call = {
      caller,
      path,
      query: at.searchParams,
      body: body as Bag,
      ifMatch: Number((match ?? '').replaceAll('"', '')),
      isStrict: version === '1.0',
    };
    let reply: Reply;
    try {
      const [name, most] = found.most ?? ['', 0];
      const many = (body as Bag | null)?.[name];
      if (Array.isArray(many) && many.length > most)
        refuse('BATCH_TOO_LARGE', { maxItemCount: most });
      if (found.form !== undefined) faulty(judgeBody(found.form, body, call.isStrict));
      reply = found.run(call);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reply = problemReply(error);
    }
    const isKept =
      isKeyed &&
      ![401, 403, 429].includes(reply.status) &&
      reply.status < 500 &&
      (reply.body as Bag | undefined)?.retryable !== true;
    if (isKept && !isAnonymous) keys.set(slot, { print, reply: structuredClone(reply) });
    return reply;
  };
  const problemReply = (error: Refusal): Reply => {
    const problem = problemOf(error);
    return {
      status: problem.status,
      body: problem,
      ...(problem.status === 429 ? { headers: { 'Retry-After': '60' } } : {}),
    };
  };

  // what is there from the start: an effective agreement with each platform, and the courier's own assessment
  for (const { partyId: other, role } of world.clients) {
    const row = made('agreements', `agr_${randomBytes(16).toString('base64url')}`, other, {
      parties: [
        { party: { partyId: other, role }, capacity: 'CONTROLLER' },
        { party: { partyId, role: 'courier' }, capacity: 'ENTRUSTED' },
      ],
      modules: MODULES,
      purposes: [],
      grants: MESSAGES.map((messageName) => ({
        messageName,
        pointer: '',
        toRole: role,
        maxClass: 'pseudonymous',
      })),
      retentions: [],
      measures: ['TLS'],
      interruptionTerms: {
        plannedLeadSeconds: 259200,
        terminationLeadSeconds: 2592000,
        parcelThresholdCount: 10000,
      },
      options: {},
      effectiveFromOn: today(),
      termsSha256: '0'.repeat(64),
      signatures: [],
      status: 'EFFECTIVE',
    });
    for (const [id, one] of tables.agreements) if (one === row) row.value.agreementId = id;
  }
  made('risks', 'own', partyId, {
    assessmentId: randomUUID(),
    period: { fromOn: today(), toOn: today() },
    scenarios: [
      {
        scenarioId: 'S1',
        title: '断电',
        likelihood: 1,
        impact: 3,
        score: 3,
        dependency: '电力',
        mitigation: '备用电源',
        ownerDesk: '运维台',
        dueOn: today(),
      },
    ],
    singlePointsOfFailure: [],
    lastDrillOn: today(),
    recoveryTimeObjectiveSeconds: 3600,
    recoveryPointObjectiveSeconds: 0,
    riskLevel: 'LOW',
  });

  const answer = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname === '/token') {
      return request.method === 'POST'
        ? grant(await request.text())
        : new Response(null, { status: 405, headers: { allow: 'POST' } });
    }
    let reply: Reply;
    try {
      reply = await judge(request);
    } catch (error) {
      reply = problemReply(
        error instanceof Refusal
          ? error
          : new Refusal(
              error instanceof Malformed
                ? 'MALFORMED_JSON'
                : error instanceof URIError
                  ? 'PARAMETER_INVALID'
                  : 'INTERNAL',
            ),
      );
      if (reply.status === 500) world.later(0, async () => Promise.reject(error));
    }
    const isOpenRead = /^\/(\.well-known|v1\/(keys|health))/.test(new URL(request.url).pathname);
    return new Response(
      reply.body === undefined || request.method === 'HEAD' ? null : JSON.stringify(reply.body),
      {
        status: reply.status,
        headers: {
          ...(reply.body === undefined
            ? {}
            : {
                'content-type':
                  reply.status >= 400 ? 'application/problem+json' : 'application/json',
              }),
          'cache-control': isOpenRead && reply.status === 200 ? 'max-age=60' : 'no-store',
          'openwaybill-version': '1.0',
          'openwaybill-sandbox': 'true',
          ...reply.headers,
        },
      },
    );
  };
  return { answer };
};
