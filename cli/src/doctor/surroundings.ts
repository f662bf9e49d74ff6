import {
  type Claim,
  type Plan,
  planOf,
  requestsOf,
  type Selection,
} from '@openwaybill/conformance';
import { isLoopback } from './loopback.ts';
import { ok, type Probe, told } from './probe.ts';

/** Where the system will find the run, and what it costs where it cannot. */
export const probeReceiver = (
  url: string,
  { document }: Claim,
  { publicUrl, listen }: { readonly publicUrl?: string; readonly listen?: string },
): Probe => {
  if (publicUrl !== undefined) return ok('receiver', publicUrl);
  if (!isLoopback(new URL(url).hostname))
    return told(
      'receiver',
      'warning',
      `the system is on another machine, and the run listens on loopback${listen === undefined ? '' : ` (${listen})`}: no event can arrive; give --listen 0.0.0.0:4600 --public-url https://…`,
      `系统位于其他主机，而检测方仅监听本机${listen === undefined ? '' : `（${listen}）`}：事件无法到达；请使用 --listen 0.0.0.0:4600 --public-url https://…`,
    );
  return document.environment === 'SANDBOX'
    ? ok('receiver', { en: 'by loopback, as a sandbox may', zh: '经本机回环，沙箱允许' })
    : told(
        'receiver',
        'warning',
        'a system in production calls no loopback: no event can arrive; give --public-url',
        '生产系统不访问回环地址：事件无法到达；请使用 --public-url',
      );
};

/** What of test control there is, and what each missing command costs. */
const probeControl = ({ commands, document }: Claim, { leftOut }: Plan): Probe => {
  const lacking = [...new Set(leftOut.map(([, lack]) => lack))];
  if (commands.length === 0 && lacking.length === 0)
    return told('control', 'unneeded', 'none, and nothing needs it', '无，亦无需');
  if (lacking.length === 0)
    return told(
      'control',
      'note',
      `version ${document.testControl?.version}: ${commands.join(', ')}`,
      `版本 ${document.testControl?.version}：${commands.join('、')}`,
    );
  const cost = (lack: string): number => {
    const touched = leftOut.flatMap(([{ touches }, one]) => (one === lack ? touches : []));
    return new Set(touched).size;
  };
  return told(
    'control',
    'note',
    lacking
      .map((lack) => `without ${lack} ${cost(lack)} requirements are not seen whole`)
      .join('; '),
    lacking.map((lack) => `缺少 ${lack}：${cost(lack)} 条要求无法完整检测`).join('；'),
  );
};

/** Milliseconds that a run itself takes for a request: to make it, to record it, to judge it. */
const OWN = 6;

/** What would run, and about how long. */
const probeEstimate = ({ chosen }: Plan, milliseconds: number): Probe => {
  const requirements = new Set(chosen.flatMap(({ touches }) => touches)).size;
  const requests = requestsOf(chosen);
  const seconds = Math.max(1, Math.round((requests * (milliseconds + OWN)) / 1000));
  return told(
    'estimate',
    'note',
    `${requirements} requirements, ${chosen.length} scenarios, about ${requests} requests, ${seconds} s`,
    `${requirements} 条要求，${chosen.length} 个场景，约 ${requests} 次请求，${seconds} 秒`,
  );
};

/** What a run would do; `milliseconds` is what one answer took. */
export const probePlan = (
  claim: Claim,
  selection: Selection,
  milliseconds: number,
): readonly Probe[] => {
  const plan = planOf(claim, selection);
  return [probeControl(claim, plan), probeEstimate(plan, milliseconds)];
};
