import type { Stage } from '../drive/stage.ts';
import { interruptible } from '../scenarios/interrupted-reads.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Subject, Walk } from './walk.ts';
import { causeFact } from './walk-from.ts';

type Reach = (stage: Stage) => Promise<Subject | undefined>;

const NEEDS = { needs: 'INTERRUPTIONS' } as const;
const ACTIONS = { needs: 'ACTIONS' } as const;
const CLOCK = { needs: 'CLOCK' } as const;

const announced =
  (noticeClass: 'PLANNED' | 'UNPLANNED'): Reach =>
  async (stage) => {
    const started = await stage.call('startTestInterruption', {
      body: { noticeClass, modules: interruptible(stage.claim), duration: 'PT1H' },
      intent: 'TEST_CONTROL',
    });
    await stage.settle();
    return isAccepted(started)
      ? { path: { noticeId: String(answerOf(started)?.noticeId) }, revision: 1 }
      : undefined;
  };

/** The time that leads a notice on, with a look at where it stands before. */
const later =
  (reach: Reach, ...spans: readonly string[]): Reach =>
  async (stage) => {
    const subject = await reach(stage);
    if (subject === undefined) return undefined;
    for (const by of spans) {
      await stage.call('getInterruptionNotice', { path: subject.path });
      await stage.advance(by);
    }
    return subject;
  };

/** What the party that owns a notice decides or observes of it, by test control. */
const caused =
  (fact: string) =>
  async (stage: Stage, { path }: Subject): Promise<void> => {
    await causeFact(stage, {
      collection: 'interruption-notices',
      resourceId: path.noticeId ?? '',
      fact,
    });
    await stage.settle();
  };

const after =
  (reach: Reach, fact: string): Reach =>
  async (stage) => {
    const subject = await reach(stage);
    if (subject !== undefined) await caused(fact)(stage, subject);
    return subject;
  };

/** As far ahead as an interruption is announced, and a little more. */
const BEGINS = 'P3DT1M';
/** Longer than any of these interruptions lasts. */
const ENDS = 'PT3H';

/** Notices of interruptions, which nobody commands: announced, in effect, changed, taken back and over. */
export const interruptionNotice: Walk = {
  entity: 'interruption-notice',
  role: 'any',
  read: 'getInterruptionNotice',
  states: {
    ISSUED: { ...NEEDS, reach: announced('PLANNED') },
    ACTIVE: { ...NEEDS, reach: announced('UNPLANNED') },
    RESTORED: {
      ...ACTIONS,
      isOptional: true,
      reach: after(announced('UNPLANNED'), 'SERVICE_IS_BACK'),
    },
    CLOSED: { ...NEEDS, reach: later(announced('PLANNED'), BEGINS, 'PT2H') },
  },
  coversFacts: true,
  facts: {
    UPDATE: { ...ACTIONS, from: ['ISSUED', 'ACTIVE'], cause: caused('UPDATE') },
    WITHDRAW: { ...ACTIONS, from: ['ISSUED'], cause: caused('WITHDRAW') },
    NAMED_BY_SUPERSEDING_NOTICE: {
      ...ACTIONS,
      from: ['ISSUED', 'ACTIVE'],
      cause: caused('NAMED_BY_SUPERSEDING_NOTICE'),
    },
    INTERRUPTION_RETURNS: {
      ...ACTIONS,
      from: ['RESTORED'],
      cause: caused('INTERRUPTION_RETURNS'),
    },
    STARTS_AT_REACHED: { ...CLOCK, from: ['ISSUED'], cause: (stage) => stage.advance(BEGINS) },
    // the last: whatever the others left behind is over after it
    SERVICE_IS_BACK: { ...CLOCK, from: ['ACTIVE'], cause: (stage) => stage.advance(ENDS) },
  },
  commands: {},
};
