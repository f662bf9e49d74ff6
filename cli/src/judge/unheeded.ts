import type { Text } from '@openwaybill/schemas';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import { REPORT_OPTIONS, type ReportPlaces } from '../report/report-options.ts';

/** What of the options may stand where it has no effect. */
export type Heeded = Partial<ReportPlaces> & {
  readonly claim?: string;
  readonly set?: string;
  readonly baseline?: string;
  readonly strict: boolean;
};

/** What is judged: one role, several of them, or both parties of a conversation. */
export type Judged = 'ROLE' | 'ROLES' | 'CONVERSATION';

type Name = keyof Heeded;

/** Options of a statement, each with how it is written. */
const OF_STATEMENT = {
  statement: '--statement',
  issuer: '--issuer',
  issuerName: '--issuer-name',
  capacity: '--capacity',
  proof: '--proof',
} as const satisfies Partial<Record<Name, string>>;

const OF_REPORTS: Partial<Record<Name, string>> = {
  ...Object.fromEntries(Object.keys(REPORT_OPTIONS).map((name) => [name, `--${name}`])),
  sign: '--sign',
  ...OF_STATEMENT,
};

const OF_RUN: Partial<Record<Name, string>> = {
  claim: '--claim',
  set: '--set',
  strict: '--strict',
};

const given = (options: Heeded, among: Partial<Record<Name, string>>): string | undefined => {
  const name = (Object.keys(among) as Name[]).find(
    (one) => options[one] !== undefined && options[one] !== false,
  );
  return name && among[name];
};

const usage = (seen: Text, wanted: Text, remedy: Text): Complaint => ({
  code: EXIT.usage,
  seen,
  wanted,
  remedy,
});

const CHOOSE: Text = { en: 'name one role with --role', zh: '请用 --role 指定一个角色' };

/** An option that would change nothing is refused: whoever wrote it believes that it does. */
export const unheeded = (options: Heeded, judged: Judged): Complaint | undefined => {
  const ofOne = { ...OF_REPORTS, baseline: '--baseline' };
  const aside =
    judged === 'CONVERSATION'
      ? given(options, { ...OF_RUN, ...ofOne })
      : judged === 'ROLES'
        ? given(options, ofOne)
        : undefined;
  if (aside !== undefined)
    return usage(
      {
        en: `${aside} is of one role, and several are judged`,
        zh: `${aside} 针对一个角色，而此处判定多个`,
      },
      {
        en: 'each is judged as it claims, with a result of its own',
        zh: '各角色按其声明判定，各有结果',
      },
      CHOOSE,
    );
  const report = options.out === undefined ? given(options, OF_REPORTS) : undefined;
  if (report !== undefined)
    return usage(
      { en: `${report} has no --out`, zh: `${report} 缺少 --out` },
      { en: 'reports are written beside their result', zh: '报告写在结果旁' },
      { en: 'name a folder with --out', zh: '请用 --out 指定文件夹' },
    );
  const stated = options.sign === undefined ? given(options, OF_STATEMENT) : undefined;
  return stated === undefined
    ? undefined
    : usage(
        { en: `${stated} has no --sign`, zh: `${stated} 缺少 --sign` },
        { en: 'it is about a statement, which is signed', zh: '该项针对须签名的证明' },
        { en: 'name a key with --sign', zh: '请用 --sign 指定私钥' },
      );
};
