import { useState } from 'preact/hooks';
import type { Coverage, FaultRule, Firing } from '../../src/inspector/wire.ts';
import { useAct, useAnswer, useDesk } from '../answers.ts';
import { Command, Empty, Refusal, Section, Tag } from '../parts.tsx';
import { Windowed } from '../windowed.tsx';
import { local, shortType, useWords } from '../words.ts';

type Switch = {
  readonly kind: string;
  readonly over: 'http' | 'events' | 'schema';
  readonly en: string;
  readonly zh: string;
  /** Settings that the kind needs. */
  readonly with?: Readonly<Record<string, unknown>>;
};

/** Disturbances that a conforming party may meet any day, one switch each. */
const SWITCHES: readonly Switch[] = [
  {
    kind: 'latency',
    over: 'http',
    en: 'answers after two seconds',
    zh: '两秒后应答',
    with: { milliseconds: 2000 },
  },
  { kind: 'status', over: 'http', en: 'answers 503', zh: '返回 503', with: { status: 503 } },
  { kind: 'rate-limit', over: 'http', en: 'answers 429', zh: '返回 429' },
  {
    kind: 'reset',
    over: 'http',
    en: 'the connection is cut before the work',
    zh: '处理前断开连接',
  },
  {
    kind: 'commit-then-drop',
    over: 'http',
    en: 'the work is done, the answer is lost',
    zh: '处理成功但应答丢失',
  },
  { kind: 'truncate', over: 'http', en: 'half a body', zh: '报文体被截断' },
  { kind: 'drip', over: 'http', en: 'byte after byte, slowly', zh: '逐字节缓慢应答' },
  {
    kind: 'wrong-content-type',
    over: 'http',
    en: 'a body under a wrong name',
    zh: '错误的内容类型',
  },
  { kind: 'stale-etag', over: 'http', en: 'an ETag of yesterday', zh: '过期的 ETag' },
  { kind: 'drop', over: 'events', en: 'never arrives', zh: '事件丢失' },
  { kind: 'duplicate', over: 'events', en: 'arrives twice', zh: '重复投递' },
  { kind: 'reorder', over: 'events', en: 'arrives in another order', zh: '乱序投递' },
  { kind: 'delay', over: 'events', en: 'arrives late', zh: '延迟投递' },
  { kind: 'forge', over: 'events', en: 'with a bad signature', zh: '伪造签名' },
  { kind: 'stale', over: 'events', en: 'with an old timestamp', zh: '过期时间戳' },
  { kind: 'extra-member', over: 'schema', en: 'a member of a later minor', zh: '未知字段' },
  { kind: 'unknown-code', over: 'schema', en: 'a code of a later list', zh: '未知代码' },
];

const GROUPS = [
  ['http', 'Over HTTP', 'HTTP 层'],
  ['events', 'Over events', '事件层'],
  ['schema', 'A later minor', '更高次版本'],
] as const;

/** A rule is always for the tenant that is looked at. */
const matchOf = ({ match }: FaultRule) =>
  Object.entries(match ?? {}).filter(([name]) => name !== 'tenant');

/** Whether a rule befalls everything: what a switch makes. */
const isWhole = (rule: FaultRule): boolean =>
  matchOf(rule).length === 0 && rule.times === undefined && (rule.rate ?? 1) === 1;

const detailOf = (rule: FaultRule): string => {
  const { kind: _, ...settings } = rule.do;
  return Object.entries({
    ...Object.fromEntries(matchOf(rule)),
    ...settings,
    ...(rule.times === undefined ? {} : { times: rule.times }),
    ...(rule.rate === undefined ? {} : { rate: rule.rate }),
  })
    .map(([name, value]) => `${name} ${shortType(String(value))}`)
    .join(' · ');
};

