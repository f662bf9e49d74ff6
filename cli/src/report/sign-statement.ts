import {
  digestOf,
  ISSUER_ID,
  type Issuer,
  isSigningKey,
  type Result,
  refusalsOf,
  signStatement,
  statementOf,
} from '@openwaybill/conformance';
import { uuid4 } from '@openwaybill/validate/light';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { StatementOptions } from './report-options.ts';

const PARTY = new RegExp(ISSUER_ID);

/** What is signed, and until when it holds. */
export type Signed = { readonly jws: string; readonly until: string };

/** What keeps from signing, without the exit code that all of it has. */
type Why = Omit<Complaint, 'code'>;

const refused = (why: Why): { readonly complaint: Complaint } => ({
  complaint: { code: EXIT.usage, ...why },
});

const noKey = (path: string): Why => ({
  seen: { en: `${path} is no private Ed25519 key`, zh: `${path} 不是 Ed25519 私钥` },
  wanted: {
    en: 'a statement is signed with a JWK that has kty OKP, crv Ed25519, x and d',
    zh: '证明须用含 kty OKP、crv Ed25519、x 与 d 的 JWK 签名',
  },
  remedy: { en: 'openwaybill new key issuer', zh: 'openwaybill new key issuer' },
});

/** A file that has a key in it, or nothing where it is no JSON. */
const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

/** Who signs: the system itself, or the party that is named. */
const issuerOf = (result: Result, options: StatementOptions): Issuer | Why => {
  const { organisation } = result.system;
  const capacity = options.capacity ?? 'SELF';
  const partyId = options.issuer ?? (capacity === 'SELF' ? organisation : undefined);
  if (partyId === undefined || !PARTY.test(partyId))
    return {
      seen: {
        en: `${capacity} was named, and no party that signs`,
        zh: `指定了 ${capacity}，未指定签发者`,
      },
      wanted: { en: 'others than the system itself name themselves', zh: '非系统自身签发须署名' },
      remedy: { en: 'add --issuer with your party id', zh: '请用 --issuer 给出主体标识' },
    };
  if (capacity === 'SELF' && partyId !== organisation)
    return {
      seen: {
        en: `${partyId} signs for ${organisation} as SELF`,
        zh: `${partyId} 以 SELF 身份为 ${organisation} 签发`,
      },
      wanted: { en: 'only an organisation speaks for itself', zh: '只有单位本身可自我声明' },
      remedy: {
        en: 'choose --capacity COUNTERPARTY or LABORATORY',
        zh: '请用 --capacity 选择 COUNTERPARTY 或 LABORATORY',
      },
    };
  if (capacity !== 'SELF' && partyId === organisation)
    return {
      seen: {
        en: `${partyId} signs for itself as ${capacity}`,
        zh: `${partyId} 以 ${capacity} 身份为自己签发`,
      },
      wanted: { en: 'nobody verifies themselves', zh: '不得自我验证' },
      remedy: {
        en: 'leave --capacity out, or let the other party sign',
        zh: '请去掉 --capacity，或由另一方签发',
      },
    };
  return { partyId, name: options.issuerName ?? partyId, capacity };
};

type SigningKey = Parameters<typeof signStatement>[1];
type Brought = { readonly key: SigningKey; readonly proof?: Uint8Array<ArrayBuffer> };

/** What is brought for signing: the key and the proof, or what is wrong with either. Known before a run, it costs nobody one. */
export const broughtToSign = async (
  { sign, proof: path }: Pick<StatementOptions, 'proof'> & { readonly sign: string },
  io: Pick<Io, 'read'>,
): Promise<Brought | { readonly complaint: Complaint }> => {
  const file = await io.read(sign);
  if (!file.ok) return { complaint: fileComplaint(file.fault) };
  const key = jsonIn(file.bytes);
  if (!isSigningKey(key)) return refused(noKey(sign));
  const proof = path === undefined ? undefined : await io.read(path);
  if (proof?.ok === false) return { complaint: fileComplaint(proof.fault) };
  return { key, ...(proof === undefined ? {} : { proof: new Uint8Array(proof.bytes) }) };
};

/** Signs a statement about a result whose file has this digest; or says why not. */
export const signedStatement = async (
  result: Result,
  resultDigest: string,
  options: StatementOptions & { readonly sign: string },
  io: Pick<Io, 'read' | 'now' | 'random'>,
): Promise<Signed | { readonly complaint: Complaint }> => {
  const refusals = refusalsOf(result);
  if (refusals.length > 0)
    return refused({
      seen: {
        en: refusals.map(({ en }) => en).join(', and '),
        zh: refusals.map(({ zh }) => zh).join('；'),
      },
      wanted: {
        en: 'a statement is about one whole run by a set that stands',
        zh: '证明须针对按已固定要求集完成的一次完整运行',
      },
      remedy: {
        en: 'run everything that applies, and sign then; nothing was signed',
        zh: '请完整运行后再签名；本次未签名',
      },
    });
  const brought = await broughtToSign(options, io);
  if ('complaint' in brought) return brought;
  const { key, proof } = brought;
  const issuer = issuerOf(result, options);
  if ('seen' in issuer) return refused(issuer);
  const statement = statementOf(result, {
    issuer,
    issuedAt: io.now(),
    statementId: `urn:uuid:${uuid4(io.random)}`,
    resultDigest,
    ...(proof === undefined ? {} : { proveDigest: digestOf(proof) }),
  });
  return { jws: await signStatement(statement, key), until: statement.predicate.expiresAt };
};
