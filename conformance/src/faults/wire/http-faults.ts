import {
  answersETag,
  mustNotBeCached,
  type OperationEntry,
  type ProblemCode,
  problemSetOf,
  problems,
  problemType,
  type Registry,
  type Role,
  takesIdempotencyKey,
} from '@openwaybill/schemas';
import { OTHER_MAJOR } from '../../drive/far-versions.ts';
import { answerOf, headerOf, statusOf } from '../../transcript/body.ts';
import type { Exchange, HeaderList } from '../../transcript/format.ts';
import type { Bend, RequirementId } from '../../words.ts';
import {
  type AlteredAnswer,
  alterAnswers,
  alterDeliveries,
  alterOutgoing,
  operationIn,
  requestWith,
} from '../bend.ts';
import { boundOf } from '../bound.ts';
import { WIRE_KINDS, type WireKind } from './kinds.ts';
import {
  type Meeting,
  type Where,
  type WireFault,
  type WirePosition,
  wireId,
} from './wire-fault.ts';

/** What is changed in an answer beside the members of its message. */
type Answer = {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
  readonly body: any;
};

type HttpChange = {
  readonly place: string;
  readonly kind: WireKind;
  readonly violates: readonly [RequirementId, ...RequirementId[]];
  /** The parts to replace; nothing where the answer has nothing to change. */
  readonly alter: (answer: Answer) =>
    | {
        readonly status?: number;
        readonly headers?: Readonly<Record<string, string | null>>;
        readonly body?: unknown;
      }
    | undefined;
};

const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;
const isRefusal = ({ status }: Answer): boolean => status >= 400;

/** A header left out, and one with another value. */
const headerChanges = (
  name: string,
  other: string,
  violates: HttpChange['violates'],
  isMeant: (answer: Answer) => boolean = () => true,
): readonly HttpChange[] =>
  (
    [
      ['drop-header', null],
      ['wrong-header', other],
    ] as const
  ).map(([kind, value]) => ({
    place: `/${name}`,
    kind,
    violates,
    alter: (answer) =>
      isMeant(answer) && answer.headers.get(name) !== null
        ? { headers: { [name]: value } }
        : undefined,
  }));

/** A status of success that the operation does not name. */
const otherStatus = ({ answer }: OperationEntry): number =>
  ([201, 200, 202] as const).find(
    (status) => status !== answer.status && !answer.also?.includes(status),
  ) ?? 203;

/** A code of the same status that the operation does not name. */
const neighbourOf = (operation: OperationEntry, code: string): ProblemCode | undefined => {
  const named: readonly string[] = problemSetOf(operation);
  const status = problems[code as ProblemCode]?.status;
  return (Object.keys(problems) as ProblemCode[]).find(
    (one) => problems[one].status === status && !named.includes(one),
  );
};

type Errors = readonly { readonly pointer: string }[];

/** What may be wrong beside the members of the answers of one operation. */
const answerChanges = (
  registry: Registry,
  role: Role,
  operation: OperationEntry,
): readonly HttpChange[] => [
  {
    place: '',
    kind: 'wrong-status',
    violates: ['DSC-024'],
    alter: (answer) =>
      isSuccess(answer) && answer.status !== 204 ? { status: otherStatus(operation) } : undefined,
  },
  {
    place: '',
    kind: 'wrong-refusal-status',
    violates: ['DSC-024'],
    alter: (answer) =>
      isRefusal(answer) ? { status: answer.status === 422 ? 400 : 422 } : undefined,
  },
  {
    place: '',
    kind: 'problem-as-success',
    violates: ['DSC-024'],
    alter: (answer) => (isRefusal(answer) ? { status: 200 } : undefined),
  },
  {
    place: '',
    kind: 'wrong-content-type',
    violates: ['DSC-024'],
    alter: (answer) =>
      isSuccess(answer) && answer.headers.get('Content-Type') !== null
        ? { headers: { 'Content-Type': 'text/plain' } }
        : undefined,
  },
  {
    place: '',
    kind: 'wrong-problem-type',
    violates: ['DSC-014'],
    alter: (answer) =>
      isRefusal(answer) ? { headers: { 'Content-Type': 'application/json' } } : undefined,
  },
  ...headerChanges('OpenWaybill-Version', OTHER_MAJOR, ['DSC-024']),
  ...headerChanges('OpenWaybill-Sandbox', 'false', ['DSC-005']),
  ...(answersETag(operation) ? headerChanges('ETag', '"999999"', ['DSC-024']) : []),
  ...(mustNotBeCached(registry.schemas, operation)
    ? headerChanges('Cache-Control', 'max-age=60', noStoreOf(registry, role, operation), isSuccess)
    : []),
  ...(takesIdempotencyKey(operation)
    ? headerChanges('Idempotency-Replayed', 'false', [
        operation.operationId === 'createWaybill' ? 'WBL-002' : 'DSC-013',
      ])
    : []),
  {
    place: '/code',
    kind: 'problem-code',
    violates: ['DSC-024'],
    alter: (answer) => {
      const code = isRefusal(answer) ? neighbourOf(operation, answer.body?.code) : undefined;
      return code === undefined
        ? undefined
        : {
            body: {
              ...answer.body,
              code,
              type: problemType(code),
              title: problems[code].title.en,
              retryable: problems[code].retryable,
            },
          };
    },
  },
  {
    place: '/errors',
    kind: 'pointer',
    violates: ['DSC-027'],
    alter: ({ status, body }) =>
      status === 422 &&
      body?.code !== 'IDEMPOTENCY_KEY_REUSED' &&
      operation.request !== undefined &&
      Array.isArray(body?.errors)
        ? {
            body: {
              ...body,
              errors: (body.errors as Errors).map((one) => ({ ...one, pointer: '/elsewhere' })),
            },
          }
        : undefined,
  },
];

