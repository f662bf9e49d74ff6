import { FAR_MINOR } from '../../drive/far-versions.ts';
import { act } from '../../drive/prepare.ts';
import type { Answer, AnswerMaker, Stage } from '../../drive/stage.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** The usual answer of a server that is a minor version ahead. */
const ofTheFuture =
  (members: Readonly<Record<string, unknown>>): AnswerMaker =>
  (_request, usual): Answer => {
    const answer = usual();
    return typeof answer === 'string'
      ? answer
      : {
          ...answer,
          body: { ...(answer.body as object), ...members },
          headers: { ...answer.headers, 'OpenWaybill-Version': FAR_MINOR, 'X-Future': 'unknown' },
        };
  };

const ANSWERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'tolerant-control': {},
  'tolerant-members': { futureMember: { kind: 'FUTURE', count: 1 }, anotherFutureFlag: true },
};

const outcomeOf = async (stage: Stage, actionId: string, probe: string): Promise<void> => {
  await stage.settle();
  await stage.call('getTestAction', { path: { actionId }, intent: 'TEST_CONTROL', probe });
};

/** Answers that say more than the platform knows. */
export const callerTolerance = defineScenario({
  id: 'caller-tolerance',
  title: text('Answers of a later minor version', '较新次版本的应答'),
  system: 'platform',
  when: { claims: 'consignee' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['DSC-007', 'DSC-023', 'DSC-025'],
  run: async function* (stage) {
    for (const [probe, members] of Object.entries(ANSWERS)) {
      yield step('SERVE', `Orders and waybills: ${probe}`, `订单与运单：${probe}`);
      stage.serve('submitOrder', ofTheFuture(members));
      stage.serve('createWaybill', ofTheFuture(members));
      const orderNo = stage.invent.orderNo();
      const ordered = await act(stage, 'SUBMIT_ORDER', { orderNo, consigneeSeed: orderNo });
      if (!isAccepted(ordered)) return;
      const arrived = await stage.await(
        {
          operation: 'submitOrder',
          matches: (exchange) => requestOf(exchange)?.orderNo === orderNo,
        },
        stage.run.maxWaitMilliseconds,
      );
      if (arrived === undefined) return;
      await outcomeOf(stage, String(answerOf(ordered)?.actionId), `${probe}-order`);
      const created = await act(stage, 'CREATE_WAYBILL', { orderNo });
      if (!isAccepted(created)) return;
      await stage.await(
        {
          operation: 'createWaybill',
          matches: (exchange) => requestOf(exchange)?.orderNo === orderNo,
        },
        stage.run.maxWaitMilliseconds,
      );
      await outcomeOf(stage, String(answerOf(created)?.actionId), `${probe}-waybill`);
    }
  },
});
