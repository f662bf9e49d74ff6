import type { CounterExample, Finding } from './change.ts';
import { reachOf } from './exchanges.ts';
import type { Side } from './side.ts';

/** A refusal where the rules say that everything passes: the policy, or this program, is wrong. */
export type Contradiction = Pick<CounterExample, 'direction' | 'schema' | 'refusal'>;

/** What was sent from each side to the other beside the counter-examples. An experiment proves breaks, never their absence. */
export type Experiment = {
  readonly seed: number;
  /** Values sent, both ways, of all schemas that changed. */
  readonly sampleCount: number;
  readonly refusedCount: number;
  readonly contradictions: readonly Contradiction[];
};

const MAY_BREAK = ['refused', 'unproven', 'not-asked'];

/** Sends values of every schema that changed from each side to the other; what the rules call compatible must pass. */
export const experimentOn = (
  findings: readonly Finding[],
  before: Side,
  now: Side,
  { samples, seed }: { readonly samples: number; readonly seed: number },
): Experiment => {
  const changed = findings.filter(
    ({ subject, rule }) =>
      (subject.kind === 'schema' || subject.kind === 'code-list') &&
      rule !== 'CMP-110' &&
      subject.name in before.contract.schemas &&
      subject.name in now.contract.schemas,
  );
  const names = [...new Set(changed.map(({ subject }) => subject.name))];
  const reaches = [reachOf(before.contract), reachOf(now.contract)];
  let sampleCount = 0;
  let refusedCount = 0;
  const contradictions: Contradiction[] = [];
  for (const schema of names)
    for (const [direction, sender, receiver] of [
      ['old-to-new', before, now],
      ['new-to-old', now, before],
    ] as const) {
      const passage = direction === 'old-to-new' ? 'oldToNew' : 'newToOld';
      const breaks = changed.some(
        (finding) =>
          MAY_BREAK.includes(finding[passage]) &&
          reaches.some((reach) => reach(schema).has(finding.subject.name)),
      );
      for (const value of sender.values(schema, { count: samples, seed })) {
        // what the sender's own form refuses (two equal items, say) the sender does not send
        if (sender.judge(schema, value, 'sender').length > 0) continue;
        sampleCount++;
        const [refusal] = receiver.judge(schema, value, 'receiver');
        if (refusal === undefined) continue;
        refusedCount++;
        if (breaks) continue;
        contradictions.push({
          direction,
          schema,
          refusal: { pointer: refusal.pointer, rule: refusal.rule },
        });
        break;
      }
    }
  return { seed, sampleCount, refusedCount, contradictions };
};
