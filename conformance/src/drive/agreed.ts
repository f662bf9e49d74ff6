import type { AgreementProposal } from '@openwaybill/schemas';
import { answerOf, isAccepted } from '../transcript/body.ts';
import { act } from './prepare.ts';
import type { Stage } from './stage.ts';
import { signedTermsOf } from './terms.ts';

/** Proposes terms and has both sides sign them; the id of an agreement that is in effect, or nothing. */
export const agreed = async (
  stage: Stage,
  terms: AgreementProposal,
  probe: string,
): Promise<string | undefined> => {
  const proposed = await stage.call('proposeAgreement', { body: terms, intent: 'PREPARE' });
  if (!isAccepted(proposed)) return undefined;
  const agreementId = String(answerOf(proposed)?.agreementId);
  const path = { agreementId };
  const read = answerOf(await stage.call('getAgreement', { path }));
  await stage.call('signAgreement', {
    path,
    body: {
      ...(await stage.sign(signedTermsOf(read))),
      signedAt: new Date(await stage.now()).toISOString(),
      revision: Number(read?.revision ?? 1),
    },
    intent: 'PREPARE',
  });
  await act(stage, 'SIGN_AGREEMENT', { agreementId });
  await stage.settle();
  const signed = await stage.call('getAgreement', { path, probe });
  return answerOf(signed)?.status === 'EFFECTIVE' ? agreementId : undefined;
};
