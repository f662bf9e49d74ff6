import type { ContractDiff } from '@openwaybill/emit/diff';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';

/** A comparison whose rules call compatible what a sample shows to break: nothing that it says can be relied on. */
export const contradictionIn = ({ experiment }: ContractDiff): Complaint | undefined => {
  const [first] = experiment.contradictions;
  if (first === undefined) return undefined;
  const { schema, direction, refusal } = first;
  const at = refusal.pointer || '/';
  return {
    code: EXIT.ours,
    seen: {
      en: `${schema} ${direction} is refused at ${at} by ${refusal.rule}, and no rule says so`,
      zh: `${schema} ${direction} 在 ${at} 被 ${refusal.rule} 拒绝，而无规则说明`,
    },
    wanted: {
      en: 'what the rules call compatible passes every sample',
      zh: '规则判为兼容的变更须通过全部样本',
    },
    remedy: {
      en: 'this is a defect of openwaybill diff: report both contracts',
      zh: '这是 openwaybill diff 的缺陷：请附两份契约报告',
    },
  };
};
