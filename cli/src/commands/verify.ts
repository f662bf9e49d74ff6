import {
  type Against,
  type Looked,
  type Verification,
  verifyStatement,
} from '@openwaybill/conformance';
import { type Clause, readClauses } from '../clauses.ts';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Text } from '../language.ts';
import { columns } from '../table.ts';

export type VerifyOptions = Common & {
  readonly statement: string;
  readonly result?: string;
  /** One, or those of all shards in their order. */
  readonly transcript?: readonly string[];
  /** File of keys of issuers (JWK Set). */
  readonly trust?: string;
  /** The instant to verify for; absent: now. */
  readonly at?: string;
  readonly rejudge: boolean;
};

type Failed = { readonly complaint: Complaint };

const ASPECTS: Readonly<Record<Looked['aspect'], Text>> = {
  form: { en: 'statement', zh: '证明' },
  signature: { en: 'signature', zh: '签名' },
  issuer: { en: 'issuer', zh: '签发者' },
  life: { en: 'life', zh: '有效期' },
  time: { en: 'now', zh: '此刻' },
  result: { en: 'result', zh: '结果' },
  transcript: { en: 'transcript', zh: '交换记录' },
  rejudged: { en: 'judged again', zh: '重新判定' },
};
const SIGNS: Readonly<Record<Looked['is'], string>> = { ok: '✓', wrong: '✗', note: '·' };
const VERDICTS: Readonly<Record<string, Text>> = {
  conformant: { en: 'conformant', zh: '符合' },
  nonconformant: { en: 'nonconformant', zh: '不符合' },
  undetermined: { en: 'undetermined', zh: '未能确定' },
};

/** A class that left nothing to judge is no shortcoming of the system. */
const EMPTY: Text = { en: 'nothing to judge', zh: '没有可判定的要求' };

const textOf = async (path: string, io: Io): Promise<{ readonly text: string } | Failed> => {
  const file = await io.read(path);
  return file.ok
    ? { text: new TextDecoder().decode(file.bytes) }
    : { complaint: fileComplaint(file.fault) };
};

/** The keys of a set, or one key by itself; nothing where a file has none. */
const keysIn = (text: string): Against['trusted'] => {
  try {
    const value = JSON.parse(text);
    const keys = Array.isArray(value?.keys) ? value.keys : [value];
    return keys.every((key: unknown) => typeof (key as { x?: unknown } | null)?.x === 'string')
      ? keys
      : undefined;
  } catch {
    return undefined;
  }
};

const noKeys = (path: string): Complaint => ({
  code: EXIT.usage,
  seen: { en: `${path} holds no keys`, zh: `${path} 中没有公钥` },
  wanted: {
    en: 'public Ed25519 keys of issuers are needed (JWK Set)',
    zh: '需要签发者的 Ed25519 公钥（JWK Set）',
  },
  remedy: {
    en: 'the file <name>.public.json of openwaybill new key is one',
    zh: 'openwaybill new key 写出的 <名称>.public.json 即是',
  },
});

const noInstant = (at: string): Complaint => ({
  code: EXIT.usage,
  seen: { en: `${at} is no instant`, zh: `${at} 不是时刻` },
  wanted: { en: 'a date and time with an offset is needed', zh: '需要带时区偏移的日期时间' },
  remedy: { en: 'write it as 2026-11-22T08:00:00Z', zh: '形如 2026-11-22T08:00:00Z' },
});

const unreadable = (path: string, [form]: Verification['looked']): Complaint => ({
  code: EXIT.usage,
  seen: { en: `${path}: ${form?.text.en}`, zh: `${path}：${form?.text.zh}` },
  wanted: {
    en: 'a statement of openwaybill check --sign is needed',
    zh: '需要 openwaybill check --sign 签发的证明',
  },
  remedy: { en: 'check the path', zh: '请检查路径' },
});

