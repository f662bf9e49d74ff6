import type { Role, Text } from '@openwaybill/schemas';

/** What the runner may do while two systems speak: calls of each, as the other of them. */
export type Hand = {
  readonly call: (
    at: Side,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** Where each of them is reached by the other: whoever stands there passes everything on. */
  readonly reachedAt: Readonly<Record<Side, string>>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Whether a system offers a command of test control. */
  readonly offers: (at: Side, command: string) => boolean;
};

/** The two roles of the core exchange. */
export type Side = Extract<Role, 'courier' | 'platform'>;

/** What earlier steps left for later ones. */
export type Kept = Map<string, string>;

/** How a step ended; why it did not work is a code of the standard, or a word of ours. */
export type Outcome =
  | { readonly state: 'WORKED' }
  | { readonly state: 'REFUSED' | 'FAILED'; readonly why: string };

export type Step = {
  readonly id: string;
  readonly title: Text;
  /** Commands of test control without which it cannot be done. */
  readonly needs: readonly (readonly [Side, 'ACTIONS' | 'SCANS'])[];
  readonly run: (hand: Hand, kept: Kept) => Promise<Outcome>;
};

/** The members of an answer; none where it is no object. */
const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Codes of the standard are words; what else stands in their place is not told. */
const isWord = (code: unknown): code is string =>
  typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,63}$/.test(code);

/** Why something was refused: the code of the standard, or else the status. */
const whyOf = (code: unknown, otherwise: string | number): string =>
  isWord(code) ? code : String(otherwise);

const DONE: Outcome = { state: 'WORKED' };
const failed = (why: string): Outcome => ({ state: 'FAILED', why });
const other = (side: Side): Side => (side === 'courier' ? 'platform' : 'courier');

/** How often an action is looked at before it counts as stuck, and the pause between two looks. */
const LOOKS = 60;
const PAUSE = 250;

type Ended = { readonly outcome: Outcome; readonly result: Readonly<Record<string, unknown>> };

