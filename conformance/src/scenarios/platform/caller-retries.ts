import { problem } from '../../drive/peer.ts';
import { act } from '../../drive/prepare.ts';
import type { AnswerMaker } from '../../drive/stage.ts';
import { isAccepted, requestOf } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

const SECONDS = 2;
const AFTER = { 'Retry-After': String(SECONDS) };

/** Longest pause of a caller that the scenario waits out. */
const PATIENCE = 60_000;

/** What the courier answers first; then it accepts. */
const FIRST_ANSWERS: Readonly<Record<string, AnswerMaker>> = {
  'retry-503': problem('INTERRUPTED', { noticeId: 'ntc_AAECAwQFBgcICQoLDA0ODw' }, AFTER),
  'retry-429': problem('RATE_LIMITED', {}, AFTER),
  'retry-500': problem('INTERNAL'),
  'retry-in-flight': problem('REQUEST_IN_PROGRESS'),
  'retry-silence': 'SILENCE',
  'retry-reset': 'RESET',
};

/** A courier in trouble: what the platform repeats, when, and with which key. */
export const callerRetries = defineScenario({
  id: 'caller-retries',
  title: text('Requests that fail at first', '起初失败的请求'),
  system: 'platform',
  when: { claims: 'consignee' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['CTY-012', 'DSC-023', 'DSC-025', 'DSC-030', 'DSC-032'],
  run: async function* (stage) {
    const order = async (probe: string) => {
      const orderNo = stage.invent.orderNo();
      const started = await act(stage, 'SUBMIT_ORDER', { orderNo, consigneeSeed: orderNo }, probe);
      if (!isAccepted(started)) return;
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

    for (const [probe, first] of Object.entries(FIRST_ANSWERS)) {
      yield step('SERVE', `The first answer: ${probe}`, `首次应答：${probe}`);
      stage.serve('submitOrder', first, (_request, usual) => usual());
      await order(probe);
    }

    yield step('SERVE', 'A refusal for good', '不可重试的拒绝');
    stage.serve('submitOrder', problem('RULE_VIOLATION'));
    await order('retry-never');
  },
});
