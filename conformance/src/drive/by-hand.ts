import type { Text } from '../words.ts';
import type { Stage } from './stage.ts';
import { LEFT_OUT, type NotReached, type Tried } from './tried.ts';

/** Why test control did not bring something about: it lacks the command, or was not to be used. */
export const notControlled = ({ ways }: Pick<Stage, 'ways'>, command: string): Tried => ({
  rung: 'TEST_CONTROL',
  why: ways.rungs.has('TEST_CONTROL') ? `test control has no ${command}` : LEFT_OUT,
});

/**
 * Has somebody at a terminal do something, unless nobody is there, the way was left out, or it could not be done before:
 * then, or where it cannot be done now, why. `isShown` says that it is done before anybody says so.
 */
export const askByHand = async (
  stage: Stage,
  prompt: Text,
  before: readonly Tried[],
  isShown?: () => boolean,
): Promise<NotReached | undefined> => {
  const { rungs, operatorMilliseconds, operator } = stage.ways;
  const ended = (blocked: NotReached['blocked'], why: string): NotReached => ({
    blocked,
    tried: [...before, { rung: 'OPERATOR', why }],
  });
  if (operator.hasDeclined) return ended('OPERATOR_CANNOT', 'it could not be done before');
  if (operatorMilliseconds === undefined)
    return ended('NO_FACILITY', rungs.has('OPERATOR') ? 'nobody is at a terminal' : LEFT_OUT);
  if ((await stage.ask(prompt, isShown)) === 'CANNOT') {
    operator.hasDeclined = true;
    return ended('OPERATOR_CANNOT', 'it could not be done, or not in time');
  }
  await stage.settle();
  return undefined;
};
