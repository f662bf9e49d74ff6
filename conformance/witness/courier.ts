import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { coverage, grantsWhole, openAgreements } from './agreements.ts';
import { openContinuity } from './continuity.ts';
import { openEvents } from './events.ts';
import { type Bag, isInstant } from './form.ts';
import { formatOf, MADE } from './forms.ts';
import { openJudgement } from './judgement.ts';
import { current, illegal, openStore, page, patch, type Row, shown, within } from './store.ts';
import { openTokens } from './tokens.ts';
import {
  broken,
  type Call,
  type Client,
  each,
  oneOf,
  PAGES,
  problemOf,
  Refusal,
  type Reply,
  type Route,
  refuse,
  route,
  SINCE,
  type World,
} from './wire.ts';

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
/** A small courier that knows the standard from its documents: core, without test control. */
export const courier = (world: World) => {
  const { now, partyId, url } = world;
  const store = openStore(now);
  const { table, stamp, today, made, change, ownRows } = store;
  const isCovered = coverage(store);
  const tokens = openTokens(world);
  const events = openEvents(world, store, tokens, PAYLOADS, isCovered);
  const { emit } = events;
  const agreements = openAgreements(world, store, tokens, emit, events.unpark);
  const numbers = new Map<
    string,
    { owner: string; account: string; until: number; isUsed: boolean }
  >();
  const strangers = new Map<string, Map<string, number>>();
  let numberCount = 0;
  /** Who asks for many unknown numbers is walking. */
  const stroll = (who: string, id: string): void => {
    const seen = strangers.get(who) ?? new Map<string, number>();
    strangers.set(who, seen);
    for (const [one, at] of seen) if (at < now() - 60_000) seen.delete(one);
    if (!seen.has(id) && seen.size >= 100) refuse('RATE_LIMITED');
    seen.set(id, now());
  };
  const own = (name: string, id: string, caller: Client): Row => {
    if (name === 'orders') return store.own(name, `${caller.partyId} ${id}`, caller);
    if (name === 'waybills' && table(name).get(id)?.owner !== caller.partyId)
      stroll(caller.partyId, id);
    return store.own(name, id, caller);
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
    const known = table('orders').get(id);
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
      .map((one) => table('waybills').get(String(one.waybillNo)))
      .find((one) => one !== undefined && one.value.status !== 'VOIDED');
  const allocate = (order: Row): void => {
    if (order.value.status === 'ACCEPTED' && live(order).every((one) => boundTo(order, one)))
      moved(order, 'ALLOCATED', 'WAYBILL_BOUND');
  };
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
    const order = table('orders').get(`${row.owner} ${orderNo}`);
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
      return found === undefined ? undefined : table('waybills').get(String(found.waybillNo));
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
    const row = table('waybills').get(String(asked.waybillNo));
    const isThere = row !== undefined && !row.note.isErased && asked.carrierCode === 'ZZ';
    if (!isThere) stroll(caller.partyId, String(asked.waybillNo));
    const lost = { index, status: 404, problem: problemOf(new Refusal('NOT_FOUND')) };
    if (!isThere) return lost;
    const { orderNo, consigneeRef } = (asked.proof ?? {}) as Bag;
    const order = table('orders').get(`${row.owner} ${row.value.orderNo}`);
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
    route('getKeys', 'GET', '/v1/keys', () => ({ status: 200, body: { keys: tokens.keys } }), {
      isOpen: true,
    }),
    route('submitOrder', 'POST', '/v1/orders', ({ caller, body }) => submit(caller, body), {
      ...order,
      form: 'OrderSubmission',
    }),
    route(
      'submitOrderBatch',
      'POST',
      '/v1/orders/batch',
      (call) => each(call, 'OrderSubmission', submit),
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
          status: oneOf(
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
        patch(store, row, call.body);
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
                  ([no]) => table('waybills').get(no)?.value.status === 'VOIDED',
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
      (call) => each(call, 'WaybillCreation', bind),
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
        patch(store, row, call.body);
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
      { ...waybill, query: { format: oneOf(MADE.join(' ')) } },
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
        isPublic: true,
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
        table('trackings').delete(id);
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
            const found = table('waybills').get(String(waybillNo));
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
    ...openContinuity(world, store, MODULES),
    ...events.routes,
    ...agreements.routes,
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
  /** A reference that its platform replaced. */
  const receive = (sender: Client, type: string, data: Bag): void => {
    const known = table('orders').get(`${sender.partyId} ${data.orderNo}`);
    if (known !== undefined && type.endsWith('reference.replaced'))
      change(known, {
        consignee: { ...(known.value.consignee as Bag), consigneeRef: data.newConsigneeRef },
      });
  };
  for (const client of world.clients)
    agreements.begin(client, { role: 'courier', modules: MODULES }, MESSAGES, 'pseudonymous');
  return openJudgement({
    world,
    tokens,
    routes,
    isCovered,
    isGranted: grantsWhole(store),
    receive,
  });
};
