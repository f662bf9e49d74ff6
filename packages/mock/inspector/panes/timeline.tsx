import { useEffect, useState } from 'preact/hooks';
import type {
  DeliveryView,
  Firing,
  FoldRow,
  ParcelRow,
  Timeline,
} from '../../src/inspector/wire.ts';
import { useAnswer, useDesk } from '../answers.ts';
import {
  Command,
  Empty,
  Facts,
  Json,
  ParcelChoice,
  Refusal,
  Section,
  StatusTag,
  Tag,
} from '../parts.tsx';
import { toneOfStatus } from '../statuses.ts';
import { timerName } from '../timers.ts';
import { dayOf, local, shortType, span, timeOf, useWords } from '../words.ts';

/** One thing on the lane of a parcel. */
type Beat = {
  readonly key: string;
  readonly at: string;
  readonly lane: 'scan' | 'request' | 'delivery' | 'fault' | 'due';
  readonly scan?: FoldRow;
  readonly title: string;
  readonly note?: string;
  readonly status?: number;
  /** Instants of attempts that ended alike one after another: one line, and a point each on the strip. */
  readonly alike?: readonly string[];
};

type Attempt = DeliveryView['attempts'][number];

/** Attempts in the order in which they were made, those that ended alike one after another together. */
const runsOf = (attempts: readonly Attempt[]): readonly (readonly Attempt[])[] => {
  const runs: Attempt[][] = [];
  for (const attempt of attempts) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (run !== undefined && first?.status === attempt.status && first.fault === attempt.fault)
      run.push(attempt);
    else runs.push([attempt]);
  }
  return runs;
};

const LANES = ['scan', 'request', 'delivery', 'fault', 'due'] as const;

const laneName = (lane: Beat['lane'], say: ReturnType<typeof useWords>): string =>
  ({
    scan: say('scan', '扫描'),
    request: say('request', '请求'),
    delivery: say('delivery', '投递'),
    fault: say('fault', '故障'),
    due: say('due', '待到期'),
  })[lane];

const beatsOf = (
  timeline: Timeline,
  deliveries: readonly DeliveryView[],
  firings: readonly Firing[],
  say: ReturnType<typeof useWords>,
): readonly Beat[] =>
  [
    ...timeline.scans.map(
      (scan): Beat => ({
        key: `s ${scan.eventId} ${scan.arrival}`,
        at: scan.occurredAt,
        lane: 'scan',
        scan,
        title: scan.eventCode,
      }),
    ),
    ...timeline.requests.map(
      (row): Beat => ({
        key: `r ${row.seq}`,
        at: row.at,
        lane: 'request',
        title: row.operation?.operationId ?? `${row.method} ${row.path}`,
        status: row.status,
        ...(row.problem === undefined ? {} : { note: row.problem }),
      }),
    ),
    ...deliveries
      .filter(({ event, subject }) => {
        const data = event.data as Readonly<Record<string, unknown>> | undefined;
        return data?.waybillNo === timeline.waybillNo || subject === timeline.waybillNo;
      })
      .flatMap((delivery) => {
        let before = 0;
        return runsOf(delivery.attempts).flatMap((run): readonly Beat[] => {
          const [first] = run;
          const last = run.at(-1);
          if (first === undefined || last === undefined) return [];
          const from = before + 1;
          before += run.length;
          const counted =
            run.length > 1
              ? say(
                  `attempts ${from}–${before}, the last ${local(last.at)}`,
                  `第 ${from}–${before} 次，最后一次 ${local(last.at)}`,
                )
              : from > 1
                ? say(`attempt ${from}`, `第 ${from} 次`)
                : '';
          const note = [counted, first.fault ?? ''].join(' ').trim();
          return [
            {
              key: `d ${delivery.id} ${first.seq}`,
              at: first.at,
              lane: 'delivery',
              title: shortType(delivery.type),
              status: first.status,
              alike: run.map(({ at }) => at),
              ...(note === '' ? {} : { note }),
            },
          ];
        });
      }),
    ...firings
      .filter(({ waybillNo }) => waybillNo === timeline.waybillNo)
      .map(
        (one): Beat => ({
          key: `f ${one.seq}`,
          at: one.at,
          lane: 'fault',
          title: one.kind,
          note: one.operation ?? shortType(one.eventType ?? ''),
        }),
      ),
    ...timeline.due.map(
      (one): Beat => ({
        key: `due ${one.kind} ${one.ref}`,
        at: one.at,
        lane: 'due',
        title: timerName(one.kind, say),
      }),
    ),
  ]
    .filter(({ at }) => at !== '')
    .sort(
      (a, b) =>
        Date.parse(a.at) - Date.parse(b.at) || LANES.indexOf(a.lane) - LANES.indexOf(b.lane),
    );

