import {
  type AllCredentials,
  answerOf,
  ask,
  type CapabilityDocument,
  type CheckOptions,
  type Claim,
  castOf,
  codeOfAnswer,
  counterpartOf,
  type Identity,
  statusOf,
} from '@openwaybill/conformance';
import { PURPOSE_LIMITS } from '@openwaybill/schemas';
import { EXIT } from '../exit-codes.ts';
import { ok, type Probe, preview, problem, told } from './probe.ts';
import { signedLines } from './signed-lines.ts';

/** A token for every part that the runner plays. */
const probeToken = async (
  options: CheckOptions,
  claim: Claim,
  credentials: AllCredentials,
): Promise<Probe> => {
  const identities = Object.keys(credentials) as Identity[];
  const { failure } = await ask(options, claim, { identities, reads: [] });
  return failure === undefined
    ? ok('token', `${credentials.runner.clientId} (${identities.join(', ')})`)
    : problem(
        'token',
        EXIT.environment,
        `${failure.en}; register the client id and its public key at the system`,
        `${failure.zh}；请在系统登记客户端标识及其公钥`,
      );
};

const isServed = ({ document, role }: Claim): boolean =>
  document.claims.some((one) => one.role === role && one.modules.includes('agreement'));

/** A claim, as far as it says for which purposes the system reveals. */
type Revealing = {
  readonly role: Claim['role'];
  readonly document: Pick<CapabilityDocument, 'reveal'>;
};

/** Purposes that the system reveals for to the role of the run, and that no effective agreement with the run names. */
export const unnamedPurposes = (
  { document: { reveal }, role }: Revealing,
  listed: readonly unknown[],
): readonly string[] => {
  if (listed.length === 0) return [];
  const named = new Set(
    listed.flatMap((one) => (one as { readonly purposes?: readonly string[] }).purposes ?? []),
  );
  const caller = counterpartOf(role);
  return (reveal?.purposes ?? []).filter(
    (purpose) =>
      !named.has(purpose) &&
      PURPOSE_LIMITS.some((limit) => limit.purpose === purpose && limit.roles.includes(caller)),
  );
};

/** A request with a token, signed where the class is claimed, and the agreement that it asks for. */
const probeAgreement = async (options: CheckOptions, claim: Claim): Promise<readonly Probe[]> => {
  const isSigned = claim.document.claims.some(
    ({ role, conformanceClass }) => role === claim.role && conformanceClass === 'signed-messages',
  );
  const unsigned = isSigned
    ? told(
        'signed',
        'note',
        'claimed, and there is no list of agreements to try it with',
        '已声明，但没有协议列表可供试签',
      )
    : told('signed', 'unneeded', 'signed-messages is not claimed', '未声明 signed-messages');
  if (!isServed(claim))
    return [unsigned, told('agreement', 'unneeded', 'no agreements are served', '未提供协议')];
  const { exchanges, failure } = await ask(options, claim, {
    identities: ['runner'],
    reads: [{ as: 'runner', operation: 'listAgreements', query: { status: 'EFFECTIVE' } }],
  });
  const [read] = exchanges;
  if (read === undefined)
    return failure === undefined
      ? []
      : [problem('agreement', EXIT.environment, failure.en, failure.zh)];
  const status = statusOf(read);
  const refused = `${status} ${codeOfAnswer(read) ?? ''}`.trim();
  if (status === 401 && isSigned)
    return [
      problem(
        'signed',
        EXIT.environment,
        `answered ${refused}; this was signed, compare it line by line:\n${signedLines(read).join('\n')}`,
        `返回 ${refused}；所签内容如下，请逐行比对：\n${signedLines(read).join('\n')}`,
      ),
    ];
  const signed = isSigned ? ok('signed', `${status}`) : unsigned;
  if (status === 401 || status === 403)
    return [
      signed,
      problem(
        'agreement',
        EXIT.environment,
        `listAgreements answered ${refused}; the token that the system gave must allow the role of the run`,
        `listAgreements 返回 ${refused}；系统所发令牌须允许检测方的角色`,
      ),
    ];
  const listed: unknown = answerOf(read)?.items;
  // whatever else it answers is the system's own, and for the run to judge
  if (status !== 200 || !Array.isArray(listed))
    return [
      signed,
      preview(
        'agreement',
        `listAgreements answered ${status === 200 ? 'no list' : status === 0 ? 'nothing' : refused}; a check will find it`,
        `listAgreements ${status === 200 ? '未返回列表' : status === 0 ? '没有应答' : `返回 ${refused}`}；检测时会给出结论`,
      ),
    ];
  const unnamed = unnamedPurposes(claim, listed);
  if (unnamed.length > 0)
    return [
      signed,
      told(
        'agreement',
        'warning',
        `no effective agreement names ${unnamed.join(', ')}, for which the system says that it reveals; what needs them will be refused: propose and sign one that does`,
        `生效协议均未列出系统声明支持揭示的 ${unnamed.join('、')}；依赖这些目的的请求会被拒绝：请提出并签署含有它们的协议`,
      ),
    ];
  return [
    signed,
    listed.length > 0
      ? ok('agreement', { en: `${listed.length} effective`, zh: `${listed.length} 份生效` })
      : told(
          'agreement',
          'warning',
          'none is EFFECTIVE between system and run; what needs one will be refused: propose and sign one',
          '系统与检测方之间没有生效的协议，依赖协议的请求会被拒绝：请提出并签署',
        ),
  ];
};

/** The second organisation must be another one, or nothing can be compared. */
export const probeSecond = (claim: Claim, { runner, second }: AllCredentials): Probe => {
  if (second === undefined)
    return castOf(claim.role).some(({ who }) => who === 'second')
      ? told(
          'second',
          'warning',
          'none; comparisons between organisations are blocked: name one with --second',
          '无；单位间的对比无法进行：请用 --second 指定',
        )
      : told('second', 'unneeded', 'nothing is compared', '无需对比');
  return second.partyId === runner.partyId
    ? problem(
        'second',
        EXIT.usage,
        `it is ${runner.partyId}, as the first; give the credentials of another organisation`,
        `与第一单位同为 ${runner.partyId}；请提供另一单位的凭据`,
      )
    : ok('second', second.partyId);
};

/** Whether the clients of the run are known to the system, and may ask. */
export const probeClients = async (
  options: CheckOptions,
  claim: Claim,
  credentials: AllCredentials,
): Promise<readonly Probe[]> => {
  const token = await probeToken(options, claim, credentials);
  return [
    token,
    probeSecond(claim, credentials),
    ...(token.state === 'ok' ? await probeAgreement(options, claim) : []),
  ];
};
