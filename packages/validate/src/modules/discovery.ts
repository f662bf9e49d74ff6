import type {
  CapabilityDocument,
  EventSubscription,
  Health,
  KeySet,
  PublicKey,
  TestActionRequest,
  TestActionRun,
  TestClockAdvance,
  TestControls,
} from '@openwaybill/schemas';
import { TEST_ACTION_INPUTS } from '../generated/facts.mjs';
import { at, membersRule } from '../rules/members-rule.ts';

const CHALLENGE = '0'.repeat(20);

const CURVES: Readonly<Record<string, readonly string[]>> = {
  OKP: ['Ed25519', 'X25519'],
  EC: ['P-256'],
};

const ALGORITHMS: Readonly<
  Record<string, { readonly curves: readonly string[]; readonly use: string }>
> = {
  EdDSA: { curves: ['Ed25519'], use: 'sig' },
  ES256: { curves: ['P-256'], use: 'sig' },
  'ECDH-ES+A256KW': { curves: ['P-256', 'X25519'], use: 'enc' },
};

const keyBroken = ({ kty, y, crv, alg, use }: PublicKey): readonly string[] => {
  const wanted = ALGORITHMS[alg];
  return [
    ...at('', kty !== 'EC' || y !== undefined),
    ...at('/y', kty === 'EC' || y === undefined),
    ...at('/crv', CURVES[kty]?.includes(crv) === true),
    ...at('/alg', wanted === undefined || (wanted.curves.includes(crv) && wanted.use === use)),
  ];
};

const INPUTS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = TEST_ACTION_INPUTS;
const INPUT_MEMBERS: ReadonlySet<string> = new Set(Object.values(INPUTS).flatMap(Object.keys));

const claims = ({ claims: list }: CapabilityDocument, role: string): boolean =>
  list.some((claim) => claim.role === role);

const inputBroken = ({ action, input }: TestActionRequest): readonly string[] => {
  const wanted = INPUTS[action];
  if (wanted === undefined) return [];
  // a member of no action is a matter of the form: its name is whatever somebody wrote, and is not repeated
  const given = Object.keys(input ?? {}).filter((member) => INPUT_MEMBERS.has(member));
  return [
    ...at(
      '/input',
      Object.entries(wanted).every(([member, needed]) => !needed || given.includes(member)),
    ),
    ...given.flatMap((member) => at(`/input/${member}`, Object.hasOwn(wanted, member))),
  ];
};

