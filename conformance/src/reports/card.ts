import { knownOperation } from '../drive/operations.ts';
import type { FindingCard, Result } from '../result/result.ts';
import { headerOf, jsonOf, textOf } from '../transcript/body.ts';
import type { Exchange, HeaderList, RecordedBody, Transcript } from '../transcript/format.ts';
import type { RequirementId, Text } from '../words.ts';
import { checkCommand, curlOf, TRANSCRIPT_FILE } from './repeat.ts';
import {
  lineOf,
  type ShownBody,
  type ShownLine,
  schemaOfBody,
  shownAddress,
  shownBody,
} from './shown-body.ts';
import { type Lang, partyText } from './wording.ts';

/** A request or an answer as a card shows it. */
export type ShownMessage = {
  /** `POST /v1/orders` or `201`. */
  readonly start: string;
  readonly isStartMarked: boolean;
  readonly headers: HeaderList;
  readonly lines: readonly string[];
  /** Which of the lines the pointer means; -1: none. */
  readonly marked: number;
};

export type ShownExchange = {
  readonly seq: number;
  readonly from: string;
  readonly to: string;
  readonly request: ShownMessage;
  readonly response?: ShownMessage;
  readonly unanswered?: string;
};

/** The eight parts of a finding, in their order; every report draws them from here. */
export type Card = {
  readonly finding: FindingCard;
  /** Equal for findings of one cause: the same exchange, or the same operation and rule. */
  readonly cause: number;
  readonly scenario?: Text;
  readonly step?: Text;
  readonly before: readonly Text[];
  readonly shown?: ShownExchange;
  readonly twin?: ShownExchange;
  readonly curl?: string;
  readonly check: string;
  readonly others: readonly RequirementId[];
  /** The command that cuts the piece of this scenario out of the transcript. */
  readonly piece?: string;
  /** Name of the golden form that the piece would become. */
  readonly golden: string;
};

const REQUEST_HEADERS = [
  'authorization',
  'content-type',
  'idempotency-key',
  'if-match',
  'openwaybill-version',
  'openwaybill-on-behalf-of',
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
  'content-digest',
];
const RESPONSE_HEADERS = [
  'content-type',
  'etag',
  'location',
  'retry-after',
  'cache-control',
  'idempotency-replayed',
  'openwaybill-version',
  'openwaybill-sandbox',
  'openwaybill-notice',
  'www-authenticate',
  'content-digest',
];

const headersOf = (headers: HeaderList, names: readonly string[]): HeaderList =>
  headers
    .filter(([name]) => names.includes(name.toLowerCase()))
    .map(([name, value]) => [
      name,
      name.toLowerCase() === 'location' ? shownAddress(value).text : value,
    ]);

/** A body that is no JSON is named and never shown: nobody knows what stands in it. */
const otherBody = (body: RecordedBody, headers: HeaderList): ShownBody => {
  const length =
    'length' in body ? body.length : 'base64' in body ? undefined : textOf(body).length;
  const type = headerOf(headers, 'content-type') ?? 'application/octet-stream';
  const text = length === undefined ? `<${type}>` : `<${type}: ${length}>`;
  return { lines: [{ text, pointer: '' }], hides: true };
};

const bodyOf = (
  body: RecordedBody | undefined,
  headers: HeaderList,
  schema: string | undefined,
): ShownBody => {
  if (body === undefined) return { lines: [], hides: false };
  const value = jsonOf(body);
  return value === undefined ? otherBody(body, headers) : shownBody(value, schema);
};

const hasLine = (lines: readonly ShownLine[], pointer: string): boolean =>
  lines.some((line) => line.pointer === pointer);

const shownOf = (
  exchange: Exchange,
  finding?: FindingCard,
): { readonly shown: ShownExchange; readonly hides: boolean } => {
  const { request, response } = exchange;
  const operation = knownOperation(exchange.operation);
  const status = response?.status ?? 0;
  const about = { status, isEvent: exchange.eventType !== undefined };
  const address = shownAddress(request.url);
  const sent = bodyOf(request.body, request.headers, schemaOfBody(operation, 'request', about));
  const answered = bodyOf(
    response?.body,
    response?.headers ?? [],
    schemaOfBody(operation, 'response', about),
  );
  const pointer = finding?.pointer;
  const isTheirs = exchange.from === 'sut' ? 'request' : 'response';
  const [own, other] = isTheirs === 'request' ? [sent, answered] : [answered, sent];
  const isElsewhere =
    pointer !== undefined && !hasLine(own.lines, pointer) && hasLine(other.lines, pointer);
  const markedSide = isElsewhere ? (isTheirs === 'request' ? 'response' : 'request') : isTheirs;
  const mark = (side: 'request' | 'response', lines: readonly ShownLine[]): number =>
    pointer === undefined || side !== markedSide ? -1 : lineOf(lines, pointer);
  return {
    hides: address.hides || sent.hides,
    shown: {
      seq: exchange.seq,
      from: exchange.from,
      to: exchange.to,
      request: {
        start: `${request.method} ${address.text}`,
        isStartMarked: finding?.surface === 'url',
        headers: headersOf(request.headers, REQUEST_HEADERS),
        lines: sent.lines.map(({ text }) => text),
        marked: mark('request', sent.lines),
      },
      ...(response === undefined
        ? {}
        : {
            response: {
              start: String(response.status),
              isStartMarked: finding?.surface === 'status',
              headers: headersOf(response.headers, RESPONSE_HEADERS),
              lines: answered.lines.map(({ text }) => text),
              marked: mark('response', answered.lines),
            },
          }),
      ...(exchange.unanswered === undefined ? {} : { unanswered: exchange.unanswered }),
    },
  };
};

