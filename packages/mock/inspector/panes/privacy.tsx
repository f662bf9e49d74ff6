import { useState } from 'preact/hooks';
import type { ParcelRow, PolicyCellView, ViewerView, Views } from '../../src/inspector/wire.ts';
import { useAnswer, useDesk } from '../answers.ts';
import { Empty, Facts, Json, ParcelChoice, Refusal, Scroll, Section, Tag } from '../parts.tsx';
import { local, useWords } from '../words.ts';

/** From nothing to everything: how much of a person a view has. */
const DEPTH: Readonly<Record<string, number>> = {
  reference: 1,
  statistics: 1,
  'public-tracking': 1,
  routing: 2,
  tail: 3,
  masked: 4,
  contact: 5,
  door: 6,
  reveal: 7,
  own: 8,
};

const SHORT: Readonly<Record<string, readonly [string, string]>> = {
  reference: ['reference', '引用'],
  statistics: ['statistics', '统计'],
  'public-tracking': ['public trail', '公开轨迹'],
  routing: ['routing', '路由'],
  tail: ['phone tail', '尾号'],
  masked: ['masked', '脱敏'],
  contact: ['contact', '联系'],
  door: ['door', '上门'],
  reveal: ['reveal', '明文'],
  own: ['own', '自有'],
};

const widest = (cell: PolicyCellView): string | undefined =>
  [...cell.shows].sort((a, b) => (DEPTH[b] ?? 0) - (DEPTH[a] ?? 0))[0];

const Cell = ({
  cell,
  purpose,
  isNow,
}: {
  readonly cell: PolicyCellView;
  readonly purpose: string;
  readonly isNow: boolean;
}) => {
  const say = useWords();
  const view = widest(cell);
  const released = cell.released.filter((one) => purpose === '' || one.purpose === purpose);
  const words = view === undefined ? undefined : SHORT[view];
  const title = [
    ...cell.shows,
    ...released.map((one) => `${one.purpose} → ${one.view}`),
    ...cell.when.map((one) => `if ${one}`),
    ...(cell.within === undefined ? [] : [`within ${cell.within}`]),
  ].join('\n');
  return (
    <td
      class={`cell depth-${view === undefined ? 0 : DEPTH[view]} ${isNow ? 'now-column' : ''}`}
      title={title}
    >
      <span>{words === undefined ? '·' : say(words[0], words[1])}</span>
      {released.length === 0 ? null : (
        <small>
          +
          {[...new Set(released.map((one) => one.view))]
            .map((one) => say(...(SHORT[one] ?? [one, one])))
            .join(say(', ', '、'))}
        </small>
      )}
      {cell.when.length === 0 && cell.within === undefined ? null : <sup>*</sup>}
    </td>
  );
};