/** The lanes over virtual time: where things lie thick, and what is still to come. */
const Strip = ({ beats, now }: { readonly beats: readonly Beat[]; readonly now: string }) => {
  const say = useWords();
  const past = beats.filter(({ lane }) => lane !== 'due');
  const lanes = LANES.filter((lane) => past.some((beat) => beat.lane === lane));
  const instantsOf = ({ at, alike = [at] }: Beat): readonly string[] => alike;
  const times = [...past.flatMap(instantsOf).map((at) => Date.parse(at)), Date.parse(now)];
  const from = Math.min(...times);
  const to = Math.max(...times);
  const length = Math.max(1, to - from);
  const place = (at: number): number => (100 * (at - from)) / length;
  const ticks = [0, 1, 2, 3, 4].map((step) => from + (length * step) / 4);
  if (past.length === 0) return null;
  return (
    <div class="strip" aria-hidden="true">
      {lanes.map((lane) => (
        <div key={lane} class={`strip-lane ${lane}`}>
          <span>{laneName(lane, say)}</span>
          <div>
            {past
              .filter((beat) => beat.lane === lane)
              .flatMap((beat) => instantsOf(beat).map((at) => [beat, at] as const))
              .map(([beat, at]) => (
                <i
                  key={`${beat.key} ${at}`}
                  class={
                    beat.scan?.anomaly !== undefined ||
                    (beat.status ?? 200) >= 400 ||
                    beat.status === 0
                      ? 'odd'
                      : ''
                  }
                  style={{ left: `${place(Date.parse(at))}%` }}
                  title={`${local(at)} ${beat.title}`}
                />
              ))}
          </div>
        </div>
      ))}
      <div class="strip-lane axis">
        <span />
        <div>
          {ticks.map((tick, index) => (
            <b
              key={tick}
              style={{ left: `${index * 25}%` }}
              class={index === 4 ? 'last' : index === 0 ? 'first' : ''}
            >
              {length > 30 * 86_400_000
                ? dayOf(tick)
                : `${dayOf(tick).slice(5)} ${timeOf(tick).slice(0, 5)}`}
            </b>
          ))}
        </div>
      </div>
    </div>
  );
};

const partWords = (row: FoldRow, say: ReturnType<typeof useWords>): string =>
  row.part === 'DUPLICATE'
    ? say('same scan as one before: takes no part', '与已有扫描相同：不参与折叠')
    : row.part === 'WITHDRAWN'
      ? say('withdrawn by a correction: takes no part', '已被更正撤回：不参与折叠')
      : row.part === 'CORRECTION_ONLY'
        ? say('corrects another scan: takes no part itself', '仅更正其他扫描：自身不参与折叠')
        : row.before === row.after
          ? say('leaves the status', '状态不变')
          : '';

/** One scan with what the fold makes of it. */
const ScanBeat = ({
  row,
  isAhead,
  isHere,
  onHere,
}: {
  readonly row: FoldRow;
  readonly isAhead: boolean;
  readonly isHere: boolean;
  readonly onHere: () => void;
}) => {
  const say = useWords();
  const note = partWords(row, say);
  const late = Date.parse(row.recordedAt) - Date.parse(row.occurredAt);
  return (
    <details
      class={`beat scan ${isAhead ? 'ahead' : ''} ${isHere ? 'here' : ''} ${row.part === 'FOLDED' ? '' : 'aside'}`}
      onToggle={onHere}
    >
      <summary>
        <time dateTime={row.occurredAt}>{timeOf(row.occurredAt)}</time>
        <i class={`dot ${row.anomaly === undefined ? toneOfStatus(row.after) : 'bad'}`} />
        <span class="beat-body">
          <span class="beat-head">
            <strong>{row.eventCode}</strong>
            <span class="muted">{say.of(row.title)}</span>
            {row.place === undefined ? null : <span class="muted place">{row.place}</span>}
          </span>
          <span class="beat-foot">
            {row.before === row.after ? null : (
              <span class="move">
                <span class="muted">{row.before} → </span>
                <Tag tone={toneOfStatus(row.after)}>{row.after}</Tag>
              </span>
            )}
            {note === '' ? null : <span class="muted">{note}</span>}
            {row.anomaly === undefined ? null : (
              <Tag
                tone="bad"
                title={say(
                  'stored with anomaly: true, never refused',
                  '以 anomaly: true 存储，绝不拒收',
                )}
              >
                {say('anomaly', '异常')} {row.anomaly}
              </Tag>
            )}
            {row.leg === 'RETURN' ? <Tag tone="warn">{say('return leg', '回程')}</Tag> : null}
            {late > 60_000 ? (
              <Tag tone="quiet">
                {say(`recorded ${span(late, 'en')} later`, `晚 ${span(late, 'zh')}录入`)}
              </Tag>
            ) : null}
          </span>
        </span>
      </summary>
      <Facts
        rows={[
          [say('Arrived', '到达次序'), `#${row.arrival}`],
          [say('Rank of the code', '代码序'), row.rank],
          [say('Recorded', '录入时间'), `${local(row.recordedAt)} +08:00`],
          row.flags.length === 0 ? undefined : [say('Flags', '标记'), row.flags.join(', ')],
        ]}
      />
      <Json value={row.event} label={row.eventCode} />
    </details>
  );
};

