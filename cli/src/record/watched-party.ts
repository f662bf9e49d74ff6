import {
  type CapabilityDocument,
  isDocument,
  type ObservedParty,
  Unanswered,
  unusable,
} from '@openwaybill/conformance';
import { type Role, SPOKEN_VERSION, type Text } from '@openwaybill/schemas';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { howOf } from '../shore/node-shore.ts';

/** A system that is watched, where it is, and what it publishes. */
export type WatchedParty = ObservedParty & {
  readonly url: string;
  /** The keys that it publishes; read again where one is not among those known so far. */
  readonly keysOf: (isFresh: boolean) => Promise<readonly PublicKey[]>;
};

/** A public key (JWK). */
export type PublicKey = { readonly kid?: string; readonly crv?: string; readonly x?: string };

const PATIENCE = 10_000;

const ask = async (
  io: Io,
  url: string,
): Promise<{ readonly answer: Response; readonly text: string }> => {
  const request = new Request(url, {
    headers: { Accept: 'application/json', 'OpenWaybill-Version': SPOKEN_VERSION },
  });
  const answer = await io.fetch(request, io.deadline(PATIENCE));
  return { answer, text: await answer.text() };
};

/** The value of a text; nothing where it is no JSON. */
const valueIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const complaint = (
  code: Complaint['code'],
  seen: Text,
  wanted: Text,
  remedy: Text,
): { readonly complaint: Complaint } => ({ complaint: { code, seen, wanted, remedy } });

const readDocument = async (
  io: Io,
  url: string,
): Promise<CapabilityDocument | { readonly complaint: Complaint }> => {
  const address = `${url}/.well-known/openwaybill`;
  let found: Awaited<ReturnType<typeof ask>>;
  try {
    found = await ask(io, address);
  } catch (error) {
    const { how } = new Unanswered(howOf(error));
    return complaint(
      EXIT.environment,
      { en: `${url} does not answer (${how})`, zh: `${url} 没有应答（${how}）` },
      { en: 'a running system is needed', zh: '需要运行中的系统' },
      { en: 'start it, or mend the address', zh: '请启动系统或修正地址' },
    );
  }
  const document = valueIn(found.text);
  return isDocument(document)
    ? document
    : complaint(
        EXIT.usage,
        unusable(address, found.answer, found.text),
        { en: 'what a system claims is read first', zh: '须先读取系统的声明' },
        { en: 'mend the document, or the address', zh: '请修正能力文档或地址' },
      );
};

const keysIn = (value: unknown): readonly PublicKey[] | undefined => {
  const { keys } = (value ?? {}) as { readonly keys?: unknown };
  return Array.isArray(keys) ? keys.filter((key) => key instanceof Object) : undefined;
};

/** Reads what a system claims and publishes, before it is watched. */
export const watchedParty = async (
  io: Io,
  url: string,
  asked: Role | undefined,
): Promise<WatchedParty | { readonly complaint: Complaint }> => {
  const document = await readDocument(io, url);
  if ('complaint' in document) return document;
  const roles = [...new Set(document.claims.map(({ role }) => role))];
  const role = asked ?? (roles.length === 1 ? roles[0] : undefined);
  if (role === undefined || !roles.includes(role))
    return complaint(
      EXIT.usage,
      {
        en: `${url} claims ${roles.join(', ')}, and ${asked ?? 'none of them was named'}${asked === undefined ? '' : ' was named'}`,
        zh: `${url} 声明的角色为 ${roles.join('、')}，${asked === undefined ? '未指定其一' : `指定的是 ${asked}`}`,
      },
      { en: 'one of its roles is watched', zh: '须观察其中一个角色' },
      { en: 'name it', zh: '请指定' },
    );
  let known: readonly PublicKey[] = [];
  const keysOf = async (isFresh: boolean): Promise<readonly PublicKey[]> => {
    if (!isFresh && known.length > 0) return known;
    try {
      const { text } = await ask(io, document.endpoints.keys);
      known = keysIn(valueIn(text)) ?? known;
    } catch {
      // without keys nothing can be verified, and nothing is said to be
    }
    return known;
  };
  return { url, role, document, keys: await keysOf(false), keysOf };
};
