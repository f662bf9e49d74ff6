import { fromBase64url } from '@openwaybill/validate';
import { Value } from '@sinclair/typebox/value';
import {
  calculateJwkThumbprint,
  compactVerify,
  decodeProtectedHeader,
  importJWK,
  type JWK,
} from 'jose';
import { claimIn, judgeParts } from '../judge.ts';
import type { Result } from '../result/result.ts';
import { ResultForm } from '../result/result-schema.ts';
import { digestOf } from '../transcript/chain.ts';
import { headOf, type Transcript } from '../transcript/format.ts';
import { fromText } from '../transcript/read.ts';
import { digestOfParts } from '../transcript/unite.ts';
import type { Text } from '../words.ts';
import { latestEnd, predicateOf, type Statement } from './statement.ts';
import { STATEMENT_TYPE, StatementForm } from './statement-form.ts';

/** What is looked at, in this order. */
export type Aspect =
  | 'form'
  | 'signature'
  | 'issuer'
  | 'life'
  | 'time'
  | 'result'
  | 'transcript'
  | 'rejudged';

/** What became of one aspect; a note is neither for nor against. */
export type Looked = {
  readonly aspect: Aspect;
  readonly is: 'ok' | 'wrong' | 'note';
  readonly text: Text;
};

export type Verification = {
  /** Absent: it could not be read. */
  readonly statement?: Statement;
  readonly looked: readonly Looked[];
  readonly isValid: boolean;
};

/** What a statement is held against; texts are those of the files, byte for byte. */
export type Against = {
  readonly at: number;
  readonly result?: string;
  /** One, or those of all shards in their order. */
  readonly transcripts?: readonly string[];
  /** Public keys of issuers that the reader trusts; one with a `partyId` is trusted for that party alone. */
  readonly trusted?: readonly (JWK & { readonly partyId?: string })[];
  /** Judges the transcript again. */
  readonly isRejudged?: boolean;
};

/** How far the clock of a reader may be behind that of an issuer. */
const LENIENCY = 300_000;

const ok = (aspect: Aspect, en: string, zh: string): Looked => ({
  aspect,
  is: 'ok',
  text: { en, zh },
});
const wrong = (aspect: Aspect, en: string, zh: string): Looked => ({
  aspect,
  is: 'wrong',
  text: { en, zh },
});
const note = (aspect: Aspect, en: string, zh: string): Looked => ({
  aspect,
  is: 'note',
  text: { en, zh },
});

type Opened = {
  readonly statement: Statement;
  readonly key: JWK;
  readonly kid: string;
};

