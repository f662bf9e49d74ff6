import { type AgreementProposal, takesIdempotencyKey } from '@openwaybill/schemas';
import { holds } from '../../applicability.ts';
import { counterpartOf } from '../../drive/identity.ts';
import { operationOf } from '../../drive/operations.ts';
import { act } from '../../drive/prepare.ts';
import { scan } from '../../drive/scan.ts';
import type { CallInput, Stage } from '../../drive/stage.ts';
import { dayOf, signedTermsOf } from '../../drive/terms.ts';
import { agreement } from '../../models/agreement-walk.ts';
import { giveIn } from '../../models/give-command.ts';
import { rulingOf } from '../../models/ruling.ts';
import { inputOf } from '../../negatives/twin.ts';
import { TWINS } from '../../negatives/twins.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import { defineScenario, step, text } from '../scenario.ts';

const PERSONAL = {
  messageName: 'RevealGrant',
  pointer: '/fields',
  toRole: 'courier',
  maxClass: 'personal',
} as const;
const HOUR = 3_600;

type Given = {
  readonly first: Exchange;
  readonly again: (more: CallInput) => Promise<Exchange>;
};

/** A command that only an agreement allows, carried out under a key, and how it is repeated. */
const givenOnce = async (stage: Stage): Promise<Given | undefined> => {
  for (const [operationId, make] of Object.entries(TWINS)) {
    const operation = operationOf(operationId);
    if (
      operation.agreement === 'none' ||
      !takesIdempotencyKey(operation) ||
      !operation.calledBy.includes(counterpartOf(stage.claim.role)) ||
      !holds({ offers: operationId }, stage.claim)
    )
      continue;
    const twin = await make(stage);
    if (twin === undefined || twin.as !== undefined) continue;
    const input = { ...inputOf(twin), idempotencyKey: stage.invent.uuid() };
    const again = (more: CallInput) => stage.call(operationId, { ...input, ...more });
    const first = await again({ intent: 'CONTROL', probe: 'key-agreed' });
    if (isAccepted(first)) return { first, again };
  }
  return undefined;
};

/** Gives an agreement every command that its table does not name where it stands. */
const giveAmiss = async (
  stage: Stage,
  agreementId: string | undefined,
  state: 'EFFECTIVE' | 'SUSPENDED',
): Promise<void> => {
  // where the system signs on demand, agreements of their own are walked
  if (agreementId === undefined || stage.offers('ACTIONS')) return;
  for (const operation of Object.keys(agreement.commands))
    if (!rulingOf(agreement.entity, operation, state).isNamed)
      await giveIn(stage, agreement, { path: { agreementId }, revision: 1 }, { operation, state });
};

