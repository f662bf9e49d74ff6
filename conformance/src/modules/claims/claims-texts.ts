import { defineScenario, step, text } from '../../scenarios/scenario.ts';

/** Texts that tell who somebody is; invented, like everybody in them. */
const TEXTS = {
  'claim-text-phone': '请致电 199 0000 0001 核实',
  'claim-text-numerals': '联系电话一九九零零零零零零零一',
  'claim-text-name': '收件人：张三丰，签收时外箱已破损',
};

/** A text is judged before what the path names, so that a claim of nobody shows it. */
export const claimsTexts = defineScenario({
  id: 'claims-texts',
  title: text('Texts that name somebody', '写明个人信息的文本'),
  system: 'any',
  when: { offers: 'appealClaim' },
  tier: 'W',
  touches: ['CLM-005', 'DSC-024'],
  run: async function* (stage) {
    yield step('CALL', 'An appeal with a number or a name', '含号码或姓名的申诉');
    for (const [probe, reasonText] of Object.entries(TEXTS))
      await stage.call('appealClaim', {
        path: { claimId: stage.invent.uuid() },
        body: { reasonText },
        intent: 'NEGATIVE',
        probe,
      });
  },
});
