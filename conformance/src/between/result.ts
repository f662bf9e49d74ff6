import type { Role, Text } from '@openwaybill/schemas';
import { claimIn, judge } from '../judge.ts';
import type { ExitCode } from '../outcome.ts';
import type { Result } from '../result/result.ts';
import { isAccepted } from '../transcript/body.ts';
import { exchangesOf, headOf, type Transcript } from '../transcript/format.ts';

/** An operation or event that passed between two systems, and how often it worked. */
export type Interoperation = {
  readonly kind: 'OPERATION' | 'EVENT';
  readonly name: string;
  readonly from: Role;
  readonly to: Role;
  readonly count: number;
  /** Answered by success. */
  readonly workedCount: number;
  /** Answered by a problem. */
  readonly refusedCount: number;
  /** Not answered. */
  readonly lostCount: number;
};

/** What two systems were brought to do, and whether they did. */
export type StepResult = {
  readonly id: string;
  readonly title: Text;
  readonly state: 'WORKED' | 'REFUSED' | 'FAILED' | 'LEFT_OUT';
  readonly reason?: string;
};

/** What was found between two systems: one result a party, and what really worked between them. */
export type BetweenResult = {
  readonly format: 'openwaybill-between/1';
  readonly run: { readonly runId: string; readonly startedAt: string; readonly endedAt: string };
  readonly steps: readonly StepResult[];
  readonly interoperability: readonly Interoperation[];
  readonly parties: readonly Result[];
  readonly exit: ExitCode;
};

const interoperationsIn = (transcript: Transcript): readonly Interoperation[] => {
  const rows = new Map<string, Interoperation>();
  for (const exchange of exchangesOf(transcript)) {
    const name = exchange.eventType ?? exchange.operation;
    if (name === undefined) continue;
    const [from, to] = [exchange.from as Role, exchange.to as Role];
    const key = `${from} ${to} ${name}`;
    const known = rows.get(key);
    const add = (is: boolean): number => (is ? 1 : 0);
    const isLost = exchange.response === undefined;
    rows.set(key, {
      kind: exchange.eventType === undefined ? 'OPERATION' : 'EVENT',
      name,
      from,
      to,
      count: (known?.count ?? 0) + 1,
      workedCount: (known?.workedCount ?? 0) + add(isAccepted(exchange)),
      refusedCount: (known?.refusedCount ?? 0) + add(!isLost && !isAccepted(exchange)),
      lostCount: (known?.lostCount ?? 0) + add(isLost),
    });
  }
  return [...rows.values()];
};

const stepsIn = (transcript: Transcript): readonly StepResult[] =>
  transcript.entries.flatMap((entry): readonly StepResult[] => {
    if (entry.kind !== 'mark' || entry.edge === 'BEGIN') return [];
    const { scenario: id, title, edge, reason } = entry;
    if (edge === 'LEFT_OUT' || reason === undefined)
      return [
        {
          id,
          title,
          state: edge === 'LEFT_OUT' ? 'LEFT_OUT' : 'WORKED',
          ...(reason === undefined ? {} : { reason }),
        },
      ];
    const [state, why = ''] = reason.split(' ');
    return [{ id, title, state: state === 'REFUSED' ? 'REFUSED' : 'FAILED', reason: why }];
  });

/**
 * What a whole run could not tell of one party is no shortcoming of a conversation: it ends well where all that was
 * tried was answered, and nothing that was seen is wrong.
 */
const exitOfBoth = (parties: readonly Result[], steps: readonly StepResult[]): ExitCode => {
  for (const code of [3, 2, 5, 1] as const)
    if (parties.some(({ exit }) => exit === code)) return code;
  const isAnswered = ({ state }: StepResult): boolean => state === 'WORKED' || state === 'REFUSED';
  return steps.length > 0 && steps.every(isAnswered) ? 0 : 4;
};

/** Judges each party of a conversation by its own duties, and tells what worked between them. */
export const betweenResult = async (transcript: Transcript): Promise<BetweenResult> => {
  const head = headOf(transcript);
  const parties: Result[] = [];
  for (const { role } of head.claims)
    parties.push(await judge(transcript, claimIn(transcript, role)));
  const steps = stepsIn(transcript);
  return {
    format: 'openwaybill-between/1',
    run: {
      runId: head.runId,
      startedAt: head.at,
      endedAt: transcript.entries.at(-1)?.at ?? head.at,
    },
    steps,
    interoperability: interoperationsIn(transcript),
    parties,
    exit: exitOfBoth(parties, steps),
  };
};