/** Reads a statement without believing it. */
const opened = (jws: string): Opened | Looked => {
  try {
    const header = decodeProtectedHeader(jws.trim());
    const { jwk, kid } = header;
    if (header.typ !== STATEMENT_TYPE || jwk === undefined || typeof kid !== 'string')
      return wrong(
        'form',
        `the header is not that of an ${STATEMENT_TYPE}, with its key`,
        `头部不是带公钥的 ${STATEMENT_TYPE}`,
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
    return { statement: statement as Statement, key: jwk, kid };
  } catch {
    return wrong('form', 'this is no compact JWS with JSON inside', '不是含 JSON 的紧凑 JWS');
  }
};

const isSignedBy = async (jws: string, key: JWK): Promise<boolean> => {
  try {
    await compactVerify(jws.trim(), await importJWK(key, 'EdDSA'), {
      algorithms: ['EdDSA', 'Ed25519'],
    });
    return true;
  } catch {
    return false;
  }
};

const issuerOf = async (
  { statement, key, kid }: Opened,
  trusted: Against['trusted'],
): Promise<Looked> => {
  const { partyId, name } = statement.predicate.issuer;
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
  const found = prints.find((one) => one.print === print);
  if (found === undefined)
    return wrong(
      'issuer',
      `the key ${kid} is none of the ${trusted.length} that are trusted`,
      `密钥 ${kid} 不在 ${trusted.length} 个受信密钥之中`,
    );
  if (found.partyId !== undefined && found.partyId !== partyId)
    return wrong(
      'issuer',
      `the key is trusted for ${found.partyId}, and ${partyId} is named`,
      `该密钥属于 ${found.partyId}，而证明署名 ${partyId}`,
    );
  return ok('issuer', `${name} (${partyId}), trusted`, `${name}（${partyId}），受信`);
};

const lifeOf = ({ predicate }: Statement): Looked => {
  const [from, until] = [Date.parse(predicate.issuedAt), Date.parse(predicate.expiresAt)];
  const last = latestEnd(predicate.set.stage, from);
  const stage = { PROVISIONAL: '90', GENERAL: '365' }[predicate.set.stage];
  return until > from && until <= last
    ? ok(
        'life',
        `${predicate.issuedAt} to ${predicate.expiresAt}`,
        `${predicate.issuedAt} 至 ${predicate.expiresAt}`,
      )
    : wrong(
        'life',
        `it claims to live from ${predicate.issuedAt} to ${predicate.expiresAt}; at most ${stage} days are allowed`,
        `其有效期为 ${predicate.issuedAt} 至 ${predicate.expiresAt}；最长允许 ${stage} 天`,
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

/** The members of a statement that follow from the result, and differ from what the result says. */
const saidOtherwise = ({ predicate }: Statement, result: Result): readonly string[] => {
  const said: Readonly<Record<string, unknown>> = {
    ...predicate,
    set: predicate.set,
    suite: { version: predicate.suite.version, digest: predicate.suite.digest },
    'digests/claim': predicate.digests.claim,
    'digests/transcript': predicate.digests.transcript,
  };
  const follows = {
    ...predicateOf(result),
    'digests/claim': result.system.claimDigest,
    'digests/transcript': result.transcript.digest,
  };
  return Object.entries(follows)
    .filter(([name, value]) => !Value.Equal(said[name], value))
    .map(([name]) => `/predicate/${name}`);
};

const resultIn = (text: string): Result | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(ResultForm, value) ? (value as Result) : undefined;
  } catch {
    return undefined;
  }
};

const heldAgainstResult = async (statement: Statement, text: string): Promise<Looked> => {
  const result = resultIn(text);
  if (result === undefined)
    return wrong(
      'result',
      'the file is no result of openwaybill-result/1',
      '该文件不是 openwaybill-result/1 的结果',
    );
  const digest = await digestOf(text);
  if (digest !== statement.predicate.digests.result)
    return wrong(
      'result',
      `its digest is ${digest}, and ${statement.predicate.digests.result} was signed`,
      `其摘要为 ${digest}，而签名的是 ${statement.predicate.digests.result}`,
    );
  const otherwise = saidOtherwise(statement, result);
  return otherwise.length === 0
    ? ok(
        'result',
        'the very file, and the statement says what it says',
        '文件一致，且证明所述与其相符',
      )
    : wrong(
        'result',
        `the statement says otherwise than the result: ${otherwise.join(', ')}`,
        `证明所述与结果不符：${otherwise.join('、')}`,
      );
};

type Held = { readonly looked: Looked; readonly parts?: readonly Transcript[] };

/** One transcript, or those of all shards in their order. */
const heldAgainstTranscripts = async (
  statement: Statement,
  texts: readonly string[],
): Promise<Held> => {
  const parts: Transcript[] = [];
  for (const text of texts) {
    const read = await fromText(text);
    if (!read.ok)
      return {
        looked: wrong(
          'transcript',
          `line ${read.line}: ${read.text.en}`,
          `第 ${read.line} 行：${read.text.zh}`,
        ),
      };
    parts.push(read.transcript);
  }
  const { digests } = statement.predicate;
  const digest = await digestOfParts(parts);
  if (digest !== digests.transcript)
    return {
      looked: wrong(
        'transcript',
        `its digest is ${digest}, and ${digests.transcript} was signed`,
        `其摘要为 ${digest}，而签名的是 ${digests.transcript}`,
      ),
    };
  const isOfClaim = parts.every((part) =>
    headOf(part).claims.some((claim) => claim.digest === digests.claim),
  );
  if (!isOfClaim)
    return {
      looked: wrong(
        'transcript',
        'it is of another claim than the one that was signed',
        '其声明与所签名的声明不同',
      ),
    };
  const count = parts.reduce((sum, { entries }) => sum + entries.length, 0);
  return {
    looked: ok(
      'transcript',
      `the very file, ${count} entries, chain intact`,
      `文件一致，${count} 条，链完整`,
    ),
    parts,
  };
};

/** Judges again, and compares requirement by requirement where the result is there, else class by class. */
const rejudged = async (
  statement: Statement,
  parts: readonly Transcript[],
  given: Result | undefined,
): Promise<Looked> => {
  const { predicate } = statement;
  const [first] = parts;
  if (first === undefined) throw new Error('there is no transcript to judge');
  const again = await judgeParts(parts, claimIn(first, predicate.role));
  const differences =
    given === undefined
      ? predicateOf(again)
          .verdicts.filter(
            (row) =>
              predicate.verdicts.find((one) => one.class === row.class)?.verdict !== row.verdict,
          )
          .map((row) => `${row.class} ${row.verdict}`)
      : again.requirements
          .filter(
            ({ id, outcome }) =>
              given.requirements.find((one) => one.id === id)?.outcome !== outcome,
          )
          .map(({ id, outcome }) => `${id} ${outcome}`);
  if (differences.length === 0)
    return ok('rejudged', 'the same, judged again', '重新判定，结果相同');
  const list = differences.join(', ');
  return again.suite.version === predicate.suite.version &&
    again.suite.digest === predicate.suite.digest
    ? wrong('rejudged', `judged again it is otherwise: ${list}`, `重新判定结果不同：${list}`)
    : note(
        'rejudged',
        `judged by ${again.suite.version} in place of ${predicate.suite.version}, it differs: ${list}`,
        `以 ${again.suite.version} 代替 ${predicate.suite.version} 判定，结果有别：${list}`,
      );
};

/** Verifies a statement against what is at hand; nothing is fetched. */
export const verifyStatement = async (jws: string, against: Against): Promise<Verification> => {
  const read = opened(jws);
  if ('aspect' in read) return { looked: [read], isValid: false };
  const { statement } = read;
  const looked: Looked[] = [
    ok(
      'form',
      `a statement about ${statement.subject[0]?.name}`,
      `关于 ${statement.subject[0]?.name} 的证明`,
    ),
    (await isSignedBy(jws, read.key))
      ? ok('signature', `by the key ${read.kid}`, `由密钥 ${read.kid} 签名`)
      : wrong('signature', 'it does not fit the key and the bytes', '与密钥及内容不符'),
    await issuerOf(read, against.trusted),
    lifeOf(statement),
    timeOf(statement, against.at),
  ];
  if (against.result !== undefined) looked.push(await heldAgainstResult(statement, against.result));
  if (against.transcripts !== undefined) {
    const { looked: found, parts } = await heldAgainstTranscripts(statement, against.transcripts);
    looked.push(found);
    if (against.isRejudged === true && parts !== undefined) {
      const given = against.result === undefined ? undefined : resultIn(against.result);
      looked.push(await rejudged(statement, parts, given));
    }
  }
  return { statement, looked, isValid: looked.every(({ is }) => is !== 'wrong') };
};
