import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import {
  type Controlled,
  type ControlledOptions,
  controlledMock,
  NotControlled,
} from '../sandbox/controlled.ts';
import { columns } from '../table.ts';

export type ReplayOptions = Common &
  ControlledOptions & {
    readonly eventId?: string;
    /** A cursor of the list of events: everything after it. */
    readonly from?: string;
    readonly waybill?: string;
    readonly times: number;
    readonly mutate?: string;
  };

type Event = {
  readonly id: string;
  readonly subject: string;
  readonly data: { readonly waybillNo?: string };
};

type Replayed = {
  readonly eventId: string;
  readonly type: string;
  readonly url: string;
  readonly status: number;
};

/** The greatest number of events of one command. */
const AT_ONCE = 1000;

const eventsAfter = async (
  { call }: Controlled,
  cursor: string | undefined,
): Promise<readonly Event[]> => {
  const events: Event[] = [];
  let after = cursor;
  for (;;) {
    const query = after === undefined ? '' : `&cursor=${encodeURIComponent(after)}`;
    const { body } = await call('GET', `/v1/events?limit=200${query}`);
    events.push(...body.events);
    if (body.complete === true) return events;
    after = body.nextCursor;
  }
};

const wantedOf = async (controlled: Controlled, options: ReplayOptions) => {
  const { eventId, from, waybill } = options;
  if (eventId !== undefined) return [eventId];
  const events = await eventsAfter(controlled, from);
  return events
    .filter(
      ({ subject, data }) =>
        waybill === undefined || subject === waybill || data.waybillNo === waybill,
    )
    .map(({ id }) => id);
};

/** Sends stored events once more to whoever takes them. */
export const replay = async (options: ReplayOptions, io: Io): Promise<ExitCode> => {
  const { eventId, from, waybill, times, mutate } = options;
  const said = [eventId, from, waybill].filter((one) => one !== undefined);
  if (said.length !== 1)
    return complain(io, options, {
      code: EXIT.usage,
      seen: {
        en: `${said.length} ways to choose events are given`,
        zh: `给出了 ${said.length} 种选择事件的方式`,
      },
      wanted: { en: 'one is needed', zh: '需要且仅需要一种' },
      remedy: {
        en: 'name an event id, or --from a cursor, or --waybill a number',
        zh: '请给出事件标识，或 --from 游标，或 --waybill 运单号',
      },
    });
  try {
    const controlled = await controlledMock(io, options);
    const ids = await wantedOf(controlled, options);
    if (waybill !== undefined && ids.length === 0)
      return complain(io, options, {
        code: EXIT.usage,
        seen: { en: `no event of ${waybill} was sent`, zh: `未发送过 ${waybill} 的事件` },
        wanted: {
          en: 'a waybill of which the party of the token was told is needed',
          zh: '需要已向令牌所属方通知过的运单号',
        },
        remedy: {
          en: 'list them with GET /v1/waybills, or let something happen with openwaybill advance',
          zh: '可用 GET /v1/waybills 查询，或用 openwaybill advance 推进时钟',
        },
      });
    const all: Replayed[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const eventIds = ids.slice(at, at + AT_ONCE);
      const how = { times, ...(mutate === undefined ? {} : { mutate }) };
      const { body } = await controlled.call('POST', '/_mock/replay', { eventIds, ...how });
      all.push(...body.replayed);
    }
    const nothing = options.language === 'zh' ? '没有可重发的事件' : 'no event to send again';
    io.out(
      options.json
        ? JSON.stringify(all)
        : all.length === 0
          ? nothing
          : columns(all.map((one) => [one.eventId, one.type, one.url, String(one.status)])),
    );
    return EXIT.ok;
  } catch (error) {
    if (error instanceof NotControlled) return complain(io, options, error.complaint);
    throw error;
  }
};