/** Rules of subscriptions, keys, health, capabilities and test control. */
export const discoveryRules = [
  membersRule<EventSubscription>({
    schema: 'EventSubscription',
    id: 'DSC-021',
    broken: ({ secret, signing, lastSequence }) => [
      ...at('/secret', secret === undefined || signing === 'V1A_AND_V1'),
      ...at('/lastSequence', lastSequence !== CHALLENGE),
    ],
    text: {
      en: 'a secret stands without the signature that needs it, or a challenge is counted',
      zh: '未使用 V1 签名却带有 secret，或验证请求被计入序号',
    },
    hint: {
      en: 'secret goes with V1A_AND_V1 alone; lastSequence starts at 1.',
      zh: 'secret 仅随 V1A_AND_V1 出现；lastSequence 从 1 起。',
    },
  }),
  membersRule<PublicKey>({
    schema: 'PublicKey',
    id: 'DSC-021',
    broken: keyBroken,
    text: {
      en: 'type, curve, algorithm and use of the key do not fit',
      zh: '密钥的类型、曲线、算法与用途不相符',
    },
    hint: {
      en: 'EdDSA is Ed25519 (OKP, sig), ES256 is P-256 (EC with y, sig), ECDH-ES+A256KW is P-256 or X25519 (enc).',
      zh: 'EdDSA 用 Ed25519（OKP，sig），ES256 用 P-256（EC 带 y，sig），ECDH-ES+A256KW 用 P-256 或 X25519（enc）。',
    },
  }),
  membersRule<KeySet>({
    schema: 'KeySet',
    id: 'DSC-021',
    broken: ({ keys }) =>
      keys.flatMap(({ kid }, index) =>
        at(`/keys/${index}/kid`, keys.findIndex((key) => key.kid === kid) === index),
      ),
    text: { en: 'two keys have one id', zh: '两个密钥使用同一标识' },
    hint: { en: 'Give the newer key a new kid.', zh: '请为较新的密钥使用新的 kid。' },
  }),
  membersRule<Health>({
    schema: 'Health',
    id: 'DSC-017',
    broken: ({ status, activeNoticeIds }) =>
      at('/status', status !== 'OK' || (activeNoticeIds ?? []).length === 0),
    requirement: 'DSC-017',
    text: { en: 'the status is OK while a notice is active', zh: '存在生效通知时状态为 OK' },
    hint: { en: 'Answer DEGRADED or INTERRUPTED.', zh: '请返回 DEGRADED 或 INTERRUPTED。' },
  }),
  membersRule<CapabilityDocument>({
    schema: 'CapabilityDocument',
    id: 'DSC-004',
    broken: ({ environment, testControl }) =>
      at('/testControl', environment !== 'PRODUCTION' || testControl === undefined),
    requirement: 'DSC-004',
    text: { en: 'test control is offered in production', zh: '生产环境提供了测试控制' },
    hint: { en: 'Leave testControl out in production.', zh: '生产环境请删去 testControl。' },
  }),
  membersRule<CapabilityDocument>({
    schema: 'CapabilityDocument',
    id: 'DSC-021',
    broken: (document) => [
      ...at(
        '/limits/unknownMembers',
        document.environment !== 'PRODUCTION' || document.limits.unknownMembers === 'TOLERANT',
      ),
      ...at('/limits', !claims(document, 'platform') || Object.hasOwn(document.limits, 'reveal')),
      ...at(
        '',
        (!claims(document, 'platform') || Object.hasOwn(document, 'reveal')) &&
          (!claims(document, 'courier') || Object.hasOwn(document, 'labelFormats')),
      ),
    ],
    text: { en: 'the document lacks what its claims need', zh: '能力文档缺少所声明角色需要的内容' },
    hint: {
      en: 'A platform states reveal and limits.reveal, a courier labelFormats; production is TOLERANT.',
      zh: '平台须写明 reveal 与 limits.reveal，快递企业须写明 labelFormats；生产环境为 TOLERANT。',
    },
  }),
  membersRule<TestControls>({
    schema: 'TestControls',
    id: 'DSC-021',
    broken: ({ commands }) =>
      commands.flatMap(({ name, actions }, index) =>
        at(`/commands/${index}/actions`, name === 'ACTIONS' || actions === undefined),
      ),
    text: {
      en: 'a command other than ACTIONS lists actions',
      zh: '非 ACTIONS 的命令列出了 actions',
    },
    hint: { en: 'Move actions to the command ACTIONS.', zh: '请将 actions 移到 ACTIONS 命令。' },
  }),
  membersRule<TestClockAdvance>({
    schema: 'TestClockAdvance',
    id: 'DSC-023',
    broken: ({ by, toAt }) => at('', (by === undefined) !== (toAt === undefined)),
    text: { en: 'not exactly one of by and toAt is there', zh: 'by 与 toAt 须恰有其一' },
    hint: { en: 'Send one of the two.', zh: '请只发送其中一个。' },
  }),
  membersRule<TestActionRequest>({
    schema: 'TestActionRequest',
    id: 'DSC-023',
    broken: inputBroken,
    text: { en: 'the input is not that of the action', zh: '输入与动作不符' },
    hint: {
      en: 'Look up the members of the action in the reference.',
      zh: '请在参考页中查阅该动作的字段。',
    },
  }),
  membersRule<TestActionRun>({
    schema: 'TestActionRun',
    id: 'DSC-021',
    broken: ({ state, result }) => at('/result', state !== 'RUNNING' || result === undefined),
    text: { en: 'an action that still runs has a result', zh: '仍在运行的动作带有结果' },
    hint: { en: 'Leave result out until it has ended.', zh: '结束前请省略 result。' },
  }),
];
