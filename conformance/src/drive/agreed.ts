import type { AgreementProposal } from '@openwaybill/schemas';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Identity } from './identity.ts';
import type { Stage } from './stage.ts';
import { signedTermsOf } from './terms.ts';

/** Who proposes, if not the runner's main role. */
type Proposer = Exclude<Identity, 'nobody'>;

/** Proposes terms and has both sides sign them; the id of an agreement that is in effect, or nothing. */
export const agreed = async (
  stage: Stage,
  terms: AgreementProposal,
  probe: string,
  as: Proposer = 'runner',
): Promise<string | undefined> => {
  const proposed = await stage.callAs(as, 'proposeAgreement', { body: terms, intent: 'PREPARE' });
  if (!isAccepted(proposed)) return undefined;
  const agreementId = String(answerOf(proposed)?.agreementId);
  const path = { agreementId };
  const read = answerOf(await stage.callAs(as, 'getAgreement', { path }));
  await stage.callAs(as, 'signAgreement', {
    path,
    body: {
      ...(await stage.sign(signedTermsOf(read), as)),
      signedAt: new Date(await stage.now()).toISOString(),
      revision: Number(read?.revision ?? 1),
    },
    intent: 'PREPARE',
  });
  await stage.callAs(as, 'triggerTestAction', {
    body: { action: 'SIGN_AGREEMENT', counterparty: stage.peerUrl, input: { agreementId } },
    intent: 'TEST_CONTROL',
  });
  await stage.settle();
  const signed = await stage.callAs(as, 'getAgreement', { path, probe });
  return answerOf(signed)?.status === 'EFFECTIVE' ? agreementId : undefined;
};
