import { useEffect, useState } from 'preact/hooks';
import type { Changed, Moment, Revision, StateRow } from '../../src/inspector/wire.ts';
import { useAnswer, useDesk } from '../answers.ts';
import { differenceOf, hunksOf } from '../difference.ts';
import { Choices, Empty, Facts, Json, Refusal, Scroll, Section, Tag } from '../parts.tsx';
import { toneOfStatus } from '../statuses.ts';
import { Windowed } from '../windowed.tsx';
import { local, useWords } from '../words.ts';

/** One line of the tree: a collection, or a thing in one that is open. */
type Branch =
  | {
      readonly kind: 'collection';
      readonly name: string;
      readonly count: number;
      readonly isOpen: boolean;
    }
  | { readonly kind: 'thing'; readonly row: StateRow };

const keyOf = (branch: Branch): string =>
  branch.kind === 'collection' ? branch.name : `${branch.row.collection}/${branch.row.id}`;

const statusOf = (collection: string, body: unknown): string | undefined => {
  const kept = body as Readonly<Record<string, unknown>> | null;
  const inner = (kept?.[collection] ?? kept) as Readonly<Record<string, unknown>> | null;
  const status = inner?.status ?? kept?.state;
  return typeof status === 'string' ? status : undefined;
};

/** What became of a thing; long runs of lines that stayed are counted and not shown. */
const Difference = ({ before, after }: { readonly before: unknown; readonly after: unknown }) => {
  const say = useWords();
  return (
    <Scroll kind="json diff" label={say('Difference', '差异')}>
      {hunksOf(differenceOf(before, after)).map((line) =>
        line.side === 'skipped' ? (
          <span key={line.key} class="skipped">
            {say(`⋯ ${line.count} lines stayed`, `⋯ ${line.count} 行未变`)}
          </span>
        ) : (
          <span key={line.key} class={line.side}>
            {line.side === 'before' ? '− ' : line.side === 'after' ? '+ ' : '  '}
            {line.text}
          </span>
        ),
      )}
    </Scroll>
  );
};

/** The latest versions of a thing, to choose from. */
const MAX_REVISIONS = 30;

/** One thing, as it is and as it was. */
const Thing = ({ row }: { readonly row: StateRow }) => {
  const say = useWords();
  const query = new URLSearchParams({ collection: row.collection, id: row.id });
  const { value } = useAnswer<{ readonly revisions: readonly Revision[] }>(
    `/_mock/revisions?${query}`,
  );
  const revisions = value?.revisions ?? [];
  const [at, setAt] = useState<number>();
  const index = at ?? revisions.length - 1;
  const chosen = revisions[index];
  const status = statusOf(row.collection, row.body);
  return (
    <>
      <div class="detail-head">
        <h2>
          {row.collection}{' '}
          {status === undefined ? null : <Tag tone={toneOfStatus(status)}>{status}</Tag>}
        </h2>
        <p class="mono cut-soft">{row.id}</p>
      </div>
      <Facts
        rows={[
          [
            say('Part of', '属于'),
            row.parent === '' ? undefined : <code key="p">{row.parent}</code>,
          ],
          [say('Created', '创建'), local(row.createdAt)],
          [say('Changed', '变更'), local(row.updatedAt)],
        ]}
      />
      <Section title={say('Revision history', '版本历史')}>
        {revisions.length === 0 ? (
          <p class="muted">
            {say(
              'It was written before this mock was started, or too long ago.',
              '在本次启动之前写入，或已超出记录范围。',
            )}
          </p>
        ) : (
          <Choices
            label={say('Revisions', '版本')}
            among={revisions
              .map(
                (one, number) =>
                  [
                    String(number),
                    `${number + 1}${one.body === undefined ? ` ${say('deleted', '删除')}` : ''}`,
                    local(one.at),
                  ] as const,
              )
              .slice(-MAX_REVISIONS)}
            chosen={String(index)}
            onChoose={(number) => setAt(Number(number))}
          />
        )}
        {chosen === undefined || index === 0 ? null : (
          <>
            <p class="muted">
              {say(
                `Revision ${index + 1} against ${index}, at ${local(chosen.at)} +08:00`,
                `版本 ${index + 1} 与 ${index} 的差异，${local(chosen.at)} +08:00`,
              )}
            </p>
            <Difference before={revisions[index - 1]?.body} after={chosen.body} />
          </>
        )}
      </Section>
      <Section
        title={
          at === undefined
            ? say('As it is now', '当前内容')
            : say(`Revision ${index + 1}`, `版本 ${index + 1}`)
        }
      >
        <Json value={chosen?.body ?? row.body} label={row.id} />
      </Section>
    </>
  );
};

const nameOf = ({ at, touched }: Moment): string => {
  const kinds = [...new Set(touched.map(({ collection }) => collection))];
  return `${local(at)}  ${kinds.slice(0, 3).join(', ')}${kinds.length > 3 ? ' …' : ''}`;
};

/** As many moments as a choice lists; older ones are reached by nobody who has not written them down. */
const MAX_MOMENTS = 300;

