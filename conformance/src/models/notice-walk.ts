import type { Stage } from '../drive/stage.ts';
import { interruptible } from '../scenarios/interrupted-reads.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Subject, Walk } from './walk.ts';

const NEEDS = { needs: 'INTERRUPTIONS' } as const;

const announced =
  (noticeClass: 'PLANNED' | 'UNPLANNED') =>
  async (stage: Stage): Promise<Subject | undefined> => {
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
  (reach: (stage: Stage) => Promise<Subject | undefined>, ...spans: readonly string[]) =>
  async (stage: Stage): Promise<Subject | undefined> => {
    const subject = await reach(stage);
    if (subject === undefined) return undefined;
    for (const by of spans) {
      await stage.call('getInterruptionNotice', { path: subject.path });
      await stage.advance(by);
    }
    return subject;
  };

/** Notices of interruptions, which nobody commands: announced, in effect, and over. */
export const interruptionNotice: Walk = {
  entity: 'interruption-notice',
  role: 'any',
  read: 'getInterruptionNotice',
  states: {
    ISSUED: { ...NEEDS, reach: announced('PLANNED') },
    ACTIVE: { ...NEEDS, reach: announced('UNPLANNED') },
    CLOSED: { ...NEEDS, reach: later(announced('PLANNED'), 'P3DT1M', 'PT2H') },
  },
  commands: {},
};
