import { useState } from 'preact/hooks';
import type { ClockView, DueRow, ParcelRow } from '../../src/inspector/wire.ts';
import { useAct, useAnswer, useDesk } from '../answers.ts';
import { Command, Empty, ParcelChoice, Refusal, Section, Tag } from '../parts.tsx';
import { timerName } from '../timers.ts';
import { Windowed } from '../windowed.tsx';
import { dayOf, local, shortType, span, timeOf, useWords } from '../words.ts';

type Fired = {
  readonly at: string;
  readonly what: string;
  readonly event?: string;
  readonly subject?: string;
};
type Advanced = {
  readonly now: string;
  readonly firedCount?: number;
  readonly fired: readonly Fired[];
  readonly reached?: { readonly status: string; readonly isWanted: boolean };
};

const STEPS = [
  ['PT15M', '+15 min', '+15 分'],
  ['PT1H', '+1 h', '+1 小时'],
  ['PT6H', '+6 h', '+6 小时'],
  ['P1D', '+1 day', '+1 天'],
  ['P7D', '+7 days', '+7 天'],
] as const;

const UNTIL = ['PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'RETURNED', 'LOST'];

/** Virtual time: where it stands, what it does next, and every way to move it. */
export const ClockPane = () => {
  const say = useWords();
  const act = useAct();
  const { parcel, source, find } = useDesk();
  const clock = useAnswer<ClockView>('/_mock/clock');
  const due = useAnswer<{ readonly due: readonly DueRow[] }>('/_mock/due');
  const parcels = useAnswer<{ readonly parcels: readonly ParcelRow[] }>('/_mock/timeline');
  const [until, setUntil] = useState('DELIVERED');
  const [made, setMade] = useState<Advanced>();
  const [chosen, choose] = useState<string>();
  if (clock.refused !== undefined) return <Refusal refused={clock.refused} />;
  if (clock.value === undefined) return null;
  const { now, mode, factor } = clock.value;
  const next = due.value?.due[0];
  const nameOf = ({ kind }: DueRow): string => timerName(kind, say);
  const aboutOf = ({ event, ref }: DueRow): string =>
    event === undefined
      ? ref
      : `${shortType(event.type)} ${event.subject}${event.attempt === 1 ? '' : say(`, attempt ${event.attempt}`, `，第 ${event.attempt} 次`)}`;
  const advance = async (body: unknown): Promise<void> => {
    const answer = await act<Advanced>('POST', '/_mock/clock/advance', body);
    if (answer !== undefined) setMade(answer);
  };
  const wanted = find.toLowerCase();
  const rows = (due.value?.due ?? []).filter((one) =>
    `${one.kind} ${one.ref} ${nameOf(one)} ${aboutOf(one)}`.toLowerCase().includes(wanted),
  );
  const goal = rows.find(({ kind, ref }) => `${kind} ${ref}` === chosen);
  return (
    <div class="column">
      <div class="big-clock">
        <p>
          <span class="muted">{dayOf(now)}</span>
          <time dateTime={now}>{timeOf(now)}</time>
          <span class="muted">+08:00</span>
        </p>
        <p>
          <Tag tone={mode === 'FROZEN' ? 'quiet' : 'calm'}>
            {mode === 'FROZEN'
              ? say('frozen: time moves when you move it', '静止：仅在您推进时前进')
              : mode === 'REAL'
                ? say('goes with real time', '与真实时间同步')
                : say(`played ×${factor}`, `以 ×${factor} 播放`)}
          </Tag>{' '}
          {next === undefined ? (
            <span class="muted">{say('nothing is due', '无到期事项')}</span>
          ) : (
            <span class="muted">
              {say('next: ', '下一事项：')}
              <strong>{nameOf(next)}</strong> {aboutOf(next)} {say('in', '还有')}{' '}
              {span(Date.parse(next.at) - Date.parse(now), say.language)}
            </span>
          )}
        </p>
      </div>
      <div class="bar">
        <button type="button" class="primary" onClick={() => advance({ steps: 1 })}>
          {say('One step', '前进一步')} <kbd>.</kbd>
        </button>
        {STEPS.map(([by, en, zh]) => (
          <button key={by} type="button" onClick={() => advance({ by })}>
            {say(en, zh)}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={mode !== 'FROZEN'}
          onClick={() =>
            act(
              'PUT',
              '/_mock/clock',
              mode === 'FROZEN' ? { mode: 'SCALED', factor: 3600 } : { mode: 'FROZEN' },
            )
          }
        >
          {mode === 'FROZEN' ? say('Play ×3600', '播放 ×3600') : say('Freeze', '静止')}{' '}
          <kbd>{say('space', '空格')}</kbd>
        </button>
      </div>
      {parcel === undefined ? null : (
        <div class="bar">
          <ParcelChoice parcels={parcels.value?.parcels ?? []} />
          <label class="field">
            <span>{say('Until', '直至')}</span>
            <select value={until} onChange={(event) => setUntil(event.currentTarget.value)}>
              {UNTIL.map((status) => (
                <option key={status}>{status}</option>
              ))}
            </select>
          </label>
          <button
            type="button"
            onClick={() => advance({ until: { waybillNo: parcel, status: until } })}
          >
            {say('Advance until then', '推进至该状态')}
          </button>
        </div>
      )}
      {made === undefined ? null : (
        <Section title={say('What the last move caused', '上次推进引发的事件')}>
          {made.reached === undefined ? null : (
            <p>
              {made.reached.isWanted
                ? say('Reached ', '已到达 ')
                : say('Not reached; it stands at ', '未到达，当前为 ')}
              <Tag tone={made.reached.isWanted ? 'good' : 'warn'}>{made.reached.status}</Tag>
            </p>
          )}
          {made.fired.length === 0 ? (
            <p class="muted">{say('No event was sent.', '未发出事件。')}</p>
          ) : (
            <ol class="fired">
              {made.fired.slice(0, 50).map((one, index) => (
                <li key={index}>
                  <time>{local(one.at)}</time> <strong>{shortType(one.event ?? one.what)}</strong>{' '}
                  <span class="muted">{one.subject}</span>
                </li>
              ))}
            </ol>
          )}
          {made.fired.length > 50 ? (
            <p class="muted">
              {say(`and ${made.fired.length - 50} more`, `另有 ${made.fired.length - 50} 条`)}
            </p>
          ) : null}
        </Section>
      )}
      <Section
        title={say('What is due', '待到期事项')}
        actions={
          goal === undefined ? undefined : (
            <button
              type="button"
              class="small"
              disabled={!source.isLive}
              onClick={() => advance({ toAt: goal.at })}
            >
              {say('Advance to', '推进至')} {local(goal.at)}
            </button>
          )
        }
      >
        <div class="tall">
          <Windowed
            label={say('What is due', '待到期事项')}
            rows={rows}
            rowHeight={36}
            keyOf={({ kind, ref }) => `${kind} ${ref}`}
            chosen={chosen}
            onChoose={({ kind, ref }) => choose(`${kind} ${ref}`)}
            empty={
              <Empty title={say('Nothing is due', '无到期事项')}>
                <p>
                  {say(
                    'Create a waybill: its scenario lays out what happens to the parcel.',
                    '创建运单后，其场景会安排快件的后续事项。',
                  )}
                </p>
              </Empty>
            }
          >
            {(one) => (
              <div class="line">
                <time class="mono">{local(one.at)}</time>
                <strong class="cut">{nameOf(one)}</strong>
                <span class="muted cut mono aside" title={one.ref}>
                  {aboutOf(one)}
                </span>
                <span class="muted">
                  {say('in ', '')}
                  {span(Date.parse(one.at) - Date.parse(now), say.language)}
                  {say('', '后')}
                </span>
              </div>
            )}
          </Windowed>
        </div>
      </Section>
      <Command>
        {parcel === undefined
          ? `openwaybill advance --by PT6H --mock ${source.here.baseUrl}`
          : `openwaybill advance --waybill ${parcel} --until ${until} --mock ${source.here.baseUrl}`}
      </Command>
    </div>
  );
};
