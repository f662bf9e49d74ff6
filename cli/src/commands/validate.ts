import {
  explain,
  type Issue,
  type Judge,
  judgeLinesBy,
  loadJudge,
  moduleOf,
  nearest,
  parseJson,
} from '@openwaybill/validate/light';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { lineAt, offsetOf } from '../json-position.ts';

export type ValidateOptions = Common & {
  readonly files: readonly string[];
  readonly message: string;
  readonly form: 'sender' | 'receiver';
};

type Finding = {
  readonly file: string;
  readonly line: number;
  readonly pointer: string;
  readonly rule: string;
  readonly text: string;
  readonly severity: 'error' | 'warning';
};

type Tally = { messages: number; invalid: number; readonly findings: Finding[] };

/** A file is one message of at most this size; a line of NDJSON keeps the limit of the wire. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
const NDJSON = /\.(ndjson|jsonl)$/;

const unknownMessage = (name: string, names: readonly string[]): Complaint => {
  const meant = nearest(name, names);
  return {
    code: EXIT.usage,
    seen: { en: `the standard has no message ${name}`, zh: `标准中没有消息 ${name}` },
    wanted: {
      en: 'the name of a schema is needed, such as OrderSubmission',
      zh: '需要模式的名称，例如 OrderSubmission',
    },
    remedy:
      meant === undefined
        ? {
            en: 'openwaybill list messages has them all',
            zh: '用 openwaybill list messages 查看全部',
          }
        : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
  };
};

const findingsOf = (
  options: ValidateOptions,
  file: string,
  issues: readonly Issue[],
  severity: Finding['severity'],
  line: (pointer: string) => number,
  value: unknown,
): readonly Finding[] =>
  issues.map((issue) => ({
    file,
    line: line(issue.pointer),
    pointer: issue.pointer,
    rule: issue.rule,
    severity,
    text: explain(issue, {
      language: options.language,
      judged: { name: options.message, value },
      showValue: true,
    }),
  }));

const judgeNdjson = async (
  judge: Judge,
  options: ValidateOptions,
  file: string,
  source: AsyncIterable<Uint8Array> | string,
  tally: Tally,
): Promise<void> => {
  for await (const { line, verdict } of judgeLinesBy(judge)(options.message, source, {
    form: options.form,
  })) {
    tally.messages++;
    if (!verdict.ok) tally.invalid++;
    const value = verdict.ok ? verdict.value : undefined;
    const issues = verdict.ok ? [] : verdict.issues;
    tally.findings.push(
      ...findingsOf(options, file, issues, 'error', () => line, value),
      ...findingsOf(options, file, verdict.warnings, 'warning', () => line, value),
    );
  }
};

/** Several values, one a line: the first line alone is JSON, and the whole is not. */
const looksLikeLines = (text: string): boolean => {
  const first = text.slice(0, text.indexOf('\n') + 1).trim();
  if (first === '' || text.slice(first.length).trim() === '') return false;
  return parseJson(first, { maxBytes: MAX_FILE_BYTES }).ok;
};

const judgeJson = (
  judge: Judge,
  options: ValidateOptions,
  file: string,
  bytes: Uint8Array,
  text: string,
  tally: Tally,
): void => {
  tally.messages++;
  const parsed = parseJson(bytes, { maxBytes: MAX_FILE_BYTES });
  const verdict = parsed.ok
    ? judge(options.message, parsed.value, options.form)
    : { ok: false as const, issues: parsed.issues, warnings: [] };
  const value = parsed.ok ? parsed.value : undefined;
  const line = (pointer: string): number => {
    try {
      return lineAt(text, offsetOf(text, pointer));
    } catch {
      // a text that is no JSON has no pointers
      return 1;
    }
  };
  if (!verdict.ok) tally.invalid++;
  const issues = verdict.ok ? [] : verdict.issues;
  tally.findings.push(
    ...findingsOf(options, file, issues, 'error', line, value),
    ...findingsOf(options, file, verdict.warnings, 'warning', line, value),
  );
};

const WORDS = {
  en: {
    warning: 'warning',
    summary: (files: number, messages: number, invalid: number, issues: number): string =>
      invalid === 0
        ? `${messages} ${messages === 1 ? 'message' : 'messages'} in ${files} ${files === 1 ? 'file' : 'files'}, all valid`
        : `${messages} ${messages === 1 ? 'message' : 'messages'} in ${files} ${files === 1 ? 'file' : 'files'}: ${messages - invalid} valid, ${invalid} not, ${issues} ${issues === 1 ? 'issue' : 'issues'}`,
  },
  zh: {
    warning: '警告',
    summary: (files: number, messages: number, invalid: number, issues: number): string =>
      invalid === 0
        ? `${files} 个文件、${messages} 条消息，全部有效`
        : `${files} 个文件、${messages} 条消息：${messages - invalid} 条有效，${invalid} 条无效，共 ${issues} 处问题`,
  },
} as const;

/** Judges files against one message of the standard: pointer, rule, line, what is wrong and what to do. */
export const validate = async (options: ValidateOptions, io: Io): Promise<ExitCode> => {
  const judge = await loadJudge(options.message);
  if (judge === undefined)
    return complain(io, options, unknownMessage(options.message, Object.keys(moduleOf)));
  const tally: Tally = { messages: 0, invalid: 0, findings: [] };
  for (const path of options.files) {
    const file = path === '-' ? '<stdin>' : path;
    if (NDJSON.test(path)) {
      const opened = await io.stream(path);
      if (!opened.ok) return complain(io, options, fileComplaint(opened.fault));
      await judgeNdjson(judge, options, file, opened.chunks, tally);
      continue;
    }
    const read = await io.read(path);
    if (!read.ok) return complain(io, options, fileComplaint(read.fault));
    const text = new TextDecoder().decode(read.bytes);
    if (looksLikeLines(text)) await judgeNdjson(judge, options, file, text, tally);
    else judgeJson(judge, options, file, read.bytes, text, tally);
  }
  const { messages, invalid, findings } = tally;
  const words = WORDS[options.language];
  if (options.json) {
    io.out(
      JSON.stringify({ message: options.message, form: options.form, messages, invalid, findings }),
    );
  } else {
    for (const { file, line, pointer, rule, text, severity } of findings) {
      const kind = severity === 'warning' ? `${words.warning} ` : '';
      io.out(`${file}:${line}  ${kind}${pointer === '' ? '/' : pointer}  ${rule}\n    ${text}`);
    }
    const issues = findings.filter(({ severity }) => severity === 'error').length;
    io.out(words.summary(options.files.length, messages, invalid, issues));
  }
  return invalid === 0 ? EXIT.ok : EXIT.nonconforming;
};