/** Makes a system act towards the other one, through whoever stands between them, and waits for the end of it. */
const act = async (
  hand: Hand,
  side: Side,
  action: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Ended> => {
  const started = await hand.call(side, 'POST', '/v1/test-controls/actions', {
    action,
    counterparty: hand.reachedAt[other(side)],
    input,
  });
  const { actionId, code } = membersOf(started.body);
  if (started.status !== 202) return { outcome: failed(whyOf(code, started.status)), result: {} };
  if (typeof actionId !== 'string') return { outcome: failed('NO_ACTION_ID'), result: {} };
  for (let look = 0; look < LOOKS; look += 1) {
    const { body } = await hand.call(
      side,
      'GET',
      `/v1/test-controls/actions/${encodeURIComponent(actionId)}`,
    );
    const { state, ...more } = membersOf(body);
    const result = membersOf(more.result);
    if (state === 'SUCCEEDED') return { outcome: DONE, result };
    if (state === 'FAILED') return { outcome: failed(whyOf(result.code, 'FAILED')), result };
    await hand.wait(PAUSE);
  }
  return { outcome: failed('STILL_RUNNING'), result: {} };
};

const keep = (kept: Kept, result: Ended['result'], ...names: readonly string[]): void => {
  for (const name of names) if (typeof result[name] === 'string') kept.set(name, result[name]);
};

const subscribe = (side: Side, title: Text): Step => ({
  id: `between-${side}-subscribes`,
  title,
  needs: [[side, 'ACTIONS']],
  run: async (hand) =>
    (
      await act(hand, side, 'CREATE_SUBSCRIPTION', {
        callbackUrl: `${hand.reachedAt[side]}/v1/event-inbox`,
      })
    ).outcome,
});

const scan = (title: Text, ...codes: readonly string[]): Step => ({
  id: `between-scans-${codes[0]?.toLowerCase().replaceAll('_', '-')}`,
  title,
  needs: [['courier', 'SCANS']],
  run: async (hand, kept) => {
    for (const eventCode of codes) {
      const { status, body } = await hand.call('courier', 'POST', '/v1/test-controls/scans', {
        carrierCode: kept.get('carrierCode'),
        waybillNo: kept.get('waybillNo'),
        eventCode,
      });
      if (status !== 201) return failed(whyOf(membersOf(body).code, status));
    }
    return DONE;
  },
});

/** What two systems are brought to do with each other, in this order. */
export const STEPS: readonly Step[] = [
  subscribe('platform', {
    en: 'the platform subscribes to events of the courier',
    zh: '平台订阅快递的事件',
  }),
  subscribe('courier', {
    en: 'the courier subscribes to events of the platform',
    zh: '快递订阅平台的事件',
  }),
  {
    id: 'between-order',
    title: { en: 'the platform orders', zh: '平台下单' },
    needs: [['platform', 'ACTIONS']],
    run: async (hand, kept) => {
      const { outcome, result } = await act(hand, 'platform', 'SUBMIT_ORDER', {
        consigneeSeed: 'between-1',
      });
      keep(kept, result, 'orderNo', 'consigneeRef');
      return outcome;
    },
  },
  {
    id: 'between-waybill',
    title: { en: 'the platform takes a waybill', zh: '平台取运单' },
    needs: [['platform', 'ACTIONS']],
    run: async (hand, kept) => {
      const { outcome, result } = await act(hand, 'platform', 'CREATE_WAYBILL', {
        orderNo: kept.get('orderNo'),
      });
      keep(kept, result, 'waybillNo');
      const waybillNo = kept.get('waybillNo');
      if (waybillNo === undefined)
        return outcome.state === 'WORKED' ? failed('NO_WAYBILL_NO') : outcome;
      const path = `/v1/waybills/${encodeURIComponent(waybillNo)}`;
      const read = await hand.call('courier', 'GET', path);
      keep(kept, membersOf(read.body), 'carrierCode');
      return outcome;
    },
  },
  scan(
    { en: 'the parcel is on its way', zh: '快件在途' },
    'PICKED_UP',
    'ARRIVED_HUB',
    'OUT_FOR_DELIVERY',
  ),
  {
    id: 'between-reveal',
    title: { en: 'the courier asks for the name of the consignee', zh: '快递申请收件人姓名' },
    needs: [['courier', 'ACTIONS']],
    run: async (hand, kept) => {
      const { outcome, result } = await act(hand, 'courier', 'REQUEST_REVEAL', {
        consigneeRef: kept.get('consigneeRef'),
        waybillNo: kept.get('waybillNo'),
        purpose: 'SERVICE_NAME_CHECK',
        fields: ['NAME'],
      });
      // whether it is granted is for the agreement of the two to say
      return isWord(result.code) ? { state: 'REFUSED', why: result.code } : outcome;
    },
  },
  scan({ en: 'the parcel is delivered', zh: '快件妥投' }, 'DELIVERED'),
  {
    id: 'between-cancel',
    title: { en: 'the platform cancels another order', zh: '平台取消另一订单' },
    needs: [['platform', 'ACTIONS']],
    run: async (hand) => {
      const { outcome, result } = await act(hand, 'platform', 'SUBMIT_ORDER', {
        consigneeSeed: 'between-2',
      });
      if (outcome.state !== 'WORKED') return outcome;
      const cancelled = await act(hand, 'platform', 'CANCEL_ORDER', {
        orderNo: result.orderNo,
        reason: 'BUYER_CANCELLED',
      });
      return cancelled.outcome;
    },
  },
  {
    id: 'between-replay',
    title: { en: 'the platform asks for the events again', zh: '平台重取事件' },
    needs: [['platform', 'ACTIONS']],
    run: async (hand) => (await act(hand, 'platform', 'REPLAY_EVENTS', {})).outcome,
  },
];
