import { auditOrigin } from '@openwaybill/privacy';
import { type AuditEvidence, type EvidenceItem, evidenceIn } from '../audit/evidence.ts';
import { evidenceFrom } from '../audit/from-system.ts';
import { type Verified, verifyEvidence } from '../audit/verify-evidence.ts';
import { credentialsOf } from '../check/credentials.ts';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { columns } from '../table.ts';

export type VerifyAuditOptions = Common & {
  readonly sources: readonly string[];
  readonly credentials?: string;
  /** The organisation whose log it must be; without it, each checkpoint names its own. */
  readonly organisation?: string;
};

const WORDS = {
  checkpoint: { en: 'checkpoint', zh: '检查点' },
  receipt: { en: 'receipt', zh: '凭据' },
  consistency: { en: 'consistency', zh: '一致性' },
  inclusion: { en: 'inclusion', zh: '包含性' },
  leaf: { en: 'entry', zh: '条目' },
} as const;

const isUrl = (source: string): boolean => /^https?:\/\//.test(source);

type Failed = { readonly complaint: Complaint };

/** What a file has to show, or why it has nothing. */
const readFile = async (path: string, io: Io): Promise<AuditEvidence | Failed> => {
  const file = await io.read(path);
  if (!file.ok) return { complaint: fileComplaint(file.fault) };
  try {
    return evidenceIn(JSON.parse(new TextDecoder().decode(file.bytes)), path);
  } catch {
    return { complaint: { code: EXIT.usage, ...notJson(path) } };
  }
};

/** What a platform shows now of what is known of its log. */
const readSystem = async (
  address: string,
  given: readonly EvidenceItem[],
  options: VerifyAuditOptions,
  io: Io,
): Promise<AuditEvidence | Failed> => {
  const url = address.replace(/\/+$/, '');
  const credentials = await credentialsOf(
    { url, ...(options.credentials === undefined ? {} : { credentials: options.credentials }) },
    io,
  );
  if ('complaint' in credentials) return credentials;
  const evidence = await evidenceFrom(url, credentials.value.runner, given, io);
  return evidence ?? { complaint: { code: EXIT.environment, ...unreachable(url) } };
};

type Why = Omit<Complaint, 'code'>;

const unreachable = (source: string): Why => ({
  seen: { en: `${source} answers no checkpoint`, zh: `${source} 未给出检查点` },
  wanted: {
    en: 'a platform that serves its audit log is needed',
    zh: '需要提供审计日志的平台',
  },
  remedy: {
    en: 'start it, or name files of receipts, checkpoints, proofs and keys',
    zh: '请启动系统，或指定凭据、检查点、证明与公钥文件',
  },
});

const notJson = (source: string): Why => ({
  seen: { en: `${source} is not JSON`, zh: `${source} 不是 JSON` },
  wanted: { en: 'answers of a platform, as JSON, are needed', zh: '需要 JSON 形式的平台应答' },
  remedy: { en: 'repair it, or name another file', zh: '请修正，或指定其他文件' },
});

const nothing = (isWithoutKeys: boolean): Why => ({
  seen: isWithoutKeys
    ? { en: 'no key of the log was given', zh: '未给出日志公钥' }
    : { en: 'nothing that proves anything was given', zh: '未给出可验证的内容' },
  wanted: isWithoutKeys
    ? { en: 'an Ed25519 key of /v1/keys is needed', zh: '需要 /v1/keys 的 Ed25519 公钥' }
    : {
        en: 'receipts, checkpoints or proofs are needed',
        zh: '需要凭据、检查点或证明',
      },
  remedy: isWithoutKeys
    ? { en: 'name a file of keys among the files', zh: '请在文件中一并给出公钥文件' }
    : { en: 'name a platform, or files of its answers', zh: '请指定平台地址或其应答文件' },
});

const lineOf = ({ kind, source, size, verdict, fault }: Verified, zh: boolean) => [
  verdict === 'VALID' ? '✓' : verdict === 'INVALID' ? '✗' : '·',
  WORDS[kind][zh ? 'zh' : 'en'],
  size,
  fault ?? '',
  source,
];

/** Verifies what an audit log proves: signatures, receipts, inclusion, and that it only grew. */
export const verifyAudit = async (options: VerifyAuditOptions, io: Io): Promise<ExitCode> => {
  const zh = options.language === 'zh';
  const all: AuditEvidence[] = [];
  // files first: a platform is asked about what they hold
  for (const source of [...options.sources].sort((one, other) => +isUrl(one) - +isUrl(other))) {
    const given = all.flatMap(({ items }) => items);
    const found = isUrl(source)
      ? await readSystem(source, given, options, io)
      : await readFile(source, io);
    if ('complaint' in found) return complain(io, options, found.complaint);
    all.push(found);
  }
  const keys = all.flatMap((one) => one.keys);
  const items = all.flatMap((one) => one.items);
  if (keys.length === 0 || items.length === 0)
    return complain(io, options, { code: EXIT.usage, ...nothing(keys.length === 0) });
  const { organisation } = options;
  const origin = organisation === undefined ? undefined : auditOrigin(organisation);
  const verified = await verifyEvidence(items, keys, origin);
  const count = (verdict: Verified['verdict']) =>
    verified.filter((one) => one.verdict === verdict).length;
  const [valid, invalid, open] = [count('VALID'), count('INVALID'), count('OPEN')];
  if (options.json) io.out(JSON.stringify({ valid, invalid, open, items: verified }));
  else {
    io.out(columns(verified.map((one) => lineOf(one, zh))));
    io.out('');
    io.out(
      zh
        ? `${valid} 项成立，${invalid} 项不成立，${open} 项缺少对应检查点`
        : `${valid} hold, ${invalid} do not, ${open} want a checkpoint that was not given`,
    );
  }
  return invalid > 0 ? EXIT.nonconforming : open > 0 ? EXIT.incomplete : EXIT.ok;
};
