import { defineRequirement } from '../define/index.ts';

/** Tokens and signatures of requests. */
export const authenticationRequirements = [
  defineRequirement({
    id: 'AUT-001',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    class: 'signed-messages',
    text: {
      en: 'Unsigned, stale, future or altered (body, path, query, authorization) requests answer 401.',
      zh: '未签名、过期、超前或被改动（正文、路径、查询、授权）的请求须答复 401。',
    },
    wire: '12 mutations of a good request',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'AUT-002',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    class: 'signed-messages',
    text: {
      en: 'A signature without a required component is refused.',
      zh: '缺少必需成分的签名须拒绝。',
    },
    wire: 'sign only `@method`',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'AUT-003',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    class: 'signed-messages',
    text: {
      en: 'A nonce seen before is refused.',
      zh: '用过的随机数须拒绝。',
    },
    wire: 'the same bytes again',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'AUT-004',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'A token is refused that has no signature, an HS256 made of a public key, a wrong `iss`, `aud`, `exp` or `nbf`, or an unknown `kid`; `jku`, `x5u` and `jwk` in its header are never followed.',
      zh: '令牌无签名、以公钥作 HS256 签名、`iss`、`aud`、`exp`、`nbf` 不符或 `kid` 未知的，须拒绝；其标头中的 `jku`、`x5u`、`jwk` 一概不予采用。',
    },
    wire: 'token set',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'AUT-005',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    class: 'signed-messages',
    text: {
      en: "A token used with another organisation's key is refused.",
      zh: '与他方组织密钥一同使用的令牌须拒绝。',
    },
    wire: 'own key, foreign token',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'AUT-006',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    class: 'signed-messages',
    text: {
      en: 'An answer with a label, an agreement or an interruption notice is signed and bound to the request.',
      zh: '含面单、协议或中断通知的应答须签名并绑定请求。',
    },
    wire: 'verify `;req` components',
    judgedBy: 'check',
  }),
];