/** What is not the same at two moments. */
const Moments = ({ onClose }: { readonly onClose: () => void }) => {
  const say = useWords();
  const { value } = useAnswer<{ readonly moments: readonly Moment[] }>('/_mock/moments');
  const all = (value?.moments ?? []).slice(-MAX_MOMENTS);
  const [from, setFrom] = useState<number>();
  const [to, setTo] = useState<number>();
  const a = from ?? all.at(-2)?.seq ?? 0;
  const b = to ?? all.at(-1)?.seq ?? 0;
  const { value: changes } = useAnswer<{ readonly changed: readonly Changed[] }>(
    all.length === 0 ? undefined : `/_mock/differences?from=${Math.min(a, b)}&to=${Math.max(a, b)}`,
  );
  const choices = all.map((one) => (
    <option key={one.seq} value={one.seq}>
      {nameOf(one)}
    </option>
  ));
  return (
    <>
      <div class="detail-head">
        <h2>{say('Difference of two moments', '两个时刻的差异')}</h2>
      </div>
      <div class="bar">
        <label class="field">
          <span>{say('After', '此刻之后')}</span>
          <select value={a} onChange={(event) => setFrom(Number(event.currentTarget.value))}>
            {choices}
          </select>
        </label>
        <label class="field">
          <span>{say('up to', '至')}</span>
          <select value={b} onChange={(event) => setTo(Number(event.currentTarget.value))}>
            {choices}
          </select>
        </label>
        <button type="button" onClick={onClose}>
          {say('Back to the tree', '返回')}
        </button>
      </div>
      {changes === undefined ? null : changes.changed.length === 0 ? (
        <Empty title={say('Nothing differs', '没有差异')}>
          <p>{say('Choose two moments further apart.', '请选择相距更远的两个时刻。')}</p>
        </Empty>
      ) : (
        changes.changed.map(({ collection, id, before, after }) => (
          <details key={`${collection}/${id}`} class="changed" open={changes.changed.length < 4}>
            <summary>
              <Tag tone={before === undefined ? 'good' : after === undefined ? 'bad' : 'calm'}>
                {before === undefined
                  ? say('new', '新增')
                  : after === undefined
                    ? say('gone', '删除')
                    : say('changed', '变更')}
              </Tag>{' '}
              <strong>{collection}</strong> <span class="mono muted">{id}</span>
            </summary>
            <Difference before={before} after={after} />
          </details>
        ))
      )}
    </>
  );
};

/** Everything that is stored for the tenant. */
export const StatePane = () => {
  const say = useWords();
  const { find } = useDesk();
  const { value, refused } = useAnswer<{ readonly rows: readonly StateRow[] }>('/_mock/state');
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    new Set(['order', 'waybill', 'parcel']),
  );
  const [chosen, choose] = useState<string>();
  const [isComparing, compare] = useState(false);
  const rows = value?.rows ?? [];
  const wanted = find.toLowerCase();
  const shown =
    wanted === ''
      ? rows
      : rows.filter(({ collection, id, body }) =>
          `${collection} ${id} ${JSON.stringify(body)}`.toLowerCase().includes(wanted),
        );
  const names = [...new Set(shown.map(({ collection }) => collection))].sort();
  const branches: Branch[] = names.flatMap((name): readonly Branch[] => {
    const mine = shown.filter(({ collection }) => collection === name);
    const isOpen = wanted !== '' || opened.has(name);
    return [
      { kind: 'collection', name, count: mine.length, isOpen },
      ...(isOpen ? mine.map((row) => ({ kind: 'thing', row }) as const) : []),
    ];
  });
  const first = shown.find(({ collection }) => collection === 'parcel') ?? shown[0];
  const firstKey = first === undefined ? undefined : `${first.collection}/${first.id}`;
  useEffect(() => {
    if (chosen === undefined && firstKey !== undefined) choose(firstKey);
  }, [chosen, firstKey]);
  if (refused !== undefined) return <Refusal refused={refused} />;
  const thing = rows.find(({ collection, id }) => `${collection}/${id}` === chosen);
  const onChoose = (branch: Branch): void => {
    choose(keyOf(branch));
    compare(false);
  };
  const toggle = (name: string): void =>
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(name)) after.add(name);
      return after;
    });
  return (
    <div class="split">
      <div class="master">
        <div class="chips">
          <button
            type="button"
            class="chip"
            aria-pressed={isComparing}
            onClick={() => compare(!isComparing)}
          >
            {say('Compare two moments', '比较两个时刻')}
          </button>
          <span class="muted count">{rows.length}</span>
        </div>
        <Windowed
          label={say('State', '状态')}
          rows={branches}
          rowHeight={32}
          keyOf={keyOf}
          chosen={chosen}
          onChoose={onChoose}
          onOpen={(branch) => {
            if (branch.kind === 'collection') toggle(branch.name);
          }}
          empty={
            <Empty
              title={
                rows.length === 0
                  ? say('Nothing is stored yet', '尚无存储内容')
                  : say('Nothing fits', '没有符合条件的内容')
              }
            >
              <p>
                {rows.length === 0
                  ? say('Place an order, or step the clock.', '请下单或推进时钟。')
                  : say('Clear the search.', '请清除查找内容。')}
              </p>
            </Empty>
          }
        >
          {(branch) =>
            branch.kind === 'collection' ? (
              <div class="line tree-head">
                <span class="twist" aria-hidden="true">
                  {branch.isOpen ? '▾' : '▸'}
                </span>
                <strong>{branch.name}</strong>
                <span class="muted count">{branch.count}</span>
              </div>
            ) : (
              <div class="line leaf">
                <span class="mono cut">{branch.row.id}</span>
                <span class="muted small-text">
                  {statusOf(branch.row.collection, branch.row.body) ?? ''}
                </span>
              </div>
            )
          }
        </Windowed>
      </div>
      <div class="detail">
        {isComparing ? (
          <Moments onClose={() => compare(false)} />
        ) : thing === undefined ? (
          <Empty title={say('Choose something in the tree', '请在左侧选择')}>
            <p>
              {say(
                'A click or Enter opens and closes a collection.',
                '点击或按 Enter 可展开或收起集合。',
              )}
            </p>
          </Empty>
        ) : (
          <Thing key={chosen} row={thing} />
        )}
      </div>
    </div>
  );
};
