import { defineModule } from '../define/index.ts';

export const continuityModule = defineModule({
  name: 'continuity',
  chapter: 5,
  prefix: 'CTY',
  title: { en: 'Data interruption and risk', zh: '数据中断与风险评估' },
  description: {
    en: 'Risk assessment, advance notice and pre-report of interruptions, and the replay of events after them.',
    zh: '数据中断的风险评估、提前通知与预报告，以及事后的事件重放。',
  },
  conformanceClass: 'core',
  clauses: ['SC-3'],
});

export * from './contact-desk.ts';
export * from './get-interruption-notice.ts';
export * from './interruption-closed.ts';
export * from './interruption-impact.ts';
export * from './interruption-notice.ts';
export * from './interruption-notice-lifecycle.ts';
export * from './interruption-noticed.ts';
export * from './interruption-requirements.ts';
export * from './interruption-scope.ts';
export * from './interruption-updated.ts';
export * from './lead-times.ts';
export * from './list-interruption-notices.ts';
export * from './list-risk-assessments.ts';
export * from './notice-effect.ts';
export * from './notice-status-codes.ts';
export * from './replay-events.ts';
export * from './risk-assessed.ts';
export * from './risk-assessment.ts';
export * from './risk-level.ts';
export * from './submit-pre-report.ts';
export * from './submit-risk-assessment.ts';
