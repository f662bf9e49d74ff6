import { defineProblems } from './define/problem.ts';

/** Every refusal of the standard. The vocabulary's `Problem` is the document that carries one. */
export const problems = defineProblems({
  MALFORMED_JSON: {
    status: 400,
    title: { en: 'Malformed JSON', zh: 'JSON 格式错误' },
    when: {
      en: 'Not JSON, or against the encoding rules: UTF-8, NFC, no duplicate keys.',
      zh: '不是 JSON，或违反编码规则：UTF-8、NFC、无重复键。',
    },
    retryable: false,
  },
  UNSUPPORTED_VERSION: {
    status: 400,
    title: { en: 'Version not supported', zh: '不支持的版本' },
    when: { en: 'The major version is not served.', zh: '不提供该主版本。' },
    retryable: false,
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    title: { en: 'Idempotency key missing', zh: '缺少幂等键' },
    when: { en: 'A POST without or with an ill-formed key.', zh: 'POST 缺少幂等键或其格式错误。' },
    retryable: false,
  },
  PARAMETER_INVALID: {
    status: 400,
    title: { en: 'Parameter invalid', zh: '参数错误' },
    when: {
      en: 'An ill-formed path, query or header parameter.',
      zh: '路径、查询或头部参数格式错误。',
    },
    retryable: false,
  },
  UNAUTHENTICATED: {
    status: 401,
    title: { en: 'Not authenticated', zh: '未认证' },
    when: {
      en: 'Token missing, expired or not for this audience.',
      zh: '令牌缺失、过期或受众不符。',
    },
    retryable: true,
    after: { en: 'With a new token.', zh: '使用新令牌后。' },
  },
  SIGNATURE_INVALID: {
    status: 401,
    title: { en: 'Signature invalid', zh: '签名无效' },
    when: {
      en: 'Signature of a message or event missing or wrong.',
      zh: '消息或事件签名缺失或错误。',
    },
    retryable: false,
  },
  TIMESTAMP_SKEW: {
    status: 401,
    title: { en: 'Timestamp skew', zh: '时间戳偏差' },
    when: {
      en: 'Signature older than 300 s, or too far ahead (requests 30 s, events 300 s).',
      zh: '签名早于 300 秒，或超前过多（请求 30 秒，事件 300 秒）。',
    },
    retryable: true,
  },
  KEY_UNKNOWN: {
    status: 401,
    title: { en: 'Key unknown', zh: '密钥未知' },
    when: { en: "Key id not among the caller's keys.", zh: '密钥标识不在调用方的密钥中。' },
    retryable: false,
  },
  ROLE_NOT_PERMITTED: {
    status: 403,
    title: { en: 'Role not permitted', zh: '角色不允许' },
    when: { en: "The caller's role may not use the operation.", zh: '调用方角色不得使用该操作。' },
    retryable: false,
  },
  AGREEMENT_MISSING: {
    status: 403,
    title: { en: 'Agreement missing', zh: '缺少协议' },
    when: {
      en: 'No agreement in state EFFECTIVE covers the caller and the operation.',
      zh: '没有生效协议覆盖该调用方与操作。',
    },
    retryable: false,
  },
  PURPOSE_NOT_GRANTED: {
    status: 403,
    title: { en: 'Purpose not granted', zh: '目的未授权' },
    when: {
      en: 'The purpose is not in the agreement or not for this role.',
      zh: '目的不在协议内，或不适用于该角色。',
    },
    retryable: false,
  },
  PURPOSE_FIELD_MISMATCH: {
    status: 403,
    title: { en: 'Field exceeds the purpose', zh: '字段超出目的' },
    when: {
      en: 'A requested field exceeds what the purpose allows.',
      zh: '所请求字段超出该目的允许的范围。',
    },
    retryable: false,
  },
  STAGE_NOT_PERMITTED: {
    status: 403,
    title: { en: 'Stage not permitted', zh: '阶段不允许' },
    when: {
      en: "The parcel's stage, derived from events, does not allow the purpose.",
      zh: '由事件推导的快件阶段不允许该目的。',
    },
    retryable: true,
    after: { en: 'Later.', zh: '稍后。' },
  },
  ASSIGNMENT_REQUIRED: {
    status: 403,
    title: { en: 'Assignment required', zh: '须先分派' },
    when: { en: 'The actor is not assigned to the parcel.', zh: '操作者未被分派该快件。' },
    retryable: true,
    after: { en: 'Later.', zh: '稍后。' },
  },
  STEP_UP_REQUIRED: {
    status: 403,
    title: { en: 'Stronger authentication required', zh: '须加强认证' },
    when: {
      en: 'The purpose needs an approval of persons, or the organisation reveals so much that the platform is alarmed, and the request does not say `MFA` of its actor: the caller authenticates the actor again and asks anew, with `MFA`.',
      zh: '目的须经人员审批，或组织揭示过多而触发平台告警，而请求未载明操作人以 `MFA` 认证：调用方对操作人重新认证后，以 `MFA` 重新申请。',
    },
    retryable: true,
  },
  CONSENT_MISSING: {
    status: 403,
    title: { en: 'Consent missing', zh: '缺少同意' },
    when: {
      en: "The consignee's consent is needed and not on record.",
      zh: '须有收件人同意而无记录。',
    },
    retryable: false,
  },
  NOT_FOUND: {
    status: 404,
    title: { en: 'Not found', zh: '不存在' },
    when: { en: "Unknown, or not the caller's.", zh: '不存在，或不属于调用方。' },
    retryable: false,
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: { en: 'Method not allowed', zh: '方法不允许' },
    when: {
      en: 'The path has other methods, named in Allow.',
      zh: '该路径仅支持 Allow 所列方法。',
    },
    retryable: false,
  },
  NOT_ACCEPTABLE: {
    status: 406,
    title: { en: 'Not acceptable', zh: '无可接受的类型' },
    when: { en: 'No media type that is served is accepted.', zh: '可提供的媒体类型均不被接受。' },
    retryable: false,
  },
  STATE_ILLEGAL: {
    status: 409,
    title: { en: 'Not allowed in this state', zh: '当前状态不允许' },
    when: {
      en: 'A command that the lifecycle table does not name from this state.',
      zh: '生命周期表未列出由当前状态出发的该命令。',
    },
    retryable: false,
  },
  REQUEST_IN_PROGRESS: {
    status: 409,
    title: { en: 'Request in progress', zh: '请求处理中' },
    when: { en: 'The same idempotency key is being processed.', zh: '相同幂等键的请求正在处理。' },
    retryable: true,
  },
  DUPLICATE: {
    status: 409,
    title: { en: 'Duplicate', zh: '重复' },
    when: { en: 'A natural key exists with different content.', zh: '自然键已存在且内容不同。' },
    retryable: false,
  },
  EVENT_ID_CONFLICT: {
    status: 409,
    title: { en: 'Event id conflict', zh: '事件标识冲突' },
    when: {
      en: 'An eventId or depositId is already stored with other content.',
      zh: '该 eventId 或 depositId 已存有不同内容。',
    },
    retryable: false,
  },
  WAYBILL_NO_REUSED: {
    status: 409,
    title: { en: 'Waybill number reused', zh: '运单号重复使用' },
    when: { en: 'The number was used within the reuse period.', zh: '该单号在复用期内已被使用。' },
    retryable: false,
  },
  CELL_TAKEN: {
    status: 409,
    title: { en: 'Cell taken', zh: '格口已占用' },
    when: { en: 'The locker cell is no longer free.', zh: '快件箱格口已被占用。' },
    retryable: true,
  },
  OFFER_EXHAUSTED: {
    status: 409,
    title: { en: 'Offer exhausted', zh: '供给已用尽' },
    when: {
      en: 'Capacity, slot or stock is no longer available.',
      zh: '运力、时段或库存已不可用。',
    },
    retryable: true,
  },
  GRANT_EXPIRED: {
    status: 410,
    title: { en: 'Grant expired', zh: '授权已失效' },
    when: {
      en: 'The reveal grant is expired, revoked or used up.',
      zh: '揭示授权已过期、撤销或用尽。',
    },
    retryable: false,
  },
  CURSOR_EXPIRED: {
    status: 410,
    title: { en: 'Cursor expired', zh: '游标已过期' },
    when: { en: 'The cursor of a list or replay is too old.', zh: '列表或重放游标过旧。' },
    retryable: false,
  },
  REVISION_STALE: {
    status: 412,
    title: { en: 'Revision stale', zh: '版本过旧' },
    when: {
      en: 'If-Match, or a revision in the body, does not match.',
      zh: 'If-Match 或正文中的版本号不符。',
    },
    retryable: true,
    after: { en: 'After a read.', zh: '重新读取后。' },
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: { en: 'Body too large', zh: '正文过大' },
    when: { en: 'The body is over limits.maxBodyBytes.', zh: '正文超过 limits.maxBodyBytes。' },
    retryable: false,
  },
  BATCH_TOO_LARGE: {
    status: 413,
    title: { en: 'Batch too large', zh: '批量过大' },
    when: { en: 'More items than allowed.', zh: '条数超过允许值。' },
    retryable: false,
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: { en: 'Media type not supported', zh: '不支持的媒体类型' },
    when: { en: 'The media type of the request is not served.', zh: '不接受该请求媒体类型。' },
    retryable: false,
  },
  SCHEMA_VIOLATION: {
    status: 422,
    title: { en: 'Schema violation', zh: '违反模式' },
    when: { en: 'The body is against the schema.', zh: '正文不符合模式。' },
    retryable: false,
  },
  CHECK_DIGIT_INVALID: {
    status: 422,
    title: { en: 'Check digit is wrong', zh: '校验位错误' },
    when: {
      en: 'S10, SSCC, GTIN, GLN, GRAI, unified social credit code or consignee reference in a body.',
      zh: '正文中的 S10、SSCC、GTIN、GLN、GRAI、统一社会信用代码或收件人引用校验位错误。',
    },
    retryable: false,
  },
  CODE_UNKNOWN: {
    status: 422,
    title: { en: 'Code unknown', zh: '代码未知' },
    when: { en: 'A value outside a closed list.', zh: '取值不在封闭代码表内。' },
    retryable: false,
  },
  RULE_VIOLATION: {
    status: 422,
    title: { en: 'Rule violation', zh: '违反规则' },
    when: {
      en: 'A rule across members of the module; the rule of the error is the id of the requirement.',
      zh: '违反模块的跨字段规则；错误的 rule 为要求编号。',
    },
    retryable: false,
  },
  CHARGE_SUM_MISMATCH: {
    status: 422,
    title: { en: 'Charges do not add up', zh: '费用不平' },
    when: {
      en: 'The components of a charge do not add up to its total.',
      zh: '费用各项之和不等于总额。',
    },
    retryable: false,
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: { en: 'Idempotency key reused', zh: '幂等键复用' },
    when: { en: 'The same key with another body.', zh: '相同幂等键而正文不同。' },
    retryable: false,
  },
  PLAINTEXT_PERSONAL_DATA: {
    status: 422,
    title: { en: 'Plaintext personal data', zh: '个人信息明文' },
    when: {
      en: 'Plaintext where a masked value is required, or personal data in free text.',
      zh: '应脱敏处出现明文，或自由文本含个人信息。',
    },
    retryable: false,
  },
  MASKED_VALUE_AS_INPUT: {
    status: 422,
    title: { en: 'Masked value as input', zh: '以脱敏值作输入' },
    when: { en: 'Mask characters where plaintext is required.', zh: '应为明文处出现脱敏字符。' },
    retryable: false,
  },
  UNSERVICEABLE: {
    status: 422,
    title: { en: 'Not serviceable', zh: '无法服务' },
    when: {
      en: 'The lane, product or weight is not served.',
      zh: '不提供该线路、产品或重量的服务。',
    },
    retryable: false,
  },
  BALANCE_EXHAUSTED: {
    status: 422,
    title: { en: 'Balance exhausted', zh: '单号余额不足' },
    when: { en: 'No waybill numbers are left.', zh: '无可用运单号。' },
    retryable: true,
    after: { en: 'Later.', zh: '稍后。' },
  },
  NUMBER_NOT_FILED: {
    status: 422,
    title: { en: 'Number not filed', zh: '号码未备案' },
    when: {
      en: 'A virtual number cannot be bound because a party is not filed with the carrier.',
      zh: '一方未在运营商备案，无法绑定虚拟号码。',
    },
    retryable: false,
  },
  PRECONDITION_REQUIRED: {
    status: 428,
    title: { en: 'Precondition required', zh: '缺少前提条件' },
    when: { en: 'A PATCH without If-Match.', zh: 'PATCH 缺少 If-Match。' },
    retryable: true,
  },
  RATE_LIMITED: {
    status: 429,
    title: { en: 'Rate limited', zh: '请求过频' },
    when: {
      en: 'Too many requests; Retry-After says when to come back.',
      zh: '请求过多；Retry-After 给出可重试时间。',
    },
    retryable: true,
  },
  REVEAL_QUOTA_EXCEEDED: {
    status: 429,
    title: { en: 'Reveal quota exceeded', zh: '揭示配额超限' },
    when: {
      en: 'The quota of reveals is used up; no partial data is given.',
      zh: '揭示配额已用尽；不提供部分数据。',
    },
    retryable: true,
  },
  INTERNAL: {
    status: 500,
    title: { en: 'Internal error', zh: '内部错误' },
    when: { en: 'A defect of the server.', zh: '服务器缺陷。' },
    retryable: true,
  },
  INTERRUPTED: {
    status: 503,
    title: { en: 'Interrupted', zh: '服务中断' },
    when: {
      en: 'An interruption is noticed. `noticeId` names its notice, and Retry-After is what is left until the `expectedEndsAt` of the notice, at most a week; the wish of the server where that is absent or over.',
      zh: '处于已公告的中断。`noticeId` 指明其通知，Retry-After 为距通知的 `expectedEndsAt` 的秒数，至多一周；该时刻未给出或已过时由服务方自定。',
    },
    retryable: true,
  },
  UPSTREAM_UNAVAILABLE: {
    status: 503,
    title: { en: 'Upstream unavailable', zh: '上游不可用' },
    when: {
      en: 'A party behind this one does not answer; noticeId once a notice exists.',
      zh: '上游系统无应答；已有公告时给出 noticeId。',
    },
    retryable: true,
  },
});
