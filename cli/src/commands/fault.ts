import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { type ControlledOptions, controlledMock, NotControlled } from '../sandbox/controlled.ts';
import { columns } from '../table.ts';

export type FaultOptions = Common &
  ControlledOptions &
  (
    | {
        readonly verb: 'add';
        readonly kinds: readonly string[];
        /** An operation, or a type of events. */
        readonly on?: string;
        readonly waybill?: string;
        readonly nth?: number;
        readonly times?: number;
        readonly rate?: number;
        readonly ruleSeed?: number;
        /** Settings of the kind, as `status=503`. */
        readonly with?: readonly string[];
      }
    | { readonly verb: 'list' }
    | { readonly verb: 'clear'; readonly id?: string }
  );

type Shown = {
  readonly id: string;
  readonly match: Readonly<Record<string, unknown>>;
  readonly do: Readonly<Record<string, unknown>> & { readonly kind: string };
  readonly times?: number;
  readonly rate?: number;
  readonly firedCount: number;
};

/** A word as the setting that it is: a number, true or false, or text. */
const settingOf = (text: string): unknown =>
  /^[0-9]{1,15}$/.test(text)
    ? Number(text)
    : text === 'true' || text === 'false'
      ? text === 'true'
      : text;

const settingsOf = (pairs: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const name = (at < 0 ? pair : pair.slice(0, at)).replace(/-([a-z])/g, (_, one: string) =>
        one.toUpperCase(),
      );
      return [name, at < 0 ? true : settingOf(pair.slice(at + 1))];
    }),
  );

const given = (members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

const rulesOf = (options: FaultOptions & { readonly verb: 'add' }) => {
  const { on, waybill: waybillNo, nth, times, rate, ruleSeed: seed } = options;
  const isType = on?.includes('.') === true;
  return options.kinds.map((kind) => ({
    match: given({ [isType ? 'eventType' : 'operation']: on, waybillNo, nth }),
    do: { kind, ...settingsOf(options.with ?? []) },
    ...given({ times, rate, seed }),
  }));
};

const rowOf = ({ id, match, do: doing, times, rate, firedCount }: Shown, zh: boolean) => [
  id,
  doing.kind,
  [match.operation ?? match.eventType ?? (zh ? '全部' : 'everything'), match.waybillNo]
    .filter((one) => one !== undefined)
    .join(' '),
  times === undefined ? (zh ? '不限次数' : 'always') : `${zh ? '共' : 'of'} ${times}`,
  ...(rate === undefined ? [] : [`${zh ? '比例' : 'rate'} ${rate}`]),
  `${zh ? '已触发' : 'fired'} ${firedCount}`,
];

const tell = (io: Io, { json, language }: Common, rules: readonly Shown[]): void => {
  const zh = language === 'zh';
  io.out(
    json
      ? JSON.stringify(rules)
      : rules.length === 0
        ? zh
          ? '没有干扰'
          : 'no disturbances'
        : columns(rules.map((rule) => rowOf(rule, zh))),
  );
};

/** Makes the parties of a running mock server meet disturbances, lists them, ends them. */
export const fault = async (options: FaultOptions, io: Io): Promise<ExitCode> => {
  try {
    const { call } = await controlledMock(io, options);
    if (options.verb === 'list')
      tell(io, options, (await call('GET', '/_mock/faults')).body.faults);
    else if (options.verb === 'clear') {
      const { id } = options;
      const path = `/_mock/faults${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
      const { body } = await call('DELETE', path);
      const text =
        options.language === 'zh' ? `已清除 ${body.clearedCount} 项` : `${body.clearedCount} ended`;
      io.out(options.json ? JSON.stringify(body) : text);
    } else {
      const made: Shown[] = [];
      for (const rule of rulesOf(options)) {
        try {
          made.push((await call('POST', '/_mock/faults', rule)).body);
        } catch (error) {
          // all of them or none
          for (const { id } of made) await call('DELETE', `/_mock/faults/${id}`);
          throw error;
        }
      }
      tell(io, options, made);
    }
    return EXIT.ok;
  } catch (error) {
    if (error instanceof NotControlled) return complain(io, options, error.complaint);
    throw error;
  }
};
