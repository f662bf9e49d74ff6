import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type {
  DeliveryView,
  Kept,
  Moment,
  ParcelRow,
  RequestDetail,
  RequestRow,
  StateRow,
  Timeline,
} from '../../src/inspector/wire.ts';
import { writtenScenario } from '../../src/world/written-scenario.ts';
import { asRefused, useAct, useAnswer, useDesk } from '../answers.ts';
import { harOf } from '../har.ts';
import { Command, download, Section } from '../parts.tsx';
import type { Source } from '../source.ts';
import { local, useWords } from '../words.ts';

/** As many of the latest as a file has. */
const MAX_REQUESTS = 1_000;
const MAX_KEPT = 200;

/** Everything about the latest exchanges, one after the other. */
const exchangesOf = async (source: Source, limit: number): Promise<readonly RequestDetail[]> => {
  const { requests } = await source.get<{ readonly requests: readonly RequestRow[] }>(
    '/_mock/requests?after=0',
  );
  const details: RequestDetail[] = [];
  for (const { seq } of requests.slice(-limit))
    details.push(await source.get<RequestDetail>(`/_mock/requests/${seq}`));
  return details;
};

/** The number that an exported scenario has until somebody gives it another one. */
const FIRST_FREE = '21';

/** The life of a parcel as a scenario file that other parcels can take. */
const scenarioOf = ({ scans, orderStatus = '', ...parcel }: Timeline): string =>
  `${JSON.stringify(
    writtenScenario(
      {
        ...parcel,
        orderStatus,
        events: scans
          .toSorted((one, other) => one.arrival - other.arrival)
          .map(({ event }) => event),
      },
      FIRST_FREE,
    ),
    null,
    2,
  )}\n`;

/** The answers that the panes ask for, by path, so that they are shown without a server. */
const answersOf = async (source: Source): Promise<Record<string, unknown>> => {
  const answers: Record<string, unknown> = {};
  const keep = async <T,>(path: string): Promise<T> => {
    const value = await source.get<T>(path);
    answers[path] = value;
    return value;
  };
  for (const path of [
    '/_mock/clock',
    '/_mock/due',
    '/_mock/coverage',
    '/_mock/faults',
    '/_mock/keys',
  ])
    await keep(path);
  await keep<{ readonly deliveries: readonly DeliveryView[] }>('/_mock/deliveries');
  const { parcels } = await keep<{ readonly parcels: readonly ParcelRow[] }>('/_mock/timeline');
  for (const { waybillNo } of parcels.slice(-MAX_KEPT)) {
    await keep(`/_mock/timeline/${waybillNo}`);
    await keep(`/_mock/views?waybillNo=${waybillNo}`);
  }
  const { requests } = await keep<{ readonly requests: readonly RequestRow[] }>(
    '/_mock/requests?after=0',
  );
  for (const { seq } of requests.slice(-MAX_KEPT)) await keep(`/_mock/requests/${seq}`);
  const { rows } = await keep<{ readonly rows: readonly StateRow[] }>('/_mock/state');
  for (const { collection, id } of rows.slice(-MAX_KEPT))
    await keep(`/_mock/revisions?${new URLSearchParams({ collection, id })}`);
  const { moments } = await keep<{ readonly moments: readonly Moment[] }>('/_mock/moments');
  const [before, last] = moments.slice(-2);
  if (before !== undefined && last !== undefined)
    await keep(`/_mock/differences?from=${before.seq}&to=${last.seq}`);
  return answers;
};

const HERE = /(<script type="application\/json" id="here">)[^<]*/;

/** This page as one file, with everything that it shows within, and no token. */
const keptPage = async (source: Source, now: string): Promise<string> => {
  const { tenants, ...here } = source.here;
  const kept: Kept = {
    ...here,
    tenants: tenants.map(({ token: _, ...tenant }) => tenant),
    tenant: source.tenant.partyId,
    keptAt: now,
    answers: await answersOf(source),
  };
  const data = JSON.stringify(kept).replaceAll('<', '\\u003c');
  return (await source.text('/_mock/')).replace(HERE, (_, tag: string) => tag + data);
};

const Card = ({
  title,
  children,
  action,
  onAction,
  isOff,
  command,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly action: string;
  readonly onAction: () => Promise<void>;
  readonly isOff: boolean;
  readonly command?: string;
}) => {
  const say = useWords();
  const { tell } = useDesk();
  const [isBusy, setBusy] = useState(false);
  return (
    <article class="card">
      <h3>{title}</h3>
      <p class="muted">{children}</p>
      {command === undefined ? null : <Command>{command}</Command>}
      <button
        type="button"
        class="primary"
        disabled={isOff || isBusy}
        onClick={async () => {
          setBusy(true);
          try {
            await onAction();
          } catch (error) {
            tell(asRefused(error).words);
          } finally {
            setBusy(false);
          }
        }}
      >
        {isBusy ? say('One moment …', '请稍候 …') : action}
      </button>
    </article>
  );
};