/** Proposed, countered, signed right and wrong, in effect, suspended and resumed. */
export const agreementLife = defineScenario({
  id: 'agreement-life',
  title: text('The life of an agreement', '协议的生命周期'),
  system: 'any',
  when: { offers: 'proposeAgreement' },
  tier: 'W',
  touches: [
    'AGR-003',
    'AGR-004',
    'AGR-005',
    'AGR-006',
    'AGR-009',
    'AGR-010',
    'AGR-011',
    'AGR-014',
    'DSC-021',
    'DSC-022',
    'DSC-024',
    'DSC-028',
  ],
  run: async function* (stage) {
    await stage.prepare('subscription');
    const hasScans = stage.offers('SCANS') && stage.claim.role === 'courier';
    const parcel = hasScans ? await stage.prepare('parcel') : undefined;

    yield step('CALL', 'Terms with and without what they need', '合规与不合规的条款');
    const right: AgreementProposal = stage.invent.proposal({
      impactAssessment: { reference: 'PIA-2026-011', assessedOn: '2026-10-20' },
    });
    const withPersonal = { ...right, grants: [...right.grants, PERSONAL] };
    const proposed = await stage.call('proposeAgreement', {
      body: withPersonal,
      intent: 'CONTROL',
      probe: 'propose',
    });
    if (!isAccepted(proposed)) return;
    const { impactAssessment: _, ...unassessed } = withPersonal;
    await stage.call('proposeAgreement', {
      body: unassessed,
      probe: 'propose-unassessed',
      twinOf: proposed.seq,
    });
    for (const [probe, terms] of [
      ['propose-short-lead', { plannedLeadSeconds: HOUR }],
      ['propose-short-end', { terminationLeadSeconds: HOUR }],
    ] as const)
      await stage.call('proposeAgreement', {
        body: {
          ...withPersonal,
          interruptionTerms: { ...right.interruptionTerms, ...terms },
        },
        probe,
        twinOf: proposed.seq,
      });

    yield step('CALL', 'Signed, then countered by the system', '签署后由系统还议');
    const agreementId = String(answerOf(proposed)?.agreementId);
    const path = { agreementId };
    const read = (probe: string) => stage.call('getAgreement', { path, probe });
    const signature = async (terms: Readonly<Record<string, unknown>> | undefined) => ({
      ...(await stage.sign(signedTermsOf(terms))),
      signedAt: new Date(await stage.now()).toISOString(),
      revision: Number(terms?.revision ?? 1),
    });
    const first = answerOf(await read('agreement-proposed'));
    const signed = await stage.call('signAgreement', {
      path,
      body: await signature(first),
      intent: 'CONTROL',
      probe: 'sign-first',
    });
    await read('agreement-signed-once');

    // who does not counter on demand signs at once: the wrong signatures then meet another agreement
    const isCountered = stage.offers('ACTIONS');
    let judged: Readonly<Record<string, unknown>>;
    if (isCountered) {
      await act(stage, 'COUNTER_AGREEMENT', { agreementId });
      await stage.settle();
      judged = answerOf(await read('agreement-countered'));
    } else {
      stage.leaveOut(text('A counter-proposal', '还议'), 'NO_FACILITY');
      judged = answerOf(await stage.call('proposeAgreement', { body: right, intent: 'PREPARE' }));
    }

    yield step('CALL', 'Wrong signatures, and a right one', '错误与正确的签名');
    const good = await signature(judged);
    const judgedPath = { agreementId: String(judged?.agreementId) };
    const twin = isCountered
      ? await stage.call('signAgreement', {
          path,
          body: good,
          intent: 'CONTROL',
          probe: 'sign-right',
        })
      : signed;
    const readJudged = (probe: string) => stage.call('getAgreement', { path: judgedPath, probe });
    await readJudged('agreement-before-wrong');
    await stage.call('signAgreement', {
      path: judgedPath,
      body: isCountered
        ? await signature(first)
        : await signature({ ...judged, revision: Number(judged?.revision) + 1 }),
      probe: 'sign-old-revision',
      twinOf: twin.seq,
    });
    const flipped = `${good.signature.slice(0, -3)}${good.signature.at(-3) === 'A' ? 'B' : 'A'}${good.signature.slice(-2)}`;
    await stage.call('signAgreement', {
      path: judgedPath,
      body: { ...good, signature: flipped },
      probe: 'sign-bit-wrong',
      twinOf: twin.seq,
    });
    await stage.call('signAgreement', {
      path: judgedPath,
      body: { ...good, signature: (await signature(first)).signature },
      probe: 'sign-other-terms',
      twinOf: twin.seq,
    });
    await readJudged('agreement-after-wrong');
    if (isCountered) {
      await act(stage, 'SIGN_AGREEMENT', { agreementId });
      await stage.settle();
    }
    const signedByBoth = await read('agreement-signed');

    yield step('CALL', 'An agreement is not ended without a notice', '未通知不得终止');
    const ending = { reason: '合作结束', effectiveOn: dayOf(await stage.now()) };
    const other = await stage.call('proposeAgreement', { body: right, intent: 'PREPARE' });
    const declined = await stage.call('terminateAgreement', {
      path: { agreementId: String(answerOf(other)?.agreementId) },
      body: ending,
      intent: 'CONTROL',
      probe: 'decline',
    });
    // before it is in effect whoever made it may take it back
    if (answerOf(signedByBoth)?.status === 'EFFECTIVE') {
      await stage.call('terminateAgreement', {
        path,
        body: ending,
        probe: 'terminate-unannounced',
        twinOf: declined.seq,
      });
      await read('agreement-after-terminate');
    }

    yield step('CALL', 'Suspended, and resumed', '中止与恢复');
    const given = await givenOnce(stage);
    const listed = await stage.call('listAgreements', { query: { status: 'EFFECTIVE' } });
    const effective: readonly { readonly agreementId: string }[] = answerOf(listed)?.items ?? [];
    const agreed = await stage.call('replayEvents', { probe: 'call-agreed' });
    // the one that was given notice may end at any moment
    const lasting = effective.find((one) => one.agreementId !== agreementId)?.agreementId;
    await giveAmiss(stage, lasting, 'EFFECTIVE');
    for (const one of effective)
      await stage.call('suspendAgreement', {
        path: { agreementId: one.agreementId },
        intent: 'CONTROL',
        probe: 'suspend',
      });
    await stage.call('replayEvents', { probe: 'call-suspended', twinOf: agreed.seq });
    await given?.again({ probe: 'key-suspended', twinOf: given.first.seq });
    await giveAmiss(stage, lasting, 'SUSPENDED');
    if (parcel !== undefined && !('blocked' in parcel)) {
      await scan(stage, parcel.waybillNo, 'PICKED_UP', {}, 'scan-suspended');
      await stage.settle();
    }
    // what the end of the pause sets free may come before its answer does
    await stage.call('listAgreements', {
      query: { status: 'SUSPENDED' },
      probe: 'still-suspended',
    });
    for (const one of effective)
      await stage.call('resumeAgreement', {
        path: { agreementId: one.agreementId },
        intent: 'CONTROL',
        probe: 'resume',
      });
    await stage.settle();
    await stage.await({ eventType: 'org.openwaybill.agreement.status.changed' }, 1_000);
    await stage.settle();
    await stage.call('replayEvents', { probe: 'call-resumed' });
  },
});
