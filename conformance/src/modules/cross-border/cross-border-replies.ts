import { causeFact } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { declarationOf } from './goods.ts';

/** Two declarations, to release and to seizure: every reply is told, with its code. */
export const crossBorderReplies = defineScenario({
  id: 'cross-border-replies',
  title: text('Replies of the authority', '海关回执'),
  system: 'customs-agent',
  when: { offers: 'submitDeclaration' },
  tier: 'C',
  needs: ['ACTIONS'],
  touches: ['XBD-005', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    for (const facts of [
      ['MESSAGE_REFUSED'],
      ['BOOKED', 'INSPECTION_ORDERED', 'DUTY_ASKED', 'DUTY_PAID', 'RELEASED'],
      ['BOOKED', 'HELD', 'SEIZED'],
    ]) {
      yield step('CALL', 'A declaration, and what the authority replies', '申报及其回执');
      const submitted = await stage.call('submitDeclaration', {
        body: declarationOf(stage),
        intent: 'PREPARE',
      });
      if (!isAccepted(submitted)) return;
      const declarationId = String(answerOf(submitted)?.declarationId);
      for (const fact of facts) {
        await causeFact(stage, {
          collection: 'customs-declarations',
          resourceId: declarationId,
          fact,
        });
        await stage.settle();
        await stage.call('getDeclaration', {
          path: { declarationId },
          probe: 'cross-border-replied',
        });
      }
    }
  },
});
