import {
  alterAnswers,
  alterOwnCalls,
  alterRequests,
  requestWith,
  withMember,
} from '../../faults/bend.ts';
import { alterStored } from '../../faults/stored.ts';
import type { Fault } from '../../words.ts';
import { NOBODY } from './goods.ts';

const CHANGED = 'org.openwaybill.crossborder.declaration.changed';
const RECORDED = 'org.openwaybill.tracking.event.recorded';

/** An event as the reference stores it. */
type Stored = {
  readonly type?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
  readonly data?: any;
};

/** Alters the payload of events of a type, before they are stored. */
const alterPayload = (type: string, alter: (data: Stored['data']) => unknown) =>
  alterStored(['event', 'delivery'], (row, switchOn) => {
    const body = row.body as Stored & { readonly event?: Stored };
    const event = body.event ?? body;
    if (event.type !== type) return row;
    switchOn.fired();
    const altered = { ...event, data: alter(event.data) };
    return { ...row, body: body.event === undefined ? altered : { ...body, event: altered } };
  });

/** Faults of module `cross-border`. */
export const crossBorderFaults: readonly Fault[] = [
  {
    kind: 'hand',
    role: 'customs-agent',
    id: 'identity-number-kept',
    title: { en: 'answers with the number of an identity card', zh: '应答携带证件号' },
    violates: ['XBD-001'],
    bend: alterAnswers(
      'customs-agent',
      ({ status, body }) =>
        status === 201
          ? { body: { ...body, extensions: { 'test.agent.buyer': NOBODY } } }
          : undefined,
      ['submitDeclaration'],
    ),
  },
  {
    kind: 'hand',
    role: 'customs-agent',
    id: 'goods-unwarned',
    title: { en: 'says nothing about vague goods', zh: '含糊品名不提示' },
    violates: ['XBD-003'],
    bend: alterAnswers(
      'customs-agent',
      ({ body }) =>
        body?.warnings === undefined
          ? undefined
          : { body: withMember(body, ['warnings'], () => undefined) },
      ['submitDeclaration'],
    ),
  },
  {
    kind: 'hand',
    role: 'courier',
    id: 'item-number-unchecked',
    title: { en: 'takes an item of a wrong check digit', zh: '接受校验位错误的邮件号' },
    violates: ['XBD-004', 'DSC-021'],
    bend: alterRequests(
      'courier',
      async (request, body, _operation, next) => {
        const refused = await next(request.clone());
        if (!(await refused.clone().text()).includes('CHECK_DIGIT_INVALID')) return undefined;
        const key = crypto.randomUUID();
        const taken = await next(
          requestWith(request, {
            headers: { 'Idempotency-Key': key },
            body: { ...body, s10: 'RB473124829GB' },
          }),
        );
        const made = (await taken.json()) as object;
        return new Response(JSON.stringify({ ...made, s10: body.s10 }), taken);
      },
      ['submitItemDescription'],
    ),
  },
  {
    kind: 'hand',
    role: 'customs-agent',
    id: 'reply-code-dropped',
    title: { en: 'passes replies on under a code of its own', zh: '回执改用自编代码' },
    violates: ['XBD-005'],
    bend: alterPayload(CHANGED, (data) =>
      data.authorityCode === undefined ? data : { ...data, authorityCode: 'OK' },
    ),
  },
  {
    kind: 'hand',
    role: 'courier',
    id: 'office-unnamed',
    title: { en: 'names an office of exchange like a branch', zh: '互换局以网点名义上报' },
    violates: ['XBD-006'],
    bend: alterPayload(RECORDED, (data) =>
      String(data.eventCode).includes('_OE_')
        ? withMember(data, ['location', 'facilityId'], () => 'ZZ-210202-BRANCH')
        : data,
    ),
  },
  {
    kind: 'hand',
    role: 'platform',
    id: 'declared-total-off',
    title: { en: 'declares another total than its lines', zh: '申报总值与明细不符' },
    violates: ['XBD-002', 'DSC-023'],
    bend: alterOwnCalls('submitDeclaration', (body) =>
      withMember(body, ['totalValue', 'minor'], (minor) => minor - 1),
    ),
  },
];