const LaneBeat = ({ beat }: { readonly beat: Beat }) => {
  const say = useWords();
  const { open } = useDesk();
  const pane = { request: 2, delivery: 3, fault: 5, due: 1, scan: 0 }[beat.lane];
  return (
    <div class={`beat ${beat.lane}`}>
      <button type="button" class="beat-line" onClick={() => open(pane)}>
        <time dateTime={beat.at}>{timeOf(beat.at)}</time>
        <i class="dot small-dot" />
        <span class="beat-head">
          <span class="lane-name">{laneName(beat.lane, say)}</span>
          <span>{beat.title}</span>
          {beat.status === undefined ? null : <StatusTag status={beat.status} />}
          {beat.note === undefined ? null : <span class="muted">{beat.note}</span>}
        </span>
      </button>
    </div>
  );
};

const Lane = ({
  timeline,
  beats,
}: {
  readonly timeline: Timeline;
  readonly beats: readonly Beat[];
}) => {
  const say = useWords();
  const total = timeline.scans.length;
  const [step, setStep] = useState(total);
  // a new scan is shown as it comes
  useEffect(() => setStep(total), [total]);
  const at = timeline.scans[step - 1];
  const shown = at?.after ?? 'UNKNOWN';
  let day = '';
  return (
    <>
      <Section
        title={say('The fold, step by step', '逐步折叠')}
        actions={
          <>
            <button type="button" class="small" disabled={step === 0} onClick={() => setStep(0)}>
              {say('Start', '起点')}
            </button>
            <button
              type="button"
              class="small"
              disabled={step === 0}
              onClick={() => setStep(step - 1)}
            >
              {say('Back', '上一步')}
            </button>
            <button
              type="button"
              class="small"
              disabled={step >= total}
              onClick={() => setStep(step + 1)}
            >
              {say('Next', '下一步')}
            </button>
            <button
              type="button"
              class="small"
              disabled={step >= total}
              onClick={() => setStep(total)}
            >
              {say('End', '终点')}
            </button>
          </>
        }
      >
        <div class="fold">
          <input
            type="range"
            min={0}
            max={total}
            value={step}
            aria-label={say('Step of the fold', '折叠步骤')}
            onInput={(event) => setStep(Number(event.currentTarget.value))}
          />
          <p>
            <span class="muted">
              {say(`after ${step} of ${total} scans`, `第 ${step} / ${total} 次扫描后`)}
            </span>{' '}
            <Tag tone={toneOfStatus(shown)}>{shown}</Tag>{' '}
            <span class="muted">
              {at?.leg === 'RETURN' ? say('return leg', '回程') : say('forward leg', '去程')}
              {at === undefined || at.flags.length === 0 ? '' : ` · ${at.flags.join(', ')}`}
            </span>
          </p>
          <p class="muted hint">
            {say(
              'Status is a function of the set of scans: sorted by when they happened, rank of the code, when they were recorded, and id. The order of arrival changes nothing.',
              '状态是扫描集合的函数：按发生时间、代码序、录入时间、编号排序后折叠，到达次序不影响结果。',
            )}
          </p>
        </div>
      </Section>
      <Section title={say('Everything on one lane', '同一泳道')}>
        <div class="lane">
          {beats.map((beat) => {
            const today = dayOf(beat.at);
            const isNew = today !== day;
            day = today;
            const place = beat.scan === undefined ? 0 : timeline.scans.indexOf(beat.scan) + 1;
            return (
              <div key={beat.key}>
                {isNew ? <h4 class="day">{today}</h4> : null}
                {beat.scan === undefined ? (
                  <LaneBeat beat={beat} />
                ) : (
                  <ScanBeat
                    row={beat.scan}
                    isAhead={place > step}
                    isHere={place === step}
                    onHere={() => setStep(place)}
                  />
                )}
              </div>
            );
          })}
        </div>
      </Section>
    </>
  );
};

