import { isAccepted, statusOf } from '../transcript/body.ts';
import { exchangesOf, type Transcript } from '../transcript/format.ts';
import type { Claim, Text } from '../words.ts';
import type { RequirementResult, Warning } from './result.ts';

const TEXTS: Readonly<Record<string, Text>> = {
  ALL_REFUSED: {
    en: 'Over 90 % of the commands were refused; look at agreement and credentials.',
    zh: '超过 90% 的命令被拒绝；请检查协议与凭据。',
  },
  AUTH_DOMINATES: {
    en: 'Over half of the answers are 401 or 403; look at token, role and agreement.',
    zh: '超过半数应答为 401 或 403；请检查令牌、角色与协议。',
  },
  FEW_EXCHANGES: {
    en: 'Fewer than 20 exchanges took place; choose more scenarios.',
    zh: '交换不足 20 次；请选择更多场景。',
  },
  NO_EVENTS: {
    en: 'Events are claimed and none arrived; the runner may not be reachable.',
    zh: '声明了事件但未收到任何事件；测试执行器可能不可达。',
  },
  ONE_ORGANISATION: {
    en: 'There is no second credential, so that comparisons between organisations are blocked.',
    zh: '没有第二组凭据，单位间的对比无法进行。',
  },
  ABOVE_DEPTH: {
    en: 'Some requirements need test control or a log sink and were not looked at.',
    zh: '部分要求需要测试控制或日志，未予检查。',
  },
  UNSTEADY: {
    en: 'A case was seen both held and violated; look at both exchanges first.',
    zh: '同一判例既成立又被违反；请先查看两次交换。',
  },
};

const warning = (code: string): Warning => ({ code, text: TEXTS[code] ?? { en: code, zh: code } });

/** A run can be green and shallow; it says so whether or not anything failed. */
export const depthWarnings = (
  transcript: Transcript,
  claim: Claim,
  results: readonly RequirementResult[],
): readonly Warning[] => {
  const exchanges = exchangesOf(transcript);
  const answered = exchanges.filter(({ to, response }) => to === 'sut' && response !== undefined);
  const commands = answered.filter(
    ({ request, intent }) => request.method !== 'GET' && intent !== 'NEGATIVE',
  );
  const barred = answered.filter((one) => [401, 403].includes(statusOf(one)));
  const found: string[] = [];
  if (commands.length > 0 && commands.filter(isAccepted).length < commands.length / 10)
    found.push('ALL_REFUSED');
  if (barred.length > answered.length / 2) found.push('AUTH_DOMINATES');
  if (exchanges.length < 20) found.push('FEW_EXCHANGES');
  if (
    claim.document.events.sends.length > 0 &&
    !exchanges.some(({ from, eventType }) => from === 'sut' && eventType !== undefined)
  )
    found.push('NO_EVENTS');
  if (!exchanges.some(({ from }) => from === 'second')) found.push('ONE_ORGANISATION');
  if (results.some(({ reason }) => reason === 'ABOVE_DEPTH')) found.push('ABOVE_DEPTH');
  if (results.some(({ cases }) => cases.some(({ unsteady }) => unsteady))) found.push('UNSTEADY');
  return found.map(warning);
};
