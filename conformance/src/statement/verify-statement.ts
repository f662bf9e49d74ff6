import { fromBase64url } from '@openwaybill/validate';
import { Value } from '@sinclair/typebox/value';
import {
  calculateJwkThumbprint,
  compactVerify,
  decodeProtectedHeader,
  importJWK,
  type JWK,
} from 'jose';
import { partyNamed } from '../reports/intoto.ts';
import type { AppliedSet } from '../sets/frozen-set.ts';
import { digestOf } from '../transcript/chain.ts';
import type { Text } from '../words.ts';
import { heldAgainstResult, resultIn } from './held-against-result.ts';
import { heldAgainstTranscripts, judgedAgain } from './held-against-transcripts.ts';
import { type Looked, note, ok, wrong } from './looked.ts';
import { latestEnd, type Statement } from './statement.ts';
import { STATEMENT_TYPE, StatementForm } from './statement-form.ts';
import { isStatementKey } from './statement-key.ts';

export type Verification = {
  /** Absent: it could not be read. */
  readonly statement?: Statement;
  readonly looked: readonly Looked[];
  readonly isValid: boolean;
  /** Whether it is known that the party signed that the statement names: its key is trusted. */
  readonly isIssuerKnown: boolean;
};

/** A public key of an issuer; one with a `partyId` is trusted for that party alone. */
export type TrustedKey = JWK & { readonly partyId?: string };

/** What a statement is held against; texts are those of the files, byte for byte. */
export type Against = {
  readonly at: number;
  readonly result?: string;
  /** One, or those of all shards in their order. */
  readonly transcripts?: readonly string[];
  /** Public keys of issuers that the reader trusts; each `isStatementKey`. */
  readonly trusted?: readonly TrustedKey[];
  /** The set of the version that the statement names, where the reader has it. */
  readonly set?: AppliedSet;
  /** Judges the transcript again, by that set. */
  readonly isRejudged?: boolean;
};

/** How far the clock of a reader may be behind that of an issuer. */
const LENIENCY = 300_000;

/** How long a statement may live, in words. */
const LONGEST: Readonly<Record<Statement['predicate']['set']['stage'], Text>> = {
  PROVISIONAL: { en: '90 days', zh: '90 天' },
  GENERAL: { en: 'a year', zh: '一年' },
};

type Opened = { readonly statement: Statement; readonly key: JWK };

/** Reads a statement without believing it. */
const opened = (jws: string): Opened | Looked => {
  try {
    const { typ, jwk } = decodeProtectedHeader(jws.trim());
    if (typ !== STATEMENT_TYPE)
      return wrong(
        'form',
        `the header is not that of an ${STATEMENT_TYPE}`,
        `头部不是 ${STATEMENT_TYPE} 的头部`,
      );
    if (!isStatementKey(jwk))
      return wrong(
        'form',
        'the key in the header is no public Ed25519 key',
        '头部中的密钥不是 Ed25519 公钥',
      );
    const payload = fromBase64url(jws.trim().split('.')[1] ?? '');
    const statement: unknown = JSON.parse(new TextDecoder().decode(payload));
    const [first] = Value.Errors(StatementForm, statement);
    if (first !== undefined)
      return wrong(
        'form',
        `${first.path || '/'} is not as a statement has it`,
        `${first.path || '/'} 不符合证明的格式`,
      );
    return { statement: statement as Statement, key: jwk };
  } catch {
    return wrong('form', 'this is no compact JWS with JSON inside', '不是含 JSON 的紧凑 JWS');
  }
};

/** What a statement says, without believing it; or why it is none. */
export const statementIn = (jws: string): Statement | Looked => {
  const read = opened(jws);
  return 'aspect' in read ? read : read.statement;
};

/** The party whose system a statement is about, where its subject is what its predicate speaks of. */
const partyOf = ({ subject: [subject], predicate }: Statement): string | undefined =>
  partyNamed(subject?.name ?? '', predicate.role, predicate.software);

/** What it is about is told twice: in the name and digest of the subject, and in the predicate. */
const formOf = (statement: Statement): Looked => {
  const [subject] = statement.subject;
  const { software, digests } = statement.predicate;
  const name = subject?.name ?? '';
  return partyOf(statement) !== undefined &&
    `sha256:${subject?.digest.sha256}` === (software.build ?? digests.claim)
    ? ok('form', `a statement about ${name}`, `关于 ${name} 的证明`)
    : wrong(
        'form',
        `its subject ${name} is another than what it speaks of`,
        `其主体 ${name} 与所述对象不同`,
      );
};

const signatureOf = async (jws: string, key: JWK): Promise<Looked> => {
  // not the name that the header gives the key: anybody may write another one there
  const print = await calculateJwkThumbprint(key);
  try {
    await compactVerify(jws.trim(), await importJWK(key, 'EdDSA'), {
      algorithms: ['EdDSA', 'Ed25519'],
    });
    return ok('signature', `by the key ${print}`, `由密钥 ${print} 签名`);
  } catch {
    return wrong('signature', 'it does not fit the key and the bytes', '与密钥及内容不符');
  }
};