/** A rule for one operation or one type of event. */
const NewRule = () => {
  const say = useWords();
  const act = useAct();
  const { source } = useDesk();
  const { value } = useAnswer<Coverage>('/_mock/coverage');
  const [kind, setKind] = useState('commit-then-drop');
  const [on, setOn] = useState('');
  const [times, setTimes] = useState('1');
  const [rate, setRate] = useState('');
  const one = SWITCHES.find((each) => each.kind === kind);
  const isEvent = one?.over === 'events';
  const items =
    value?.groups.find((group) => group.kind === (isEvent ? 'events' : 'operations'))?.items ?? [];
  const rule = {
    ...(on === ''
      ? {}
      : { match: isEvent ? { eventType: `org.openwaybill.${on}` } : { operation: on } }),
    do: { kind, ...one?.with },
    ...(times === '' ? {} : { times: Number(times) }),
    ...(rate === '' ? {} : { rate: Number(rate) }),
  };
  return (
    <Section title={say('A rule of its own', '自定义规则')}>
      <form
        class="bar"
        onSubmit={(event) => {
          event.preventDefault();
          void act('POST', '/_mock/faults', rule);
        }}
      >
        <label class="field">
          <span>{say('Fault', '故障')}</span>
          <select
            value={kind}
            onChange={(event) => {
              setKind(event.currentTarget.value);
              setOn('');
            }}
          >
            {SWITCHES.map((each) => (
              <option key={each.kind}>{each.kind}</option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>
            {isEvent ? say('On the event', '作用事件') : say('On the operation', '作用操作')}
          </span>
          <select value={on} onChange={(event) => setOn(event.currentTarget.value)}>
            <option value="">{say('every one', '全部')}</option>
            {items.map(({ id }) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </label>
        <label class="field narrow">
          <span>{say('Times', '次数')}</span>
          <input
            type="number"
            min="1"
            placeholder={say('always', '不限')}
            value={times}
            onInput={(event) => setTimes(event.currentTarget.value)}
          />
        </label>
        <label class="field narrow">
          <span>{say('Rate', '概率')}</span>
          <input
            type="number"
            min="0"
            max="1"
            step="0.05"
            placeholder="1"
            value={rate}
            onInput={(event) => setRate(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary" disabled={!source.isLive}>
          {say('Add', '添加')}
        </button>
      </form>
      <Command>
        {[
          `openwaybill fault add ${kind}`,
          on === '' ? '' : `--on ${on}`,
          times === '' ? '' : `--times ${times}`,
          rate === '' ? '' : `--rate ${rate}`,
        ]
          .filter((part) => part !== '')
          .join(' ')}
      </Command>
    </Section>
  );
};

/** What may go wrong for a conforming party, switched on and off. */
export const FaultsPane = () => {
  const say = useWords();
  const act = useAct();
  const { source, find } = useDesk();
  const { value, refused } = useAnswer<{
    readonly faults: readonly FaultRule[];
    readonly firings: readonly Firing[];
  }>('/_mock/faults');
  const [chosen, choose] = useState<string>();
  if (refused !== undefined) return <Refusal refused={refused} />;
  if (value === undefined) return null;
  const wanted = find.toLowerCase();
  const firings = value.firings
    .filter(({ kind, operation, eventType, waybillNo }) =>
      `${kind} ${operation ?? ''} ${eventType ?? ''} ${waybillNo ?? ''}`
        .toLowerCase()
        .includes(wanted),
    )
    .toReversed();
  return (
    <div class="column">
      <div class="switches">
        {GROUPS.map(([over, en, zh]) => (
          <fieldset key={over}>
            <legend>{say(en, zh)}</legend>
            {SWITCHES.filter((one) => one.over === over).map((one) => {
              const rule = value.faults.find((each) => each.do.kind === one.kind && isWhole(each));
              return (
                <button
                  key={one.kind}
                  type="button"
                  role="switch"
                  class="switch"
                  aria-checked={rule !== undefined}
                  disabled={!source.isLive}
                  onClick={() =>
                    rule === undefined
                      ? act('POST', '/_mock/faults', { do: { kind: one.kind, ...one.with } })
                      : act('DELETE', `/_mock/faults/${rule.id}`)
                  }
                >
                  <i aria-hidden="true" />
                  <span>
                    <strong>{one.kind}</strong>
                    <small>{say(one.en, one.zh)}</small>
                  </span>
                </button>
              );
            })}
          </fieldset>
        ))}
      </div>
      <NewRule />
      <Section title={say('Rules', '规则')}>
        {value.faults.length === 0 ? (
          <p class="muted">
            {say(
              'None: everything works. A switch above makes one.',
              '暂无：一切正常。可用上方开关添加。',
            )}
          </p>
        ) : (
          <ul class="rules">
            {value.faults.map((rule) => (
              <li key={rule.id}>
                <Tag tone="warn">{rule.do.kind}</Tag>
                <span class="grow muted">{detailOf(rule) || say('everything', '全部')}</span>
                <span>{say(`fired ${rule.firedCount}×`, `已触发 ${rule.firedCount} 次`)}</span>
                <button
                  type="button"
                  class="small"
                  disabled={!source.isLive}
                  onClick={() => act('DELETE', `/_mock/faults/${rule.id}`)}
                >
                  {say('Remove', '移除')}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={say('Firings', '触发记录')}>
        <div class="tall">
          <Windowed
            label={say('Firings', '触发记录')}
            rows={firings}
            rowHeight={32}
            keyOf={({ seq }) => String(seq)}
            chosen={chosen}
            onChoose={({ seq }) => choose(String(seq))}
            empty={
              <Empty title={say('No rule has fired', '尚无触发')}>
                <p>
                  {say(
                    'Switch one on and send a request: it is written down here.',
                    '打开一个开关并发送请求，触发情况会记录在此。',
                  )}
                </p>
              </Empty>
            }
          >
            {(one) => (
              <div class="line">
                <time class="mono">{local(one.at)}</time>
                <strong>{one.kind}</strong>
                <span class="muted cut">{one.operation ?? shortType(one.eventType ?? '')}</span>
                <span class="muted mono">{one.waybillNo ?? ''}</span>
              </div>
            )}
          </Windowed>
        </div>
      </Section>
    </div>
  );
};
