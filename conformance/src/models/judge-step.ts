import { answersETag } from '@openwaybill/schemas';
import { blocked, endingOf, holds, violated } from '../checks/check.ts';
import { byTable, SAID, stateSaid, verbatim } from '../checks/sayings.ts';
import { knownOperation } from '../drive/operations.ts';
import { answerOf, codeOfAnswer, isAccepted, statusOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Finding } from '../words.ts';
import { keptResources } from './kept-resource.ts';
import { rulingOf } from './ruling.ts';

/** One command to a resource, between two looks at it. */
export type ModelStep = {
  readonly entity: string;
  /** The state that it was brought to, where no read shows that one. */
  readonly hidden?: string;
  readonly before: Exchange;
  readonly command: Exchange;
  readonly after: Exchange;
};

/** The state that a read of a resource shows. */
export const stateShown = (read: Exchange | undefined): string | undefined => {
  const kept = keptResources.find((one) => one.read.operationId === read?.operation);
  const state: unknown =
    read === undefined || kept === undefined || !isAccepted(read)
      ? undefined
      : answerOf(read)?.[kept.member];
  return typeof state === 'string' ? state : undefined;
};

const TOO_MANY = 429;

const hasRevision = (read: Exchange): boolean => {
  const operation = knownOperation(read.operation);
  return (
    operation !== undefined && answersETag(operation) && answerOf(read)?.revision !== undefined
  );
};

/** What no read shows is not there for a command either. */
const judgeHidden = ({ before, command, after }: ModelStep): Finding | undefined => {
  const code = codeOfAnswer(command);
  if (isAccepted(command) || !(code === 'NOT_FOUND' || code === 'STATE_ILLEGAL'))
    return violated([command, before], verbatim('404 NOT_FOUND'), endingOf(command), {
      surface: 'status',
    });
  return isAccepted(after)
    ? violated(
        [after, command, before],
        { en: '404 NOT_FOUND, as before', zh: '404 NOT_FOUND，与先前相同' },
        endingOf(after),
        { surface: 'status' },
      )
    : holds([command, before, after], 'status');
};

/** What the table does not name is refused, exactly, and nothing has changed. */
const judgeIllegal = (
  { before, command, after }: ModelStep,
  state: string,
): Finding | undefined => {
  if (statusOf(command) !== 409 || codeOfAnswer(command) !== 'STATE_ILLEGAL')
    return violated([command, before], verbatim('409 STATE_ILLEGAL'), endingOf(command), {
      surface: 'status',
    });
  const { from, command: told } = answerOf(command) ?? {};
  if (from !== state || told !== command.operation)
    return violated(
      [command, before],
      {
        en: `from ${state} and command ${command.operation}`,
        zh: `from 为 ${state}，command 为 ${command.operation}`,
      },
      { en: 'another state or command', zh: '另一状态或命令' },
      { pointer: '/from', surface: 'body' },
    );
  if (!isAccepted(after)) return undefined;
  return JSON.stringify(answerOf(after)) === JSON.stringify(answerOf(before))
    ? holds([command, before, after], 'status')
    : violated([after, command, before], SAID.resourceAsItWas, SAID.changedResource, {
        surface: 'body',
      });
};

/** What the table names is taken, unless its guard speaks, and leads where the table says. */
const judgeLegal = ({ entity, before, command, after }: ModelStep, state: string): Finding => {
  const { next, beyond, problems } = rulingOf(entity, String(command.operation), state);
  const code = codeOfAnswer(command);
  if (!isAccepted(command)) {
    if (code === 'STATE_ILLEGAL' && !problems.some((one) => one === code))
      return violated(
        [command, before],
        {
          en: `success, as the table names it from ${state}`,
          zh: `成功，因表中列有自 ${state} 的此命令`,
        },
        endingOf(command),
        { surface: 'status' },
      );
    return blocked([command, before], 'TWIN_NOT_ACCEPTED', endingOf(command).en);
  }
  const reached = stateShown(after);
  if (reached === undefined) return blocked([command, after], 'NOT_OBSERVABLE');
  if (!beyond.has(reached))
    return violated([after, command, before], byTable(next), stateSaid(reached), {
      pointer: '/status',
      surface: 'body',
    });
  // a fact may have happened in between
  if (!next.has(reached)) return blocked([after, command], 'NOISY');
  // the revision of terms is no revision of a resource: such a read has no ETag
  const [first, last] = [before, after].map((one) => Number(answerOf(one)?.revision));
  return reached !== state &&
    isAccepted(before) &&
    hasRevision(after) &&
    !(Number(last) > Number(first))
    ? violated(
        [after, command, before],
        { en: 'a greater revision with another state', zh: '状态改变且版本增大' },
        { en: 'the revision as it was', zh: '版本未变' },
        { pointer: '/revision', surface: 'body' },
      )
    : holds([command, before, after], 'status');
};

/** Judges one command by the table; nothing where nothing can be said. */
export const judgeStep = (step: ModelStep): Finding | undefined => {
  const { entity, hidden, before, command } = step;
  const state = codeOfAnswer(before) === 'NOT_FOUND' ? hidden : stateShown(before);
  if (state === undefined || statusOf(command) === TOO_MANY) return undefined;
  if (rulingOf(entity, String(command.operation), state).isNamed) return judgeLegal(step, state);
  return state === hidden ? judgeHidden(step) : judgeIllegal(step, state);
};
