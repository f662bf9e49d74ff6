import { problem } from '../../drive/peer.ts';
import { act } from '../../drive/prepare.ts';
import { isAccepted } from '../../transcript/body.ts';
import { defineScenario, FURTHER_ROLES, step, text } from '../scenario.ts';

const SECONDS = '2';

/** A system that is made to propose an agreement: what it sends, when it repeats it, and when it does not. */
export const ownProposal = defineScenario({
  id: 'own-proposal',
  title: text('A proposal of the system itself', '系统主动提议协议'),
  system: FURTHER_ROLES,
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['DSC-023', 'DSC-025', 'DSC-030', 'DSC-032'],
  run: async function* (stage) {
    const propose = async (probe: string) => {
      const started = await act(stage, 'PROPOSE_AGREEMENT', {}, probe);
      if (!isAccepted(started)) return;
      await stage.await(
        {
          operation: 'proposeAgreement',
          after: started.seq - 1,
          matches: ({ response }) => response?.status !== 429,
        },
        stage.run.maxWaitMilliseconds,
      );
      await stage.settle();
    };
    yield step('SERVE', 'First too many requests, then an answer', '先限流，后受理');
    stage.serve(
      'proposeAgreement',
      problem('RATE_LIMITED', {}, { 'Retry-After': SECONDS }),
      (_request, usual) => usual(),
    );
    await propose('proposal-limited');
    yield step('SERVE', 'A refusal for good', '不可重试的拒绝');
    stage.serve('proposeAgreement', problem('RULE_VIOLATION'));
    await propose('proposal-refused');
  },
});