const issuerOf = async (
  { statement, key }: Opened,
  trusted: Against['trusted'],
): Promise<Looked> => {
  const { partyId, name, capacity } = statement.predicate.issuer;
  if ((capacity === 'SELF') !== (partyId === partyOf(statement)))
    return wrong(
      'issuer',
      capacity === 'SELF'
        ? `${partyId} speaks as SELF, and it is about another party`
        : `${partyId} speaks as ${capacity} of its own system; nobody verifies themselves`,
      capacity === 'SELF'
        ? `${partyId} 以 SELF 身份声明，而所述为他方`
        : `${partyId} 以 ${capacity} 身份证明自己的系统；不得自我验证`,
    );
  if (trusted === undefined)
    return note(
      'issuer',
      `signed, issuer not known: ${name} (${partyId}); --trust names the keys of issuers`,
      `已签名，签发者未知：${name}（${partyId}）；用 --trust 指定签发者公钥`,
    );
  const print = await calculateJwkThumbprint(key);
  const prints = await Promise.all(
    trusted.map(async (one) => ({ ...one, print: await calculateJwkThumbprint(one) })),
  );
  const mine = prints.filter((one) => one.print === print);
  if (mine.length === 0)
    return wrong(
      'issuer',
      `the key ${print} is none of the ${trusted.length} that are trusted`,
      `密钥 ${print} 不在 ${trusted.length} 个受信密钥之中`,
    );
  if (!mine.some((one) => one.partyId === undefined || one.partyId === partyId))
    return wrong(
      'issuer',
      `the key is trusted for ${mine.map((one) => one.partyId).join(', ')}, and ${partyId} is named`,
      `该密钥属于 ${mine.map((one) => one.partyId).join('、')}，而证明署名 ${partyId}`,
    );
  return ok('issuer', `${name} (${partyId}), trusted`, `${name}（${partyId}），受信`);
};

const lifeOf = ({ predicate }: Statement): Looked => {
  const [from, until] = [Date.parse(predicate.issuedAt), Date.parse(predicate.expiresAt)];
  const last = latestEnd(predicate.set.stage, from);
  const longest = LONGEST[predicate.set.stage];
  return until > from && until <= last
    ? ok(
        'life',
        `${predicate.issuedAt} to ${predicate.expiresAt}`,
        `${predicate.issuedAt} 至 ${predicate.expiresAt}`,
      )
    : wrong(
        'life',
        `it claims to live from ${predicate.issuedAt} to ${predicate.expiresAt}; at most ${longest.en} is allowed`,
        `其有效期为 ${predicate.issuedAt} 至 ${predicate.expiresAt}；最长允许${longest.zh}`,
      );
};

const timeOf = ({ predicate }: Statement, at: number): Looked => {
  const now = new Date(at).toISOString();
  if (at >= Date.parse(predicate.expiresAt))
    return wrong(
      'time',
      `it ended at ${predicate.expiresAt}, and it is ${now}`,
      `已于 ${predicate.expiresAt} 到期，此刻为 ${now}`,
    );
  if (at < Date.parse(predicate.issuedAt) - LENIENCY)
    return wrong(
      'time',
      `it begins at ${predicate.issuedAt}, and it is ${now}`,
      `自 ${predicate.issuedAt} 起有效，此刻为 ${now}`,
    );
  return ok('time', `valid until ${predicate.expiresAt}`, `有效至 ${predicate.expiresAt}`);
};

/** Whether the set that is named is the one that was frozen under that version. */
const setOf = ({ predicate: { set } }: Statement, known: AppliedSet): Looked => {
  if (set.digest === known.digest)
    return ok(
      'set',
      `${set.version} ${set.stage}, as it was frozen`,
      `${set.version} ${set.stage}，与冻结时一致`,
    );
  // a set becomes general once, and has other bytes from then on
  return set.stage === 'PROVISIONAL' && known.stage === 'GENERAL'
    ? note(
        'set',
        `${set.version} is general by now, and was provisional then`,
        `${set.version} 现为正式，当时为试行`,
      )
    : wrong(
        'set',
        `${set.version} ${known.stage} has the digest ${known.digest}, and ${set.digest} ${set.stage} was signed`,
        `${set.version} ${known.stage} 的摘要为 ${known.digest}，而签名的是 ${set.digest} ${set.stage}`,
      );
};

const filesOf = async (statement: Statement, against: Against): Promise<readonly Looked[]> => {
  const { result: text, transcripts, set, isRejudged } = against;
  const result = text === undefined ? undefined : resultIn(text);
  const looked = text === undefined ? [] : [heldAgainstResult(statement, digestOf(text), result)];
  if (transcripts === undefined) return looked;
  const held = heldAgainstTranscripts(statement, transcripts);
  looked.push(held.looked);
  if (isRejudged === true && held.parts !== undefined)
    looked.push(await judgedAgain(statement, held.parts, { set, result }));
  return looked;
};

/** Verifies a statement against what is at hand; nothing is fetched. */
export const verifyStatement = async (jws: string, against: Against): Promise<Verification> => {
  const read = opened(jws);
  if ('aspect' in read) return { looked: [read], isValid: false, isIssuerKnown: false };
  const { statement } = read;
  const issuer = await issuerOf(read, against.trusted);
  const looked: Looked[] = [
    formOf(statement),
    await signatureOf(jws, read.key),
    issuer,
    lifeOf(statement),
    timeOf(statement, against.at),
    ...(against.set === undefined ? [] : [setOf(statement, against.set)]),
    ...(await filesOf(statement, against)),
  ];
  return {
    statement,
    looked,
    isValid: looked.every(({ is }) => is !== 'wrong'),
    isIssuerKnown: issuer.is === 'ok',
  };
};
