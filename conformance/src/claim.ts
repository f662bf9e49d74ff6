import { type Role, SPOKEN_VERSION, type Text } from '@openwaybill/schemas';
import { documentMisfits, isDocument } from './config/document-form.ts';
import { digestOf } from './transcript/chain.ts';
import {
  type CapabilityDocument,
  type Claim,
  type Depth,
  type Shore,
  type Supplement,
  Unanswered,
} from './words.ts';

/** A claim file. */
export type ClaimFile = {
  readonly version: 1;
  readonly role: Role;
  readonly requirementSet?: string;
  /** Whose system it is: the owner of one in production says so here. */
  readonly partyId?: string;
  readonly software?: { readonly name: string; readonly version: string; readonly build?: string };
  readonly supplement?: Supplement;
  /** For systems that serve no capability document. */
  readonly document?: CapabilityDocument;
};

/** Why a run cannot begin, in both languages. */
class Unbegun extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** Wrong use: the run cannot begin, and the system is not blamed. */
export class Misuse extends Unbegun {
  override readonly name = 'Misuse';
}

/** Nothing could be judged: the system cannot be had. */
export class Unreachable extends Unbegun {
  override readonly name = 'Unreachable';
  readonly how: Unanswered['how'];
  constructor(text: Text, how: Unanswered['how']) {
    super(text);
    this.how = how;
  }
}

/** What of the options of a run says whom it is about. */
export type ClaimOptions = {
  /** Base address of the system, without a path. */
  readonly url: string;
  /** Absent: the one role that the system claims. */
  readonly role?: Role;
  readonly shore: Pick<Shore, 'fetch'>;
  /** The most evidence to use; absent: what the system offers. */
  readonly depth?: Depth;
  readonly claim?: ClaimFile;
  readonly timeoutMilliseconds?: number;
};

/** Milliseconds that a system may take for an answer, unless the user says otherwise. */
export const TIMEOUT = 10_000;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // no document: told with its length
    return undefined;
  }
};

/** Why a run cannot begin with what a system says of itself: its values may be anything, and are never told. */
export const unusable = (address: string, answer: Response, text: string): Text => {
  const document = parsed(text);
  const [misfit] = documentMisfits(document);
  const { claims } = (document ?? {}) as { readonly claims?: unknown };
  if (misfit !== undefined && Array.isArray(claims))
    return {
      en: `the capability document of ${address} cannot be used at ${misfit.pointer || '/'}: ${misfit.text.en}`,
      zh: `${address} 的能力文档在 ${misfit.pointer || '/'} 处无法使用：${misfit.text.zh}`,
    };
  const type = answer.headers.get('Content-Type') ?? '';
  return {
    en: `${address} answered ${answer.status} with ${text.length} characters${type && ` of ${type}`} that are no capability document`,
    zh: `${address} 返回 ${answer.status}，${text.length} 个字符${type && `（${type}）`}，不是能力文档`,
  };
};

const readDocument = async (
  options: ClaimOptions,
): Promise<{ readonly document: CapabilityDocument; readonly text: string }> => {
  const address = `${options.url}/.well-known/openwaybill`;
  let answer: Response;
  let text: string;
  try {
    answer = await options.shore.fetch(
      new Request(address, {
        headers: { Accept: 'application/json', 'OpenWaybill-Version': SPOKEN_VERSION },
      }),
      { milliseconds: options.timeoutMilliseconds ?? TIMEOUT },
    );
    text = await answer.text();
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    throw new Unreachable(
      {
        en: `${options.url} does not answer (${error.how})`,
        zh: `${options.url} 没有应答（${error.how}）`,
      },
      error.how,
    );
  }
  const document = parsed(text);
  if (isDocument(document)) return { document, text };
  if (options.claim?.document !== undefined)
    return { document: options.claim.document, text: JSON.stringify(options.claim.document) };
  const { en, zh } = unusable(address, answer, text);
  throw new Misuse({
    en: `${en}, and no claim file has one`,
    zh: `${zh}，声明文件中也没有`,
  });
};

const disagreement = (what: Text, file: string, served: string): Misuse =>
  new Misuse({
    en: `the claim file says ${what.en} ${file}, and the capability document ${served}`,
    zh: `声明文件中的${what.zh}为 ${file}，能力文档中为 ${served}`,
  });

/** A claim file adds to what a document says, and never contradicts it. */
const demandAgreement = (file: ClaimFile, document: CapabilityDocument, role: Role): void => {
  const mine = document.claims.filter((one) => one.role === role);
  const sets = [...new Set(mine.map(({ requirementSet }) => requirementSet))];
  if (file.role !== role) throw disagreement({ en: 'role', zh: '角色' }, file.role, role);
  if (file.requirementSet !== undefined && !sets.includes(file.requirementSet))
    throw disagreement(
      { en: 'requirement set', zh: '要求集' },
      file.requirementSet,
      sets.join(', '),
    );
  const { software } = file;
  if (software !== undefined && software.version !== document.software.version)
    throw disagreement({ en: 'version', zh: '版本' }, software.version, document.software.version);
};

/** What the system claims, and what of it the run may use. */
export const claimOf = async (options: ClaimOptions): Promise<Claim> => {
  const { document, text } = await readDocument(options);
  const roles = [...new Set(document.claims.map(({ role }) => role))];
  const role = options.role ?? options.claim?.role ?? (roles.length === 1 ? roles[0] : undefined);
  if (role === undefined)
    throw new Misuse({
      en: `the system claims ${roles.join(', ')}, and none of them was named`,
      zh: `系统声明的角色为 ${roles.join('、')}，未指定其一`,
    });
  if (!roles.includes(role))
    throw new Misuse({
      en: `the system claims ${roles.join(', ')} and not ${role}`,
      zh: `系统声明的角色为 ${roles.join('、')}，不含 ${role}`,
    });
  if (options.claim !== undefined) demandAgreement(options.claim, document, role);
  return {
    role,
    document,
    ...(options.claim?.supplement === undefined ? {} : { supplement: options.claim.supplement }),
    ...(options.claim?.software?.build === undefined
      ? {}
      : { build: options.claim.software.build }),
    digest: digestOf(text),
    commands: options.depth === 'WIRE' ? [] : (document.testControl?.commands ?? []),
  };
};
