import { useState } from 'preact/hooks';
import type { Coverage, CoverageGroup } from '../../src/inspector/wire.ts';
import { useAnswer, useDesk } from '../answers.ts';
import { Choices, Empty, Refusal, Tag } from '../parts.tsx';
import { Windowed } from '../windowed.tsx';
import { useWords } from '../words.ts';

const NAMES: Readonly<Record<CoverageGroup['kind'], readonly [string, string]>> = {
  operations: ['Operations', '操作'],
  states: ['States', '状态'],
  transitions: ['Transitions', '迁移'],
  codes: ['Codes', '代码'],
  problems: ['Problem codes', '问题码'],
  events: ['Event types', '事件类型'],
  later: ['Later minor', '后续小版本'],
};

type Item = CoverageGroup['items'][number];
type Line =
  | { readonly kind: 'head'; readonly name: string; readonly met: number; readonly all: number }
  | { readonly kind: 'item'; readonly item: Item };

const linesOf = (items: readonly Item[]): readonly Line[] => {
  const groups = [...new Set(items.map(({ group }) => group))];
  return groups.flatMap((name): readonly Line[] => {
    const mine = items.filter(({ group }) => group === name);
    return [
      { kind: 'head', name, met: mine.filter(({ count }) => count > 0).length, all: mine.length },
      ...mine.map((item) => ({ kind: 'item', item }) as const),
    ];
  });
};

/** How much of the standard has been met so far. */
export const CoveragePane = () => {
  const say = useWords();
  const { find } = useDesk();
  const { value, refused } = useAnswer<Coverage>('/_mock/coverage');
  const [kind, setKind] = useState<CoverageGroup['kind']>('operations');
  const [only, setOnly] = useState<'all' | 'met' | 'unmet'>('all');
  const [chosen, choose] = useState<string>();
  if (refused !== undefined) return <Refusal refused={refused} />;
  if (value === undefined) return null;
  const group = value.groups.find((one) => one.kind === kind);
  const wanted = find.toLowerCase();
  const items = (group?.items ?? []).filter(
    ({ id, title, group: of, count }) =>
      (only === 'all' || (only === 'met') === count > 0) &&
      `${id} ${of} ${title?.en ?? ''} ${title?.zh ?? ''}`.toLowerCase().includes(wanted),
  );
  return (
    <div class="column tall-column">
      <div class="meters">
        {value.groups.map((one) => {
          const met = one.items.filter(({ count }) => count > 0).length;
          const share = one.items.length === 0 ? 0 : met / one.items.length;
          const [en, zh] = NAMES[one.kind];
          return (
            <button
              key={one.kind}
              type="button"
              class="meter"
              aria-pressed={one.kind === kind}
              onClick={() => setKind(one.kind)}
            >
              <span>{say(en, zh)}</span>
              <strong>
                {met}
                <small> / {one.items.length}</small>
              </strong>
              <i aria-hidden="true">
                <b style={{ width: `${Math.max(met > 0 ? 1.5 : 0, share * 100)}%` }} />
              </i>
            </button>
          );
        })}
      </div>
      <Choices
        label={say('Which', '筛选')}
        among={[
          ['all', say('All', '全部')],
          ['met', say('Met', '已覆盖')],
          ['unmet', say('Not yet', '未覆盖')],
        ]}
        chosen={only}
        onChoose={setOnly}
      >
        <span class="muted count">
          {say(
            'of the whole standard, as this tenant has met it here',
            '相对整个标准，按本租户在此处所触及统计',
          )}
        </span>
      </Choices>
      <div class="fill">
        <Windowed
          label={say(...NAMES[kind])}
          rows={linesOf(items)}
          rowHeight={32}
          keyOf={(line) =>
            line.kind === 'head' ? line.name : `${line.item.group} ${line.item.id}`
          }
          chosen={chosen}
          onChoose={(line) =>
            choose(line.kind === 'head' ? line.name : `${line.item.group} ${line.item.id}`)
          }
          empty={
            <Empty title={say('Nothing fits', '没有符合条件的内容')}>
              <p>{say('Clear the search, or choose All.', '请清除查找内容，或选择“全部”。')}</p>
            </Empty>
          }
        >
          {(line) =>
            line.kind === 'head' ? (
              <div class="line tree-head">
                <strong>{line.name}</strong>
                <span class="muted count">
                  {line.met} / {line.all}
                </span>
              </div>
            ) : (
              <div class={`line leaf ${line.item.count > 0 ? '' : 'unmet'}`}>
                <span class="mono cut">{line.item.id}</span>
                <span class="muted cut grow">
                  {line.item.title === undefined ? '' : say.of(line.item.title)}
                </span>
                {line.item.count > 0 ? (
                  <Tag tone="good">{line.item.count}×</Tag>
                ) : (
                  <span class="muted small-text">{say('not yet', '未覆盖')}</span>
                )}
              </div>
            )
          }
        </Windowed>
      </div>
    </div>
  );
};
