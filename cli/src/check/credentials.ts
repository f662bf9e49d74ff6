import {
  type AllCredentials,
  type CapabilityDocument,
  type Credentials,
  counterpartOf,
} from '@openwaybill/conformance';
import { ROLES, type Role, type Text } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import type { Complaint } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { readJsonFile } from '../read-json-file.ts';
import { developmentCredentials, PLAYED } from '../sandbox/parties.ts';
import type { ClientPieces, RunSettings } from './options.ts';

type Had<T> = { readonly value: T } | { readonly complaint: Complaint };

const complaint = (
  code: ExitCode,
  seen: Text,
  wanted: Text,
  remedy: Text,
): { readonly complaint: Complaint } => ({ complaint: { code, seen, wanted, remedy } });

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;

const isKey = (value: unknown): boolean =>
  typeof object(value).kty === 'string' && typeof object(value).d === 'string';

/** Members of credentials that are absent or cannot be: the runner would say them, and be refused. */
const lacking = (value: unknown): readonly string[] => {
  const { clientId, partyId, role, key } = object(value);
  return [
    ...(typeof clientId === 'string' && clientId !== '' ? [] : ['clientId']),
    ...(judge('PartyId', partyId).ok ? [] : ['partyId']),
    ...(typeof role === 'string' && Object.hasOwn(ROLES, role) ? [] : ['role']),
    ...(isKey(key) ? [] : ['key']),
  ];
};

/** One client, or one for each part of the run; anything else is told before it is used. */
const allIn = (value: unknown, source: string): Had<AllCredentials> => {
  const all = 'runner' in object(value) ? object(value) : { runner: value };
  const wrong = Object.entries(all).flatMap(([who, one]) =>
    lacking(one).map((member) => (who === 'runner' ? member : `${who}.${member}`)),
  );
  return wrong.length === 0
    ? { value: all as unknown as AllCredentials }
    : complaint(
        EXIT.usage,
        {
          en: `${source}: ${wrong.join(', ')} is absent or not in its form`,
          zh: `${source}：${wrong.join('、')} 缺失或格式有误`,
        },
        {
          en: 'credentials are clientId, partyId, role and key, a private JWK',
          zh: '凭据由 clientId、partyId、role 与 key（私钥 JWK）组成',
        },
        { en: 'repair it, or name another file', zh: '请修正，或指定其他文件' },
      );
};

/** A client that the configuration file gives in pieces; the key comes from its file, or from the environment. */
const assembled = async (
  pieces: ClientPieces,
  io: Io,
  role: Role | undefined,
  key: unknown,
  source: string,
): Promise<Had<AllCredentials>> => {
  if (pieces.file !== undefined) {
    const file = await readJsonFile<unknown>(io, pieces.file);
    return 'complaint' in file ? file : allIn(file.value, pieces.file);
  }
  let held = key;
  if (pieces.keyFile !== undefined) {
    const file = await readJsonFile<unknown>(io, pieces.keyFile);
    if ('complaint' in file) return file;
    held = file.value;
  }
  return allIn(
    {
      clientId: pieces.clientId,
      partyId: pieces.partyId ?? pieces.clientId,
      role: pieces.role ?? (role === undefined ? undefined : counterpartOf(role)),
      key: held,
    },
    source,
  );
};

/** A secret of the environment: a private JWK, or credentials whole. */
const secretOf = (io: Io, name: string): Had<unknown> => {
  const text = io.env[name];
  if (text === undefined || text === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return complaint(
      EXIT.usage,
      { en: `${name} is not JSON`, zh: `${name} 不是 JSON` },
      {
        en: 'a private key (JWK) is needed, or credentials whole',
        zh: '需要私钥（JWK）或完整凭据',
      },
      { en: 'set it as the file of --credentials', zh: '内容与 --credentials 文件相同' },
    );
  }
};

const MOCK = 'openwaybill-mock';
const WITHIN = 10_000;

/** What a system says of itself; nothing where it does not answer, or not with JSON. */
export const readDocument = async (
  io: Io,
  url: string,
): Promise<CapabilityDocument | undefined> => {
  try {
    const answer = await io.fetch(
      new Request(`${url}/.well-known/openwaybill`),
      io.deadline(WITHIN),
    );
    return (await answer.json()) as CapabilityDocument;
  } catch {
    // whether it is there at all is told by whoever needs it
    return undefined;
  }
};

/** One part of the run, from wherever it was given; nothing where it was not. */
const givenBy = async (
  given: RunSettings['credentials'],
  variable: string,
  io: Io,
  role: Role | undefined,
): Promise<Had<AllCredentials | undefined>> => {
  const secret = secretOf(io, variable);
  if ('complaint' in secret) return secret;
  if (given !== undefined) {
    const pieces = typeof given === 'string' ? { file: given } : given;
    return assembled(pieces, io, role, secret.value, 'credentials');
  }
  return secret.value === undefined ? { value: undefined } : allIn(secret.value, variable);
};

type Given = Pick<RunSettings, 'credentials' | 'second' | 'role'>;

/** The keys that were given: by file, or by the environment. Without its own the run has none. */
export const givenCredentials = async (
  options: Given,
  io: Io,
): Promise<Had<{ readonly own?: AllCredentials; readonly second?: Credentials }>> => {
  const role = options.role as Role | undefined;
  const own = await givenBy(options.credentials, 'OPENWAYBILL_KEY', io, role);
  if ('complaint' in own) return own;
  const second = await givenBy(options.second, 'OPENWAYBILL_SECOND_KEY', io, role);
  if ('complaint' in second) return second;
  return {
    value: {
      ...(own.value === undefined ? {} : { own: own.value }),
      ...(second.value === undefined ? {} : { second: second.value.runner }),
    },
  };
};

/** The keys of the run: those that were given, or those that every mock server knows. */
export const credentialsOf = async (
  options: Given & { readonly url: string },
  io: Io,
): Promise<Had<AllCredentials>> => {
  const given = await givenCredentials(options, io);
  if ('complaint' in given) return given;
  const { own, ...beside } = given.value;
  if (own !== undefined) return { value: { ...own, ...beside } };
  const document = await readDocument(io, options.url);
  const wanted = options.role ?? document?.claims?.[0]?.role;
  const played = PLAYED.find((one) => one === wanted);
  if (document?.software?.name === MOCK && played !== undefined)
    return {
      value: { ...((await developmentCredentials(1, played)) as AllCredentials), ...beside },
    };
  return document === undefined
    ? complaint(
        EXIT.environment,
        { en: `${options.url} serves no capability document`, zh: `${options.url} 未提供能力文档` },
        {
          en: '/.well-known/openwaybill is read first',
          zh: '首先读取 /.well-known/openwaybill',
        },
        {
          en: 'start the system, or mend the address; openwaybill doctor says more',
          zh: '请启动系统或修正地址；openwaybill doctor 可进一步诊断',
        },
      )
    : complaint(
        EXIT.usage,
        { en: 'no credentials were given', zh: '未给出凭据' },
        {
          en: 'the run speaks as a client of the system, with a key that it knows',
          zh: '检测以系统客户端的身份进行，需要其登记的密钥',
        },
        {
          en: 'name a file with --credentials: clientId, partyId, role, key (JWK)',
          zh: '请用 --credentials 指定文件：clientId、partyId、role、key（JWK）',
        },
      );
};