/** How the first parcel comes to be, in commands that can be pasted. */
const FirstSteps = () => {
  const say = useWords();
  const { source } = useDesk();
  const { role, baseUrl } = source.here;
  return (
    <Empty title={say('No parcel yet', '尚无快件')}>
      <p>
        {role === 'courier'
          ? say(
              'Create an order and a waybill at this courier: they appear here by themselves.',
              '请在本快递企业创建订单与运单，创建后会自动显示在此处。',
            )
          : say(
              'This role sees a parcel once a courier has bound a waybill to one of its orders. Let the platform place an order, or open the inspector of the courier.',
              '快递企业为订单绑定运单后，此处才会出现快件。请让电商平台下单，或打开快递企业的检视页。',
            )}
      </p>
      {role === 'courier' ? (
        <Command>
          {[
            `curl -X POST ${baseUrl}/v1/waybills \\`,
            `  -H "Authorization: Bearer ${source.tenant.token ?? '$TOKEN'}" \\`,
            '  -H "Idempotency-Key: $(uuidgen)" -H "Content-Type: application/json" \\',
            `  -d '{"orderNo":"SO-1","packageId":"P1","allocationMode":"ON_CREATE","carrierAccountId":"ACC-0001","labelFormat":"SVG_100X180"}'`,
          ].join('\n')}
        </Command>
      ) : null}
      <p>
        {say('Then let time pass: press ', '然后推进时间：按 ')}
        <kbd>.</kbd>
        {say(' for the next step, or ', ' 前进一步，或按 ')}
        <kbd>{say('space', '空格')}</kbd>
        {say(' to play.', ' 播放。')}
      </p>
    </Empty>
  );
};

/** One parcel on virtual time. */
export const TimelinePane = () => {
  const say = useWords();
  const { parcel, find } = useDesk();
  const list = useAnswer<{ readonly parcels: readonly ParcelRow[] }>('/_mock/timeline');
  const one = useAnswer<Timeline>(parcel === undefined ? undefined : `/_mock/timeline/${parcel}`);
  const deliveries = useAnswer<{ readonly deliveries: readonly DeliveryView[] }>(
    '/_mock/deliveries',
  );
  const faults = useAnswer<{ readonly firings: readonly Firing[] }>('/_mock/faults');
  if (list.refused !== undefined) return <Refusal refused={list.refused} />;
  if (list.value === undefined) return null;
  const { parcels } = list.value;
  if (parcels.length === 0) return <FirstSteps />;
  const timeline = one.value;
  const wanted = find.toLowerCase();
  const beats =
    timeline === undefined
      ? []
      : beatsOf(
          timeline,
          deliveries.value?.deliveries ?? [],
          faults.value?.firings ?? [],
          say,
        ).filter(
          ({ title, scan, note }) =>
            wanted === '' ||
            `${title} ${scan?.title.en ?? ''} ${scan?.title.zh ?? ''} ${note ?? ''}`
              .toLowerCase()
              .includes(wanted),
        );
  const next = timeline?.due[0];
  return (
    <div class="column">
      <div class="bar">
        <ParcelChoice parcels={parcels} />
        {timeline === undefined ? null : (
          <div class="headline">
            <Tag tone={toneOfStatus(timeline.status)}>{timeline.status}</Tag>
            <span class="muted">
              {say('order', '订单')} {timeline.orderNo} · {say('package', '包裹')}{' '}
              {timeline.packageId}
              {timeline.scenario === undefined
                ? ''
                : ` · ${say('scenario', '场景')} ${timeline.scenario}`}
              {` · ${say('privacy stage', '隐私阶段')} ${timeline.stage}`}
              {timeline.anomalyCount === 0
                ? ''
                : ` · ${say('anomalies', '异常')} ${timeline.anomalyCount}`}
            </span>
          </div>
        )}
      </div>
      {timeline === undefined ? null : (
        <>
          <Strip beats={beats} now={timeline.now} />
          {next === undefined ? null : (
            <p class="next">
              {say('Next by time alone: ', '仅凭时间下一事项：')}
              <strong>{timerName(next.kind, say)}</strong> {say('at', '于')} {local(next.at)} +08:00
              (
              {say(
                `in ${span(Date.parse(next.at) - Date.parse(timeline.now), 'en')}`,
                `${span(Date.parse(next.at) - Date.parse(timeline.now), 'zh')}后`,
              )}
              )
            </p>
          )}
          <Lane timeline={timeline} beats={beats} />
        </>
      )}
    </div>
  );
};