const LABELLED: readonly string[] = ['getWaybillLabel', 'createWaybill', 'createWaybillBatch'];

/** What binds every answer that must not be kept, of a role that reveals or labels anything. */
const REVEALING: readonly string[] = ['requestReveal', 'lookUpConsignee', 'getWaybillLabel'];

const noStoreOf = (
  registry: Registry,
  role: Role,
  { operationId }: OperationEntry,
): HttpChange['violates'] => {
  const own = LABELLED.includes(operationId) ? 'WBL-013' : 'DSC-024';
  const reveals = registry.operations.some(
    (one) => REVEALING.includes(one.operationId) && one.servedBy.includes(role),
  );
  return reveals ? [own, 'RVL-009'] : [own];
};

/** What may be wrong beside the members of the problems of a whole role. */
const problemChanges: readonly HttpChange[] = [
  ...headerChanges('Retry-After', 'soon', ['DSC-024'], isRefusal),
  ...headerChanges('Allow', '', ['DSC-024'], isRefusal),
];

const withHeaders = (
  headers: Headers,
  changes: Readonly<Record<string, string | null>> = {},
): Headers => {
  for (const [name, value] of Object.entries(changes))
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  return headers;
};

const headersWith = (
  headers: HeaderList,
  changes: Readonly<Record<string, string | null>> = {},
): HeaderList =>
  headers.flatMap(([name, value]): HeaderList => {
    const key = Object.keys(changes).find((one) => one.toLowerCase() === name.toLowerCase());
    const other = key === undefined ? value : changes[key];
    return other === null || other === undefined ? [] : [[name, other]];
  });

const withRequestHeader = (exchange: Exchange, name: string, value: string | null): Exchange => ({
  ...exchange,
  request: {
    ...exchange.request,
    headers: headersWith(exchange.request.headers, { [name]: value }),
  },
});

/** Headers that an operation has or has not; all others are the same everywhere. */
const OF_OPERATION: readonly string[] = ['/ETag', '/Cache-Control', '/Idempotency-Replayed'];

const definedOf = (
  message: string,
  { place, kind }: Pick<HttpChange, 'place' | 'kind'>,
  position: WirePosition,
): string => {
  const isOfAll =
    kind === 'wrong-header' || (kind === 'drop-header' && !OF_OPERATION.includes(place));
  return `${isOfAll ? '' : message}${place}:${kind}@${position}`;
};

const faultOf = (
  role: Role,
  position: WirePosition,
  message: string,
  change: Pick<HttpChange, 'place' | 'kind' | 'violates'>,
  rest: Pick<WireFault, 'bend' | 'where' | 'meets' | 'bentIn' | 'changes'>,
): WireFault => {
  const { en, zh } = WIRE_KINDS[change.kind];
  return {
    id: wireId(message, change.place, change.kind, role, position),
    kind: 'wire',
    role,
    position,
    definition: definedOf(message, change, position),
    title: { en: `${message}${change.place} ${en}`, zh: `${message}${change.place}：${zh}` },
    message,
    pointer: change.place,
    change: change.kind,
    isInvalid: true,
    isRetold: false,
    violates: boundOf({ role, violates: change.violates }),
    masks: 'all',
    ...rest,
  };
};

