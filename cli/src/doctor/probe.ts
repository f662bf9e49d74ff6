import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Text } from '../language.ts';

/** What was looked at. */
export const PROBES = {
  program: { en: 'this program', zh: '本程序' },
  folder: { en: 'folder for reports', zh: '报告文件夹' },
  port: { en: 'port of the run', zh: '检测方端口' },
  config: { en: 'configuration file', zh: '配置文件' },
  proxy: { en: 'proxies', zh: '代理' },
  reach: { en: 'system is reached', zh: '系统可达' },
  document: { en: 'capability document', zh: '能力文档' },
  role: { en: 'role under test', zh: '被测角色' },
  claim: { en: 'claim', zh: '声明' },
  set: { en: 'requirement set', zh: '要求集' },
  environment: { en: 'sandbox', zh: '沙箱' },
  endpoints: { en: 'endpoints', zh: '端点' },
  keys: { en: 'public keys', zh: '公钥' },
  clock: { en: 'clocks agree', zh: '时钟一致' },
  token: { en: 'token', zh: '令牌' },
  signed: { en: 'signed request', zh: '签名请求' },
  second: { en: 'second organisation', zh: '第二单位' },
  receiver: { en: 'run is reached', zh: '检测方可达' },
  agreement: { en: 'agreement', zh: '协议' },
  control: { en: 'test control', zh: '测试控制' },
  baseline: { en: 'baseline', zh: '预期失败基线' },
  ways: { en: 'ways to a state', zh: '达到状态的途径' },
  estimate: { en: 'what would run', zh: '将运行的内容' },
} as const satisfies Record<string, Text>;

/**
 * What one probe found. A problem says its repair and the exit code that it brings; a preview is what a check would find;
 * a warning stands in nobody's way.
 */
export type Probe = {
  readonly probe: keyof typeof PROBES;
  readonly state: 'ok' | 'problem' | 'preview' | 'warning' | 'note' | 'unneeded';
  readonly text: Text;
  readonly code?: ExitCode;
};

/** The same text in both languages: a name, an address, a number. */
export const both = (text: string): Text => ({ en: text, zh: text });

export const ok = (probe: Probe['probe'], text: Text | string): Probe => ({
  probe,
  state: 'ok',
  text: typeof text === 'string' ? both(text) : text,
});

export const told = (
  probe: Probe['probe'],
  state: 'warning' | 'note' | 'unneeded',
  en: string,
  zh: string,
): Probe => ({ probe, state, text: { en, zh } });

/** What a check would find: it keeps no run from beginning. */
export const preview = (probe: Probe['probe'], en: string, zh: string): Probe => ({
  probe,
  state: 'preview',
  code: EXIT.usage,
  text: { en, zh },
});

export const problem = (probe: Probe['probe'], code: ExitCode, en: string, zh: string): Probe => ({
  probe,
  state: 'problem',
  code,
  text: { en, zh },
});