/** What came before, in two lines. */
const beforeOf = (transcript: Transcript, exchange: Exchange): readonly Text[] =>
  transcript.entries
    .flatMap((entry): readonly Text[] => {
      if (entry.seq >= exchange.seq || !('scenario' in entry)) return [];
      if (entry.scenario !== exchange.scenario) return [];
      switch (entry.kind) {
        case 'exchange': {
          const { seq, from, to, request, response, unanswered } = entry;
          const end = response === undefined ? (unanswered ?? '–') : String(response.status);
          const line = (lang: Lang): string =>
            `#${seq} ${partyText(from)[lang]} → ${partyText(to)[lang]}  ${request.method} ${shownAddress(request.url).text}  ${end}`;
          return [{ en: line('en'), zh: line('zh') }];
        }
        case 'prepared':
          return [
            {
              en: `#${entry.seq} prepared: ${entry.need}`,
              zh: `#${entry.seq} 准备：${entry.need}`,
            },
          ];
        case 'clock':
          return [
            { en: `#${entry.seq} clock: ${entry.by}`, zh: `#${entry.seq} 拨钟：${entry.by}` },
          ];
        default:
          return [];
      }
    })
    .slice(-2);

const titlesOf = (
  transcript: Transcript,
  exchange: Exchange,
): { readonly scenario?: Text; readonly step?: Text; readonly piece?: string } => {
  const marks = transcript.entries.filter(
    (entry) => entry.kind === 'mark' && entry.scenario === exchange.scenario,
  );
  const begin = marks.find((one) => one.kind === 'mark' && one.step === undefined);
  const end = marks.findLast((one) => one.kind === 'mark' && one.edge === 'END');
  const step = marks.findLast(
    (one) => one.kind === 'mark' && one.step !== undefined && one.seq < exchange.seq,
  );
  const title = begin?.kind === 'mark' ? begin.title : undefined;
  return {
    ...(title === undefined ? {} : { scenario: title }),
    ...(step?.kind === 'mark' ? { step: step.title } : {}),
    ...(begin === undefined
      ? {}
      : {
          piece: `sed -n '${begin.seq + 1},${(end ?? exchange).seq + 1}p' ${TRANSCRIPT_FILE} > ${exchange.scenario ?? 'piece'}.owt.ndjson`,
        }),
  };
};

/** One number a cause: findings of one exchange, or of one operation and rule, are not read as many. */
const causesOf = (findings: readonly FindingCard[]): readonly number[] => {
  const known = new Map<string, number>();
  let next = 0;
  return findings.map(({ at, operation, rule }) => {
    const keys = [
      ...(at[0] === undefined ? [] : [`#${at[0]}`]),
      ...(operation === undefined || rule === undefined ? [] : [`${operation} ${rule}`]),
    ];
    const found = keys.flatMap((key) => known.get(key) ?? [])[0];
    const cause = found ?? next++;
    for (const key of keys) if (!known.has(key)) known.set(key, cause);
    return cause;
  });
};

const cardOf = (
  finding: FindingCard,
  cause: number,
  result: Result,
  transcript: Transcript,
): Card => {
  const bySeq = (seq: number | undefined): Exchange | undefined =>
    transcript.entries.find(
      (entry): entry is Exchange => entry.kind === 'exchange' && entry.seq === seq,
    );
  const exchange = bySeq(finding.at[0]);
  const common = {
    finding,
    cause,
    check: checkCommand(result, [finding.scenario ?? finding.requirement]),
    others: finding.alsoViolates,
    golden: `${finding.requirement}.${finding.case}.owt.ndjson`,
  };
  if (exchange === undefined) return { ...common, before: [] };
  const { shown, hides } = shownOf(exchange, finding);
  const twin = bySeq(exchange.twinOf ?? finding.at[1]);
  return {
    ...common,
    ...titlesOf(transcript, exchange),
    before: beforeOf(transcript, exchange),
    shown,
    ...(twin === undefined ? {} : { twin: shownOf(twin).shown }),
    // what the system itself sends is brought about by the scenario and by nothing else
    ...(exchange.to === 'sut' ? { curl: curlOf(exchange, hides) } : {}),
  };
};

/** The cards of a run: binding ones first, then by cause, in the order of the result. */
export const cardsOf = (result: Result, transcript: Transcript): readonly Card[] => {
  const sorted = [...result.findings].sort((a, b) => Number(a.isWarning) - Number(b.isWarning));
  const causes = causesOf(sorted);
  return sorted
    .map((finding, at) => cardOf(finding, causes[at] ?? at, result, transcript))
    .sort((a, b) => a.cause - b.cause);
};
