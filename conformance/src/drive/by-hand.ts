import type { Text } from '../words.ts';
import type { Stage } from './stage.ts';
import { inVain, LEFT_OUT, type NotReached, type Tried } from './tried.ts';

/** Why test control did not bring something about: it lacks the command, or was not to be used. */
export const notControlled = ({ ways }: Pick<Stage, 'ways'>, command: string): Tried =>
  inVain(
    'TEST_CONTROL',
    ways.rungs.has('TEST_CONTROL')
      ? { en: `test control has no ${command}`, zh: `测试控制没有 ${command}` }
      : LEFT_OUT,
  );

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
  const ended = (blocked: NotReached['blocked'], why: Text): NotReached => ({
    blocked,
    tried: [...before, inVain('OPERATOR', why)],
  });
  if (operator.hasDeclined)
    return ended('OPERATOR_CANNOT', { en: 'it could not be done before', zh: '此前即无法完成' });
  if (operatorMilliseconds === undefined)
    return ended(
      'NO_FACILITY',
      rungs.has('OPERATOR') ? { en: 'nobody is at a terminal', zh: '终端前无人' } : LEFT_OUT,
    );
  if ((await stage.ask(prompt, isShown)) === 'CANNOT') {
    operator.hasDeclined = true;
    return ended('OPERATOR_CANNOT', {
      en: 'it could not be done, or not in time',
      zh: '无法完成，或未按时完成',
    });
  }
  await stage.settle();
  return undefined;
};