const answerFault = (
  role: Role,
  message: string,
  change: HttpChange,
  operations: readonly string[],
): WireFault => {
  const altered = (answer: Answer & { readonly headers: Headers }): AlteredAnswer | undefined => {
    const made = change.alter(answer);
    return (
      made && {
        ...(made.status === undefined ? {} : { status: made.status }),
        headers: withHeaders(answer.headers, made.headers),
        ...(made.body === undefined ? {} : { body: made.body }),
      }
    );
  };
  const answerIn = (exchange: Exchange): Answer => ({
    status: statusOf(exchange),
    headers: { get: (name) => headerOf(exchange.response?.headers, name) ?? null },
    body: answerOf(exchange),
  });
  return faultOf(role, 'server', message, change, {
    bend: alterAnswers(role, altered, operations),
    where: operations.flatMap((id): readonly Where[] => [`answer ${id}`, `problem ${id}`]),
    changes: (exchange) =>
      exchange.to === 'sut' &&
      operations.includes(exchange.operation ?? '') &&
      (message !== 'Problem' || statusOf(exchange) >= 400),
    meets: (exchange) => (change.alter(answerIn(exchange)) === undefined ? 'ABSENT' : 'CHANGED'),
    bentIn: (exchange) => {
      const made = change.alter(answerIn(exchange));
      if (made === undefined || exchange.response === undefined) return exchange;
      const { status, headers, body } = exchange.response;
      return {
        ...exchange,
        response: {
          ...exchange.response,
          status: made.status ?? status,
          headers: headersWith(headers, made.headers),
          ...(made.body === undefined
            ? body && { body }
            : { body: { utf8: JSON.stringify(made.body) } }),
        },
      };
    },
  });
};

/** Headers of a request of the role. A token that was never given is another value. */
const REQUEST_HEADERS = [
  ['OpenWaybill-Version', OTHER_MAJOR],
  ['Content-Type', 'text/plain'],
  ['Authorization', 'Bearer of-nobody'],
  ['Idempotency-Key', 'once'],
] as const;

const hasHeader = ({ request }: Exchange, name: string): Meeting =>
  headerOf(request.headers, name) === undefined ? 'ABSENT' : 'CHANGED';

const requestFaults = (role: Role, operation: OperationEntry): readonly WireFault[] => {
  const servers = operation.servedBy.filter((one) => one !== role);
  const isIt = (request: Request): boolean =>
    servers.some((server) => operationIn(server, request) === operation.operationId);
  return REQUEST_HEADERS.flatMap(([name, other]) =>
    (
      [
        ['drop-header', null],
        ['wrong-header', other],
      ] as const
    ).map(([kind, value]) =>
      faultOf(
        role,
        'caller',
        operation.operationId,
        { place: `/${name}`, kind, violates: ['DSC-025'] },
        {
          bend: alterOutgoing(async (request, body) =>
            isIt(request) && request.headers.has(name)
              ? [requestWith(request, { headers: { [name]: value }, ...(body && { body }) })]
              : undefined,
          ),
          where: [`request ${operation.operationId}`],
          changes: ({ from, operation: id }) => from === 'sut' && id === operation.operationId,
          meets: (exchange) => hasHeader(exchange, name),
          bentIn: (exchange) => withRequestHeader(exchange, name, value),
        },
      ),
    ),
  );
};

/** Headers of a delivery, what they violate, and another value. */
const DELIVERY_HEADERS = [
  ['webhook-id', `msg_${'R'.repeat(32)}`, 'DSC-008'],
  ['webhook-timestamp', '1', 'DSC-008'],
  ['webhook-signature', 'v1a,AAAA', 'DSC-008'],
  ['Content-Type', 'text/plain', 'DSC-025'],
  ['OpenWaybill-Version', OTHER_MAJOR, 'DSC-025'],
] as const;

const deliveryBend = (name: string, value: string | null): Bend =>
  alterDeliveries((delivery) => {
    const { [name]: _old, ...headers } = delivery.headers;
    return [{ ...delivery, headers: value === null ? headers : { ...headers, [name]: value } }];
  });

const deliveryFaults = (role: Role): readonly WireFault[] =>
  DELIVERY_HEADERS.flatMap(([name, other, violated]) =>
    (
      [
        ['drop-header', null],
        ['wrong-header', other],
      ] as const
    ).map(([kind, value]) =>
      faultOf(
        role,
        'sender',
        'CloudEvent',
        { place: `/${name}`, kind, violates: [violated] },
        {
          bend: deliveryBend(name, value),
          where: ['event'],
          changes: ({ from, operation }) => from === 'sut' && operation === 'receiveEvent',
          meets: (exchange) => hasHeader(exchange, name),
          bentIn: (exchange) => withRequestHeader(exchange, name, value),
        },
      ),
    ),
  );

/** The faults of status, media type and headers of a role, by the registry. */
export const httpFaults = (registry: Registry, role: Role): readonly WireFault[] => {
  const served = registry.operations.filter(({ servedBy }) => servedBy.includes(role));
  const called = registry.operations.filter(
    ({ calledBy, operationId, servedBy }) =>
      calledBy.includes(role) &&
      operationId !== 'receiveEvent' &&
      servedBy.some((one) => one !== role),
  );
  return [
    ...served.flatMap((operation) =>
      answerChanges(registry, role, operation).map((change) =>
        answerFault(role, operation.operationId, change, [operation.operationId]),
      ),
    ),
    ...problemChanges.map((change) =>
      answerFault(
        role,
        'Problem',
        change,
        served.map(({ operationId }) => operationId),
      ),
    ),
    ...called.flatMap((operation) => requestFaults(role, operation)),
    ...deliveryFaults(role),
  ];
};
