import { ORDERS } from '../../applicability.ts';
import { linger } from '../../drive/pass.ts';
import { problem } from '../../drive/peer.ts';
import { act } from '../../drive/prepare.ts';
import type { Answer, Stage } from '../../drive/stage.ts';
import { isAccepted, requestOf } from '../../transcript/body.ts';
import type { Scenario } from '../../words.ts';
import { defineScenario, step, text } from '../scenario.ts';

const SECONDS = 2;
const AFTER = { 'Retry-After': String(SECONDS) };

/** Longest time in which a caller has had all its pauses. */
const PATIENCE = 60_000;
/** For how long a caller that was refused for good might still try again: longer than a first pause. */
const AFTERMATH = 2_500;

/** What the courier answers first, each to an order of its own; then it accepts, unless it refused for good. */
const FIRST_ANSWERS: Readonly<Record<string, Answer>> = {
  'retry-503': problem('INTERRUPTED', { noticeId: 'ntc_AAECAwQFBgcICQoLDA0ODw' }, AFTER),
  'retry-429': problem('RATE_LIMITED', {}, AFTER),
  'retry-500': problem('INTERNAL'),
  'retry-in-flight': problem('REQUEST_IN_PROGRESS'),
  'retry-silence': 'SILENCE',
  'retry-reset': 'RESET',
};
const REFUSAL = problem('RULE_VIOLATION');

/** Until all of them are accepted, or the patience of the run is over. */
const untilAccepted = async (stage: Stage, orders: readonly string[]): Promise<void> => {
  for (const orderNo of orders)
    await stage.await(
      {
        operation: 'submitOrder',
        matches: (exchange) =>
          requestOf(exchange)?.orderNo === orderNo && exchange.response?.status === 201,
      },
      Math.min(PATIENCE, stage.run.maxWaitMilliseconds),
    );
  await stage.settle();
};

/** The same, where somebody places the orders: which of them meets what follows from the order in which they come. */
const byHand: Scenario['run'] = async function* (stage) {
  yield step('SERVE', 'Orders whose first answer is a failure', '首次应答为失败的订单');
  const firsts = Object.values(FIRST_ANSWERS);
  const places = new Map<string, number>();
  stage.serve('submitOrder', ({ body }, usual) => {
    const orderNo = String(body?.orderNo);
    const known = places.get(orderNo);
    const place = known ?? places.size;
    places.set(orderNo, place);
    if (place >= firsts.length) return REFUSAL;
    return known === undefined ? (firsts[place] ?? usual()) : usual();
  });
  const orders = await stage.prepare('orders', { count: firsts.length + 1 });
  if ('blocked' in orders) return;
  await linger(stage, AFTERMATH);

  yield step('AWAIT', 'They are repeated until they are accepted', '重复直至受理');
  await untilAccepted(
    stage,
    [...places].flatMap(([orderNo, place]) => (place < firsts.length ? [orderNo] : [])),
  );
};

/** A courier in trouble: what the platform repeats, when, and with which key. */
export const callerRetries = defineScenario({
  id: 'caller-retries',
  title: text('Requests that fail at first', '起初失败的请求'),
  system: 'platform',
  when: { claims: 'consignee' },
  tier: 'W',
  needs: [ORDERS],
  touches: ['CTY-012', 'DSC-023', 'DSC-025', 'DSC-030', 'DSC-032'],
  run: async function* (stage) {
    if (!stage.offers('ACTIONS')) {
      yield* byHand(stage);
      return;
    }
    yield step('SERVE', 'Orders whose first answer is a failure', '首次应答为失败的订单');
    const firstOf = new Map<string, Answer>();
    const refused = stage.invent.orderNo();
    stage.serve('submitOrder', ({ body }, usual) => {
      const { orderNo } = body;
      if (orderNo === refused) return REFUSAL;
      const first = firstOf.get(orderNo);
      firstOf.delete(orderNo);
      return first ?? usual();
    });
    const submit = (orderNo: string, probe: string) =>
      act(stage, 'SUBMIT_ORDER', { orderNo, consigneeSeed: orderNo }, probe);

    const waiting: string[] = [];
    for (const [probe, first] of Object.entries(FIRST_ANSWERS)) {
      const orderNo = stage.invent.orderNo();
      firstOf.set(orderNo, first);
      if (isAccepted(await submit(orderNo, probe))) waiting.push(orderNo);
    }
    await submit(refused, 'retry-never');
    await linger(stage, AFTERMATH);

    yield step('AWAIT', 'They are repeated until they are accepted', '重复直至受理');
    await untilAccepted(stage, waiting);
  },
});