/** What one party is told of the person of this parcel at this moment. */
const Card = ({
  one,
  views,
  purpose,
}: {
  readonly one: ViewerView;
  readonly views: Views;
  readonly purpose: string;
}) => {
  const say = useWords();
  const cell = one.cells[views.stage];
  const view = cell === undefined ? undefined : widest(cell);
  const reveals = one.reveals.filter((each) => purpose === '' || each.purpose === purpose);
  const text = view === undefined ? undefined : views.views[view];
  return (
    <article class={`viewer ${one.leaks.length > 0 ? 'leaking' : ''}`}>
      <h4>{say.of(one.title)}</h4>
      <p class="muted">
        {text === undefined
          ? say('Nothing: the answer of an unknown parcel', '无：与未知快件的应答相同')
          : say.of(text)}
      </p>
      {cell === undefined || cell.when.length === 0 ? null : (
        <p class="muted">
          {say('Only if: ', '仅当：')}
          {cell.when
            .map((when) => say.of(views.conditions[when] ?? { en: when, zh: when }))
            .join(say('; ', '；'))}
        </p>
      )}
      {one.served === undefined ? null : (
        <Json value={one.served.value} label={say.of(one.title)} />
      )}
      {one.leaks.length === 0 ? null : (
        <p class="notice bad-box">
          <strong>{say('Leak: ', '泄露：')}</strong>
          {one.leaks.map(({ kind, form }) => `${kind} (${form})`).join(', ')}
        </p>
      )}
      {reveals.length === 0 ? null : (
        <details open={purpose !== ''}>
          <summary>
            {say(
              `Reveals: ${reveals.filter((each) => each.isPossible).length} of ${reveals.length} possible now`,
              `明文申请：${reveals.length} 项中当前可行 ${reveals.filter((each) => each.isPossible).length} 项`,
            )}
          </summary>
          <ul class="reveals">
            {reveals.map((each) => (
              <li key={`${each.purpose} ${String(each.fields)}`}>
                <Tag tone={each.isPossible ? 'good' : 'quiet'}>{each.purpose}</Tag>{' '}
                <span class="mono small-text">
                  {each.fields === 'AS_ORDERED'
                    ? say('as ordered', '依法律文书')
                    : each.fields.join(' ')}
                </span>
                <span class="muted"> {say.of(each.because)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
};

/** The audit log, each entry with the proof that it is in the tree. */
const Audit = ({ audit }: { readonly audit: Views['audit'] }) => {
  const say = useWords();
  return (
    <Section title={say('Audit log of reveals', '明文查看审计日志')}>
      {audit.entries.length === 0 ? (
        <p class="muted">
          {say(
            'Empty here. Reveals are granted and denied by the platform, which keeps the log: open its inspector.',
            '此处为空。明文申请由电商平台审批并记录日志，请打开电商平台的检视页。',
          )}
        </p>
      ) : (
        <>
          <p class="muted">
            {say(`${audit.size} entries, root `, `共 ${audit.size} 条，根哈希 `)}
            <code>{audit.root?.slice(0, 16)}…</code>
          </p>
          {audit.entries.map((entry) => (
            <details key={entry.index} class="audit">
              <summary>
                <span class="mono">#{entry.index}</span>{' '}
                <Tag tone={entry.kind?.includes('DENIED') === true ? 'warn' : 'calm'}>
                  {entry.kind ?? say('no longer kept', '已过保存期')}
                </Tag>{' '}
                {entry.purpose ?? ''} <span class="muted">{entry.who}</span>{' '}
                {entry.gate === undefined ? null : (
                  <span class="muted">
                    {say('stopped at', '止于')} {entry.gate}
                  </span>
                )}{' '}
                <Tag tone={entry.verifies ? 'good' : entry.leafHash === '' ? 'quiet' : 'bad'}>
                  {entry.verifies
                    ? say('proved', '已证明')
                    : entry.leafHash === ''
                      ? say('hash only', '仅存哈希')
                      : say('does not verify', '验证失败')}
                </Tag>
              </summary>
              <Facts
                rows={[
                  [
                    say('When', '时间'),
                    entry.at === undefined ? undefined : `${local(entry.at)} +08:00`,
                  ],
                  [
                    say('Leaf', '叶哈希'),
                    <code key="l" class="wrap">
                      {entry.leafHash}
                    </code>,
                  ],
                  [
                    say('Inclusion path', '包含证明'),
                    entry.path.length === 0 ? (
                      say('the tree has one leaf', '树中仅此一叶')
                    ) : (
                      <ol key="p" class="path">
                        {entry.path.map((hash) => (
                          <li key={hash}>
                            <code class="wrap">{hash}</code>
                          </li>
                        ))}
                      </ol>
                    ),
                  ],
                ]}
              />
            </details>
          ))}
        </>
      )}
    </Section>
  );
};

/** Who sees what of one parcel, side by side. */
export const PrivacyPane = () => {
  const say = useWords();
  const { parcel, find } = useDesk();
  const parcels = useAnswer<{ readonly parcels: readonly ParcelRow[] }>('/_mock/timeline');
  const { value: views, refused } = useAnswer<Views>(
    parcel === undefined ? undefined : `/_mock/views?waybillNo=${parcel}`,
  );
  const [purpose, setPurpose] = useState('');
  if (parcel === undefined)
    return (
      <Empty title={say('No parcel to look at', '尚无可查看的快件')}>
        <p>
          {say(
            'Who sees what depends on where a parcel is. Create an order and a waybill first (pane 1 says how).',
            '各方可见内容取决于快件所处阶段。请先创建订单与运单（见窗格 1）。',
          )}
        </p>
      </Empty>
    );
  if (refused !== undefined) return <Refusal refused={refused} />;
  if (views === undefined) return null;
  const wanted = find.toLowerCase();
  const viewers = views.viewers.filter(({ title, viewer }) =>
    `${title.en} ${title.zh} ${viewer}`.toLowerCase().includes(wanted),
  );
  const purposes = [
    ...new Set(views.viewers.flatMap((one) => one.reveals.map((each) => each.purpose))),
  ].sort();
  const leaks = views.viewers.filter((one) => one.leaks.length > 0).length;
  return (
    <div class="column wide">
      <div class="bar">
        <ParcelChoice parcels={parcels.value?.parcels ?? []} />
        <label class="field">
          <span>{say('Purpose', '目的')}</span>
          <select value={purpose} onChange={(event) => setPurpose(event.currentTarget.value)}>
            <option value="">{say('any', '不限')}</option>
            {purposes.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <div class="headline">
          <span class="muted">{say('stage now', '当前阶段')}</span>{' '}
          <Tag tone="calm">{views.stage}</Tag>
          {leaks === 0 ? (
            <Tag tone="good">{say('no leak seen', '未发现泄露')}</Tag>
          ) : (
            <Tag tone="bad">{say(`${leaks} leaks`, `${leaks} 处泄露`)}</Tag>
          )}
        </div>
      </div>
      <Scroll kind="matrix" label={say('Who sees what, by stage', '各方各阶段可见内容')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('Who looks', '查看方')}</th>
              {views.columns.map((column) => (
                <th key={column} scope="col" class={column === views.stage ? 'now-column' : ''}>
                  {column.replaceAll('_', ' ')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {viewers.map((one) => (
              <tr key={one.viewer}>
                <th scope="row">{say.of(one.title)}</th>
                {views.columns.map((column) => (
                  <Cell
                    key={column}
                    cell={one.cells[column] ?? { shows: [], released: [], when: [] }}
                    purpose={purpose}
                    isNow={column === views.stage}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="muted hint">
        {say(
          'What stands in a cell leaves in ordinary answers; what follows + leaves by a grant for a purpose. * under a condition or for a limited time.',
          '单元格为普通应答可见内容；+ 后为按目的授权后可得内容；* 表示有条件或限时。',
        )}
      </p>
      <Section title={say('At this moment, side by side', '此刻各方所见')}>
        <div class="viewers">
          {viewers.map((one) => (
            <Card key={one.viewer} one={one} views={views} purpose={purpose} />
          ))}
        </div>
      </Section>
      <Audit audit={views.audit} />
    </div>
  );
};