/** Everything that a statement is held against, or why it cannot be. */
const againstOf = async (options: VerifyOptions, io: Io): Promise<Against | Failed> => {
  const { result, transcript = [], trust } = options;
  const texts = new Map<string, string>();
  for (const path of [result, ...transcript, trust]) {
    if (path === undefined) continue;
    const read = await textOf(path, io);
    if ('complaint' in read) return read;
    texts.set(path, read.text);
  }
  const trusted = trust === undefined ? undefined : keysIn(texts.get(trust) ?? '');
  if (trust !== undefined && trusted === undefined) return { complaint: noKeys(trust) };
  const at = options.at === undefined ? io.now() : Date.parse(options.at);
  if (Number.isNaN(at)) return { complaint: noInstant(options.at ?? '') };
  return {
    at,
    ...(result === undefined ? {} : { result: texts.get(result) ?? '' }),
    ...(transcript.length === 0
      ? {}
      : { transcripts: transcript.map((path) => texts.get(path) ?? '') }),
    ...(trusted === undefined ? {} : { trusted }),
    isRejudged: options.rejudge,
  };
};

/** Who says what about whom; *verified* is said of others than oneself. */
const headline = ({ predicate, subject }: NonNullable<Verification['statement']>): Text => {
  const { issuer } = predicate;
  const about = subject[0]?.name ?? '';
  const who = `${issuer.name} (${issuer.partyId})`;
  return issuer.capacity === 'SELF'
    ? { en: `${about}, stated by itself`, zh: `${about}，自我声明` }
    : {
        en: `${about}, verified by ${who} as ${issuer.capacity}`,
        zh: `${about}，由 ${who} 以 ${issuer.capacity} 身份验证`,
      };
};

const classLines = ({ predicate }: NonNullable<Verification['statement']>, zh: boolean) =>
  predicate.verdicts.map(({ class: name, depth, verdict, reason, aboveDepth }) => [
    `  ${predicate.role} · ${name} · ${predicate.set.version} ${predicate.set.stage} · ${depth}`,
    (reason === undefined ? (VERDICTS[verdict] ?? EMPTY) : EMPTY)[zh ? 'zh' : 'en'],
    aboveDepth === 0 ? '' : zh ? `另 ${aboveDepth} 项超出深度` : `${aboveDepth} above this depth`,
  ]);

const clauseLines = (
  { predicate }: NonNullable<Verification['statement']>,
  clauses: readonly Clause[],
  zh: boolean,
) =>
  predicate.clauses.map(({ clause, passed, notPassed }) => [
    `  ${clause}`,
    zh ? `${passed} 项通过，${notPassed} 项未通过` : `${passed} passed, ${notPassed} not`,
    clauses.find(({ id }) => id === clause)?.title[zh ? 'zh' : 'en'] ?? '',
  ]);

/** Verifies a conformance statement: signature, life and the files that it is about; nothing is fetched. */
export const verify = async (options: VerifyOptions, io: Io): Promise<ExitCode> => {
  const zh = options.language === 'zh';
  const statement = await textOf(options.statement, io);
  if ('complaint' in statement) return complain(io, options, statement.complaint);
  const against = await againstOf(options, io);
  if ('complaint' in against) return complain(io, options, against.complaint);
  const found = await verifyStatement(statement.text, against);
  if (found.statement === undefined)
    return complain(io, options, unreadable(options.statement, found.looked));
  if (options.json)
    io.out(JSON.stringify({ valid: found.isValid, looked: found.looked, ...found.statement }));
  else {
    const { clauses } = await readClauses(io);
    io.out(headline(found.statement)[zh ? 'zh' : 'en']);
    io.out(columns(classLines(found.statement, zh)));
    io.out(zh ? '所对应的政策条款' : 'Clauses of the policy that it serves');
    io.out(columns(clauseLines(found.statement, clauses, zh)));
    io.out('');
    for (const { aspect, is, text } of found.looked)
      io.out(`${SIGNS[is]} ${ASPECTS[aspect][zh ? 'zh' : 'en']}: ${text[zh ? 'zh' : 'en']}`);
    io.out('');
    io.out(
      found.isValid
        ? zh
          ? '证明有效'
          : 'the statement holds'
        : zh
          ? '证明无效'
          : 'the statement does not hold',
    );
  }
  return found.isValid ? EXIT.ok : EXIT.nonconforming;
};