type Snapshot = { readonly id: string; readonly digest: string; readonly at?: string };

/** The snapshots of this mock, to go back to, once one was made here. */
const Snapshots = ({ isAny }: { readonly isAny: boolean }) => {
  const say = useWords();
  const act = useAct();
  const { value } = useAnswer<{ readonly snapshots: readonly Snapshot[] }>(
    isAny ? '/_mock/snapshots' : undefined,
  );
  const snapshots = value?.snapshots ?? [];
  if (snapshots.length === 0) return null;
  return (
    <Section title={say('Snapshots that are kept', '已保存的快照')}>
      <ul class="rules">
        {snapshots.map(({ id, digest, at }) => (
          <li key={id}>
            <code>{id}</code>
            <span class="grow muted cut mono">
              {at === undefined ? '' : `${local(at)} · `}
              {digest}
            </span>
            <button
              type="button"
              class="small"
              onClick={() => act('POST', `/_mock/snapshots/${id}/restore`)}
            >
              {say('Go back to it', '恢复')}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** What leaves the inspector, as files. */
export const ExportPane = () => {
  const say = useWords();
  const act = useAct();
  const { source, parcel } = useDesk();
  const { role } = source.here;
  const [hasSnapshot, setSnapshot] = useState(false);
  const off = !source.isLive;
  const save = say('Save', '保存');
  return (
    <div class="column">
      <div class="cards">
        <Card
          title={say('Traffic', '流量')}
          action={say('Save as HAR', '保存为 HAR')}
          isOff={false}
          command={`openwaybill judge ${role}.har --role ${role}`}
          onAction={async () =>
            download(`${role}.har`, harOf(source.here, await exchangesOf(source, MAX_REQUESTS)))
          }
        >
          {say(
            'The latest requests with their answers as an HTTP archive: for a browser, a colleague, or as the transcript that judge reads. Without tokens; hidden bodies stay hidden.',
            '最近的请求与应答，HTTP 归档格式：可供浏览器或同事查看，也可作为 judge 读取的通信记录。不含令牌，已隐藏的报文保持隐藏。',
          )}
        </Card>
        <Card
          title={say('Snapshot', '快照')}
          action={save}
          isOff={off}
          command={`openwaybill mock --from ${role}.snapshot.json`}
          onAction={async () => {
            const made = await act<Snapshot>('POST', '/_mock/snapshots');
            if (made === undefined) return;
            setSnapshot(true);
            const whole = await source.get(`/_mock/snapshots/${made.id}`);
            download(`${role}.snapshot.json`, JSON.stringify(whole));
          }}
        >
          {say(
            'The whole state of this tenant at this moment: clock, seed, parcels, what is due. Another mock goes on from it.',
            '该租户此刻的完整状态：时钟、种子、快件与到期事项，可由另一模拟服务继续。',
          )}
        </Card>
        <Card
          title={say('Scenario file', '场景文件')}
          action={save}
          isOff={parcel === undefined || role !== 'courier'}
          command="openwaybill mock --scenarios ./scenarios"
          onAction={async () => {
            const timeline = await source.get<Timeline>(`/_mock/timeline/${parcel}`);
            download(`${FIRST_FREE}.json`, scenarioOf(timeline));
          }}
        >
          {parcel === undefined || role !== 'courier'
            ? say(
                'Needs a parcel of a courier: what happened to it becomes a scenario.',
                '需要快递角色的快件：其经历将成为场景。',
              )
            : say(
                `What happened to ${parcel}, as a scenario that new parcels take when they ask for number 21.`,
                `快件 ${parcel} 的经历，新快件请求 21 号场景时沿用。`,
              )}
        </Card>
        <Card
          title={say('Command list', '命令清单')}
          action={say('Save the log', '保存日志')}
          isOff={off}
          command={`curl -H "Authorization: Bearer $TOKEN" ${source.here.baseUrl}/_mock/log`}
          onAction={async () =>
            download('log.ndjson', await source.text('/_mock/log'), 'application/x-ndjson')
          }
        >
          {say(
            'Every command in order, with its outcome and the events that it caused: the same bytes for the same seed and the same commands.',
            '按序列出每条命令、结果及其引发的事件：相同种子与命令产生相同字节。',
          )}
        </Card>
        <Card
          title={say('This page', '本页面')}
          action={say('Save as one file', '保存为单个文件')}
          isOff={off}
          onAction={async () => {
            const { now } = await source.get<{ readonly now: string }>('/_mock/clock');
            download(`inspector-${role}.html`, await keptPage(source, now), 'text/html');
          }}
        >
          {say(
            'The inspector with everything that it shows now, in one HTML file that opens without a server. Without tokens.',
            '将检视页及其当前全部内容存为一个无需服务器即可打开的 HTML 文件，不含令牌。',
          )}
        </Card>
      </div>
      <Snapshots isAny={hasSnapshot} />
    </div>
  );
};
