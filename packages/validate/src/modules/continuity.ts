import type { InterruptionNotice, ReplayPage, RiskAssessment } from '@openwaybill/schemas';
import { isLeadTimeKept, leadSecondsOf, PRE_REPORT, riskLevelOf } from '../generated/facts.mjs';
import { at, membersRule } from '../rules/members-rule.ts';

const ISSUED: readonly string[] = ['ISSUED', 'ACTIVE', 'RESTORED', 'CLOSED', 'SUPERSEDED'];

const missing = (member: string) => ({
  text: { en: `${member} is missing from this notice`, zh: `该通知缺少 ${member}` },
  hint: { en: `Add ${member}.`, zh: `请补充 ${member}。` },
});

const leadWords = {
  text: { en: 'the notice comes too late', zh: '通知提前期不足' },
  hint: {
    en: 'PLANNED and RESTRICTION need 72 hours, TERMINATION 30 days; UNPLANNED follows its detection within 15 minutes.',
    zh: '计划与限制至少提前 72 小时，终止至少 30 天；突发须在发现后 15 分钟内通知。',
  },
};

const isPreReported = ({ noticeClass, riskLevel, assessmentId }: InterruptionNotice): boolean =>
  assessmentId !== undefined ||
  !PRE_REPORT.classes.some((due) => due === noticeClass) ||
  !PRE_REPORT.levels.some((due) => due === riskLevel);

const isLeadRight = ({ startsAt, issuedAt, leadSeconds }: InterruptionNotice): boolean =>
  issuedAt === undefined || leadSeconds === leadSecondsOf(startsAt, issuedAt);

const isInTime = ({ noticeClass, startsAt, issuedAt, detectedAt }: InterruptionNotice): boolean =>
  issuedAt === undefined ||
  isLeadTimeKept({
    noticeClass,
    startsAt,
    issuedAt,
    ...(detectedAt === undefined ? {} : { detectedAt }),
  });

const leadRule = (noticeClass: string, id: 'CTY-002' | 'DSC-022' | 'CTY-003') =>
  membersRule<InterruptionNotice>({
    schema: 'InterruptionNotice',
    id,
    part: `lead-${noticeClass}`,
    broken: (notice) =>
      at(
        '/leadSeconds',
        notice.noticeClass !== noticeClass || !isLeadRight(notice) || isInTime(notice),
      ),
    ...leadWords,
  });

/** What a notice needs by its class and status, how risk is scored, and the order of a replay. */
export const continuityRules = [
  leadRule('PLANNED', 'CTY-002'),
  leadRule('RESTRICTION', 'DSC-022'),
  leadRule('TERMINATION', 'CTY-003'),
  membersRule<InterruptionNotice>({
    schema: 'InterruptionNotice',
    id: 'DSC-022',
    part: 'end',
    broken: ({ noticeClass, expectedEndsAt }) =>
      at('', noticeClass !== 'PLANNED' || expectedEndsAt !== undefined),
    ...missing('expectedEndsAt'),
  }),
  membersRule<InterruptionNotice>({
    schema: 'InterruptionNotice',
    id: 'CTY-003',
    part: 'drain',
    broken: ({ noticeClass, drainUntilAt }) =>
      at('', noticeClass !== 'TERMINATION' || drainUntilAt !== undefined),
    ...missing('drainUntilAt'),
  }),
  membersRule<InterruptionNotice>({
    schema: 'InterruptionNotice',
    id: 'CTY-004',
    part: 'detection',
    broken: ({ noticeClass, detectedAt }) =>
      at('', noticeClass !== 'UNPLANNED' || detectedAt !== undefined),
    ...missing('detectedAt'),
  }),
  membersRule<InterruptionNotice>({
    schema: 'InterruptionNotice',
    id: 'CTY-004',
    part: 'in-time',
    broken: (notice) =>
      at(
        '/issuedAt',
        notice.noticeClass !== 'UNPLANNED' || notice.detectedAt === undefined || isInTime(notice),
      ),
    ...leadWords,
  }),
  membersRule<InterruptionNotice>({
    schema: 'InterruptionNotice',
    id: 'DSC-022',
    part: 'issued',
    broken: ({ status, issuedAt }) => at('', !ISSUED.includes(status) || issuedAt !== undefined),
    ...missing('issuedAt'),
  }),
  membersRule<InterruptionNotice>({
    schema: 'InterruptionNotice',
    id: 'CTY-005',
    broken: (notice) => at('', isPreReported(notice)),
    requirement: 'CTY-005',
    ...missing('assessmentId'),
  }),
  membersRule<InterruptionNotice>({
    schema: 'InterruptionNotice',
    id: 'DSC-022',
    part: 'lead-seconds',
    broken: (notice) => at('/leadSeconds', isLeadRight(notice)),
    text: {
      en: 'leadSeconds is not startsAt less issuedAt',
      zh: 'leadSeconds 不等于 startsAt 减 issuedAt',
    },
    hint: { en: 'Compute it from the two instants.', zh: '请由两个时刻计算。' },
  }),
  membersRule<RiskAssessment>({
    schema: 'RiskAssessment',
    id: 'CTY-013',
    part: 'score',
    broken: ({ scenarios }) =>
      scenarios.flatMap(({ likelihood, impact, score }, index) =>
        at(`/scenarios/${index}/score`, score === likelihood * impact),
      ),
    requirement: 'CTY-013',
    text: { en: 'a score is not likelihood times impact', zh: '得分不等于可能性乘以影响' },
    hint: { en: 'Multiply the two.', zh: '请将两者相乘。' },
  }),
  membersRule<RiskAssessment>({
    schema: 'RiskAssessment',
    id: 'CTY-013',
    part: 'level',
    broken: ({ scenarios, riskLevel }) =>
      at(
        '/riskLevel',
        scenarios.some(({ likelihood, impact, score }) => score !== likelihood * impact) ||
          riskLevel === riskLevelOf(scenarios),
      ),
    requirement: 'CTY-013',
    text: {
      en: 'the level of risk is not that of the highest score',
      zh: '风险等级与最高得分不符',
    },
    hint: {
      en: 'Up to 4 LOW, 9 MEDIUM, 16 HIGH, 25 CRITICAL.',
      zh: '至 4 为低，至 9 为中，至 16 为高，至 25 为严重。',
    },
  }),
  membersRule<ReplayPage>({
    schema: 'ReplayPage',
    id: 'CTY-006',
    broken: ({ events }) =>
      events.flatMap(({ sequence }, index) => {
        const before = events[index - 1]?.sequence;
        return at(`/events/${index}/sequence`, before === undefined || sequence > before);
      }),
    requirement: 'CTY-006',
    text: { en: 'the events of a replay are not in their order', zh: '重放的事件顺序有误' },
    hint: { en: 'Sort by sequence; none stands twice.', zh: '请按 sequence 排序，且不得重复。' },
  }),
];
