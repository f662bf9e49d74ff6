import { useState } from 'preact/hooks';
import { GROUPS, KINDS, kindOf } from '../../src/disturbances/kinds.ts';
import type { FaultRule, Firing } from '../../src/inspector/wire.ts';
import { useAct, useAnswer, useDesk } from '../answers.ts';
import { Empty, Refusal, Section, Tag } from '../parts.tsx';
import { Windowed } from '../windowed.tsx';
import { local, shortType, useWords } from '../words.ts';
import { NewRule } from './fault-rule.tsx';

/** A rule is always for the tenant that is looked at. */
const matchOf = ({ match }: FaultRule) =>
  Object.entries(match ?? {}).filter(([name]) => name !== 'tenant');

/** Whether a rule befalls everything, as often as is usual: what a switch makes. */
const isWhole = (rule: FaultRule): boolean =>
  matchOf(rule).length === 0 &&
  rule.times === kindOf(rule.do.kind)?.times &&
  (rule.rate ?? 1) === 1;

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
        {Object.entries(GROUPS).map(([group, title]) => (
          <fieldset key={group}>
            <legend>{say.of(title)}</legend>
            {Object.entries(KINDS)
              .filter(([, one]) => one.group === group)
              .map(([kind, one]) => {
                const rule = value.faults.find((each) => each.do.kind === kind && isWhole(each));
                return (
                  <button
                    key={kind}
                    type="button"
                    role="switch"
                    class="switch"
                    aria-checked={rule !== undefined}
                    disabled={!source.isLive}
                    onClick={() =>
                      rule === undefined
                        ? act('POST', '/_mock/faults', { do: { kind } })
                        : act('DELETE', `/_mock/faults/${rule.id}`)
                    }
                  >
                    <i aria-hidden="true" />
                    <span>
                      <strong>{kind}</strong>
                      <small>{say.of(one.text)}</small>
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
