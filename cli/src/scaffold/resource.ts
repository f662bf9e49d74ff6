import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { eventType } from './event.ts';
import { camel, kebab, pascal, plural, sentence } from './names.ts';

/** Where a resource is to stand, and the next free number of its module's requirements. */
export type Place = { readonly module: string; readonly prefix: string; readonly next: number };

/**
 * A resource with everything that a server of it needs: its lifecycle, making, reading, listing and cancelling it, the
 * event that reports it, and two requirements. Valid as it is; the mock server serves it as it is.
 */
export const resourceFiles = (name: string, place: Place): ReadonlyMap<string, string> => {
  const noun = kebab(name);
  const Noun = pascal(name);
  const one = camel(name);
  const id = `${one}Id`;
  const said = sentence(name).toLowerCase();
  const path = `/v1/${plural(noun)}`;
  const number = (offset: number): string =>
    `${place.prefix}-${String(place.next + offset).padStart(3, '0')}`;
  const type = eventType(
    place.module,
    noun === place.module ? 'status.changed' : `${noun}.changed`,
  );
  const later = `excluded: {
        because: 'LATER',
        why: {
          en: 'Its check comes with the scenarios of this module.',
          zh: '其检查随本模块的场景一并提供。',
        },
      },`;
  return new Map([
    [
      `${noun}-lifecycle.ts`,
      `import { defineLifecycle } from '../define/index.ts';

/** One sentence: from what to what it goes. */
export const ${one}Lifecycle = defineLifecycle({
  entity: '${noun}',
  title: { en: '${sentence(name)}', zh: '示例资源' },
  refusals: '${number(1)}',
  states: {
    OPEN: { en: 'Open', zh: '进行中', terminal: false },
    DONE: { en: 'Done', zh: '已完成', terminal: true },
    CANCELLED: { en: 'Cancelled', zh: '已取消', terminal: true },
  },
  transitions: [
    { kind: 'command', on: 'create-${noun}', from: [], to: 'OPEN' },
    { kind: 'command', on: 'cancel-${noun}', from: ['OPEN'], to: 'CANCELLED' },
    { kind: 'observation', on: '${noun.replaceAll('-', '_').toUpperCase()}_DONE', from: ['OPEN'], to: 'DONE' },
  ],
});
`,
    ],
    [
      `${noun}-status-codes.ts`,
      `import { statesAsCodes } from '../define/index.ts';
import { ${one}Lifecycle } from './${noun}-lifecycle.ts';

/** The states, as the member \`status\` says them. */
export const ${Noun}Status = statesAsCodes('${Noun}Status', ${one}Lifecycle);
`,
    ],
    [
      `${noun}.ts`,
      `import type { Static } from '@sinclair/typebox';
import { defineMessage, Ref, Resource, words } from '../define/index.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ${Noun}Status } from './${noun}-status-codes.ts';

/** One sentence: what it is. */
export const ${Noun} = Resource(
  '${Noun}',
  { en: '${sentence(name)}', zh: '示例资源' },
  { en: 'What it is, in one sentence.', zh: '一句话说明其含义。' },
  {
    ${id}: Ref(
      Uuid,
      words(
        { en: '${sentence(name)} id', zh: '示例编号' },
        { en: 'Which one it is.', zh: '用于识别。' },
      ),
    ),
    waybillNo: Ref(WaybillNo),
    status: Ref(${Noun}Status),
    ...storedMembers,
  },
);
export type ${Noun} = Static<typeof ${Noun}>;

/** As it is when it has just come to be. */
export const open${Noun}: ${Noun} = {
  ${id}: '019398a0-0000-7000-8000-000000000001',
  waybillNo: 'ZZ010000000016',
  status: 'OPEN',
  revision: 1,
  createdAt: '2026-11-24T08:05:00+08:00',
  updatedAt: '2026-11-24T08:05:00+08:00',
};
const { waybillNo: _, ...withoutNumber } = open${Noun};

export const ${one}Message = defineMessage({
  schema: ${Noun},
  requirements: [],
  examples: {
    valid: { 'just come to be': open${Noun} },
    invalid: {
      'number is missing': { value: withoutNumber, breaks: { pointer: '', rule: 'required' } },
      'a state that is none': {
        value: { ...open${Noun}, status: 'LOST' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
    },
  },
});
`,
    ],
    [
      `create-${noun}.ts`,
      `import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Ref } from '../define/index.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ${Noun} } from './${noun}.ts';

/** What the caller says; the rest is the server's. */
export const ${Noun}Request = Closed(
  '${Noun}Request',
  { en: 'Request of a ${said}', zh: '示例请求' },
  { en: 'What is asked for, in one sentence.', zh: '一句话说明请求的内容。' },
  { waybillNo: Ref(WaybillNo) },
);
export type ${Noun}Request = Static<typeof ${Noun}Request>;

export const create${Noun} = defineOperation({
  name: 'create-${noun}',
  since: '${SPOKEN_VERSION}',
  title: { en: 'Create a ${said}', zh: '示例创建' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '${path}',
  request: ${Noun}Request,
  answer: { status: 201, body: ${Noun} },
  lifecycle: '${noun}',
  problems: [],
  requirements: [
    {
      id: '${number(0)}',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'What was created is read as it was answered.',
        zh: '创建后读取的内容与应答一致。',
      },
      wire: 'create, read',
      ${later}
    },
  ],
  examples: {
    request: {
      valid: { 'one parcel': { waybillNo: 'ZZ010000000016' } },
      invalid: {
        'number is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'number is empty': {
          value: { waybillNo: '' },
          breaks: { pointer: '/waybillNo', rule: 'pattern' },
        },
      },
    },
  },
});
`,
    ],
    [
      `get-${noun}.ts`,
      `import { defineOperation } from '../define/index.ts';
import { ${Noun} } from './${noun}.ts';

export const get${Noun} = defineOperation({
  name: 'get-${noun}',
  since: '${SPOKEN_VERSION}',
  title: { en: 'Read a ${said}', zh: '示例查询' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '${path}/{${id}}',
  answer: { status: 200, body: ${Noun} },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
`,
    ],
    [
      `list-${plural(noun)}.ts`,
      `import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, Ref } from '../define/index.ts';
import { ${Noun} } from './${noun}.ts';
import { ${Noun}Status } from './${noun}-status-codes.ts';

export const ${Noun}Page = pageOf(${Noun}, { en: '${said}', zh: '示例资源' });
export type ${Noun}Page = Static<typeof ${Noun}Page>;

export const list${pascal(plural(noun))} = defineOperation({
  name: 'list-${plural(noun)}',
  since: '${SPOKEN_VERSION}',
  title: { en: 'List ${plural(said)}', zh: '示例列表' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '${path}',
  query: { status: Ref(${Noun}Status) },
  answer: { status: 200, body: ${Noun}Page },
  problems: [],
  requirements: [],
  examples: {
    answer: {
      valid: { 'none so far': { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is a number': {
          value: { items: ['ZZ010000000016'] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
`,
    ],
    [
      `cancel-${noun}.ts`,
      `import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Ref } from '../define/index.ts';
import { CancelReason } from '../vocabulary/cancel-reason-codes.ts';
import { ${Noun} } from './${noun}.ts';

/** What the caller says. */
export const ${Noun}Cancellation = Closed(
  '${Noun}Cancellation',
  { en: 'Cancellation of a ${said}', zh: '示例取消' },
  { en: 'What is asked for, in one sentence.', zh: '一句话说明请求的内容。' },
  { reason: Ref(CancelReason) },
);
export type ${Noun}Cancellation = Static<typeof ${Noun}Cancellation>;

export const cancel${Noun} = defineOperation({
  name: 'cancel-${noun}',
  since: '${SPOKEN_VERSION}',
  title: { en: 'Cancel a ${said}', zh: '示例取消' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '${path}/{${id}}/cancel',
  request: ${Noun}Cancellation,
  answer: { status: 200, body: ${Noun} },
  lifecycle: '${noun}',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [
    {
      id: '${number(1)}',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'What is done or cancelled cannot be cancelled: STATE_ILLEGAL, and nothing changes.',
        zh: '已完成或已取消的不得取消：返回 STATE_ILLEGAL，且不发生变化。',
      },
      wire: 'cancel twice, read',
      ${later}
    },
  ],
  examples: {
    request: {
      valid: { 'buyer changes their mind': { reason: 'BUYER_CANCELLED' } },
      invalid: {
        'reason is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'reason is prose': {
          value: { reason: 'changed my mind' },
          breaks: { pointer: '/reason', rule: 'enum' },
        },
      },
    },
  },
});
`,
    ],
    [
      `${noun}-status-changed.ts`,
      `import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Revision } from '../vocabulary/revision.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { ${Noun}Status } from './${noun}-status-codes.ts';

export const ${Noun}StatusChange = Resource(
  '${Noun}StatusChange',
  { en: 'Change of a ${said}', zh: '示例变更' },
  { en: 'That it went on to another state.', zh: '进入另一状态。' },
  {
    ${id}: Ref(
      Uuid,
      words(
        { en: '${sentence(name)} id', zh: '示例编号' },
        { en: 'Which one it is.', zh: '用于识别。' },
      ),
    ),
    fromStatus: Optional(
      Ref(
        ${Noun}Status,
        words({ en: 'From', zh: '原状态' }, { en: 'Absent at creation.', zh: '创建时不出现。' }),
      ),
    ),
    toStatus: Ref(
      ${Noun}Status,
      words({ en: 'To', zh: '新状态' }, { en: 'State from now on.', zh: '当前状态。' }),
    ),
    revision: Ref(Revision),
    occurredAt: Ref(Instant),
  },
);
export type ${Noun}StatusChange = Static<typeof ${Noun}StatusChange>;

const change: ${Noun}StatusChange = {
  ${id}: '019398a0-0000-7000-8000-000000000001',
  fromStatus: 'OPEN',
  toStatus: 'DONE',
  revision: 2,
  occurredAt: '2026-11-24T18:00:00+08:00',
};
const { toStatus: _, ...withoutTarget } = change;

export const ${one}StatusChanged = defineEvent({
  type: '${type}',
  since: '${SPOKEN_VERSION}',
  title: { en: 'The status of a ${said} changed', zh: '示例事件' },
  from: ['courier'],
  to: ['platform'],
  data: ${Noun}StatusChange,
  subject: '${id}',
  lifecycle: '${noun}',
  requirements: [],
  examples: {
    valid: { 'done in the evening': change },
    invalid: {
      'the new state is missing': {
        value: withoutTarget,
        breaks: { pointer: '', rule: 'required' },
      },
      'a state that is none': {
        value: { ...change, toStatus: 'LOST' },
        breaks: { pointer: '/toStatus', rule: 'enum' },
      },
    },
  },
});
`,
    ],
  ]);
};
