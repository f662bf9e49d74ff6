import { useEffect, useState } from 'preact/hooks';
import type { AttemptView, DeliveryView } from '../../src/inspector/wire.ts';
import { useAct, useAnswer, useDesk } from '../answers.ts';
import {
  Command,
  Empty,
  Facts,
  Json,
  Refusal,
  Scroll,
  Section,
  StatusTag,
  Tag,
} from '../parts.tsx';
import { Windowed } from '../windowed.tsx';
import { local, shortType, timeOf, useWords } from '../words.ts';

const toneOf = (state: DeliveryView['state']): 'good' | 'bad' | 'warn' =>
  state === 'DELIVERED' ? 'good' : state === 'WAITING' ? 'warn' : 'bad';

const header = (attempt: AttemptView, name: string): string =>
  Object.entries(attempt.headers).find(([one]) => one.toLowerCase() === name)?.[1] ?? '';

/** A key of a set of keys (RFC 7517), as much as a signature needs. */
type Jwk = { readonly kid?: string; readonly crv?: string; readonly x?: string };

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (one) =>
    one.charCodeAt(0),
  );

/** The key that a signature is good under; nothing where it is good under none. */
const signedBy = async (
  keys: readonly Jwk[],
  signed: string,
  signature: string,
): Promise<string | undefined> => {
  for (const { kid, crv, x } of keys) {
    if (crv !== 'Ed25519' || x === undefined) continue;
    const key = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv, x }, 'Ed25519', false, [
      'verify',
    ]);
    if (
      await crypto.subtle.verify(
        'Ed25519',
        key,
        bytesOf(signature),
        new TextEncoder().encode(signed),
      )
    )
      return kid ?? '';
  }
  return undefined;
};

/** Whether the browser finds a signature good, by the keys that the mock publishes. */
const Proof = ({ signed, entry }: { readonly signed: string; readonly entry: string }) => {
  const say = useWords();
  const { source } = useDesk();
  const [found, setFound] = useState<{ readonly isGood: boolean; readonly kid: string }>();
  const [version, signature = ''] = entry.split(',');
  useEffect(() => {
    let isStale = false;
    if (version !== 'v1a' || !source.isLive) return;
    const prove = async (): Promise<void> => {
      const { keys = [] } = await source.get<{ readonly keys?: readonly Jwk[] }>('/_mock/keys');
      const kid = await signedBy(keys, signed, signature);
      if (!isStale) setFound({ isGood: kid !== undefined, kid: kid ?? '' });
    };
    prove().catch(() => setFound(undefined));
    return () => {
      isStale = true;
    };
  }, [source, version, signed, signature]);
  return (
    <li>
      <code class="wrap">{entry}</code>{' '}
      {version === 'v1' ? (
        <span class="muted">
          {say('HMAC-SHA256 with the secret of the subscription', '以订阅密钥计算的 HMAC-SHA256')}
        </span>
      ) : found === undefined ? (
        <span class="muted">Ed25519</span>
      ) : found.isGood ? (
        <Tag tone="good">
          {say(`verified here with key ${found.kid}`, `已用密钥 ${found.kid} 在本页验签通过`)}
        </Tag>
      ) : (
        <Tag tone="bad">{say('no published key verifies it', '任何公开密钥均无法验签')}</Tag>
      )}
    </li>
  );
};

/** How the bytes that are signed come to be: id, timestamp, raw body, a dot between. */
const SignatureSteps = ({
  attempt,
  body,
}: {
  readonly attempt: AttemptView;
  readonly body: string;
}) => {
  const say = useWords();
  const id = header(attempt, 'webhook-id');
  const timestamp = header(attempt, 'webhook-timestamp');
  const signatures = header(attempt, 'webhook-signature')
    .split(' ')
    .filter((one) => one !== '');
  const signed = `${id}.${timestamp}.${body}`;
  return (
    <ol class="steps">
      <li>
        <strong>webhook-id</strong> <code class="part-id">{id}</code>
        <p class="muted">
          {say(
            'The id of the event: the same in every attempt. Ignore what you have handled already.',
            '事件编号：每次投递相同，用于去重。',
          )}
        </p>
      </li>
      <li>
        <strong>webhook-timestamp</strong> <code class="part-time">{timestamp}</code>
        <p class="muted">
          {say(
            `Real seconds since 1970 (${local(Number(timestamp) * 1000)} +08:00), new in each attempt. Refuse what is more than 300 s off.`,
            `真实时间的 Unix 秒（${local(Number(timestamp) * 1000)} +08:00），每次投递更新。偏差超过 300 秒应拒收。`,
          )}
        </p>
      </li>
      <li>
        <strong>{say('raw body', '原始报文体')}</strong>{' '}
        <span class="muted">
          {say(
            `${new TextEncoder().encode(body).length} bytes, exactly as received: do not parse and write it again`,
            `${new TextEncoder().encode(body).length} 字节，须为收到的原样字节，不可解析后重写`,
          )}
        </span>
      </li>
      <li>
        <strong>{say('joined by dots: the signature base', '以点号拼接：待签名串')}</strong>
        <Scroll kind="json base" label={say('Signature base', '待签名串')}>
          <span class="part-id">{id}</span>.<span class="part-time">{timestamp}</span>.
          <span class="part-body">{body}</span>
        </Scroll>
      </li>
      <li>
        <strong>webhook-signature</strong>{' '}
        <span class="muted">
          {signatures.length > 1
            ? say(
                'several, a space between: one that is good is enough',
                '以空格分隔多个签名：任一有效即可',
              )
            : say('Ed25519 over the base, base64', '对待签名串做 Ed25519 签名，base64 编码')}
        </span>
        <ul class="plain">
          {signatures.map((entry) => (
            <Proof key={entry} signed={signed} entry={entry} />
          ))}
        </ul>
      </li>
    </ol>
  );
};

const MUTATIONS = [
  [
    '',
    'Replay',
    '重新投递',
    'same id, fresh timestamp and signature',
    '编号不变，更新时间戳与签名',
  ],
  ['duplicate', 'Duplicate', '重复', 'must be acknowledged and handled once', '应确认且仅处理一次'],
  ['forge', 'Forge', '伪造签名', 'must be refused: the signature is bad', '签名无效，应拒收'],
  ['stale', 'Stale', '过期时间戳', 'must be refused: the timestamp is old', '时间戳过期，应拒收'],
] as const;

const Detail = ({ one }: { readonly one: DeliveryView }) => {
  const say = useWords();
  const act = useAct();
  const { source } = useDesk();
  const [at, setAt] = useState(one.attempts.length - 1);
  useEffect(() => setAt(one.attempts.length - 1), [one.attempts.length]);
  const attempt = one.attempts[at];
  const body = attempt?.body ?? JSON.stringify(one.event);
  return (
    <>
      <div class="detail-head">
        <h2>
          {shortType(one.type)} <Tag tone={toneOf(one.state)}>{one.state}</Tag>
        </h2>
        <p class="mono cut-soft">POST {one.url}</p>
        <p class="muted">
          {one.subject} · {say('sequence', '序号')} {one.sequence.replace(/^0+(?=.)/, '')}
          {one.nextAt === undefined
            ? ''
            : ` · ${say('next attempt', '下次投递')} ${local(one.nextAt)} +08:00`}
        </p>
        <div class="actions">
          {MUTATIONS.map(([mutate, en, zh, why, whyZh]) => (
            <button
              key={mutate}
              type="button"
              class="small"
              title={say(why, whyZh)}
              disabled={!source.isLive}
              onClick={() =>
                act(
                  'POST',
                  `/_mock/deliveries/${encodeURIComponent(one.id)}/replay`,
                  mutate === '' ? {} : { mutate },
                )
              }
            >
              {say(en, zh)}
            </button>
          ))}
        </div>
      </div>
      <Section title={say('Attempts', '投递记录')}>
        {one.attempts.length === 0 ? (
          <p class="muted">
            {say(
              'None yet. It leaves when its instant is reached, or when what holds it back is over.',
              '尚未投递。到达预定时刻或解除暂缓后即投递。',
            )}
          </p>
        ) : (
          <table>
            <thead>
              <tr>
                <th>#</th>
                <th>{say('virtual time', '虚拟时间')}</th>
                <th>{say('answer', '应答')}</th>
                <th>{say('took', '耗时')}</th>
                <th>{say('disturbed by', '故障')}</th>
                <th>
                  <span class="sr">{say('Choose', '选择')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {one.attempts.map((each, index) => (
                <tr key={each.seq} class={index === at ? 'chosen' : ''}>
                  <td>{index + 1}</td>
                  <td class="mono">{local(each.at)}</td>
                  <td>
                    <StatusTag status={each.status} />
                  </td>
                  <td>{each.milliseconds} ms</td>
                  <td>{each.fault ?? '—'}</td>
                  <td>
                    <button
                      type="button"
                      class="small"
                      aria-pressed={index === at}
                      onClick={() => setAt(index)}
                    >
                      {say('Show', '查看')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      {attempt === undefined ? null : (
        <Section title={say('The signature, step by step', '签名逐步推导')}>
          <SignatureSteps key={attempt.seq} attempt={attempt} body={body} />
        </Section>
      )}
      <Section title={say('Event', '事件')}>
        <Facts
          rows={[
            ['id', <code key="id">{one.eventId}</code>],
            [say('Subscription', '订阅'), <code key="sub">{one.subscriptionId}</code>],
          ]}
        />
        <Json value={one.event} label={say('Event', '事件')} />
      </Section>
    </>
  );
};

/** Events on their way to receivers. */
export const DeliveriesPane = () => {
  const say = useWords();
  const { find, source } = useDesk();
  const { value, refused } = useAnswer<{ readonly deliveries: readonly DeliveryView[] }>(
    '/_mock/deliveries',
  );
  const [chosen, choose] = useState<string>();
  const all = value?.deliveries ?? [];
  const wanted = find.toLowerCase();
  const rows = all.filter(({ type, subject, state, url }) =>
    `${type} ${subject} ${state} ${url}`.toLowerCase().includes(wanted),
  );
  const last = rows.at(-1)?.id;
  useEffect(() => {
    if (chosen === undefined && last !== undefined) choose(last);
  }, [chosen, last]);
  if (refused !== undefined) return <Refusal refused={refused} />;
  const one = all.find(({ id }) => id === chosen);
  return (
    <div class="split">
      <div class="master">
        <Windowed
          label={say('Deliveries', '投递')}
          rows={rows}
          rowHeight={48}
          keyOf={({ id }) => id}
          chosen={chosen}
          onChoose={({ id }) => choose(id)}
          empty={
            <Empty
              title={
                all.length === 0
                  ? say('No delivery yet', '尚无投递')
                  : say('No delivery fits', '没有符合条件的投递')
              }
            >
              <p>
                {say(
                  'Events are delivered to subscriptions. Let a program on this machine receive them:',
                  '事件投递至订阅。可让本机程序接收：',
                )}
              </p>
              <Command>{`openwaybill listen --forward-to http://localhost:3000/hooks --mock ${source.here.baseUrl}`}</Command>
            </Empty>
          }
        >
          {(row) => {
            const latest = row.attempts.at(-1);
            return (
              <div class="two-lines">
                <span>
                  <span class="cut strong">{shortType(row.type)}</span>
                  {row.attempts.length > 1 ? <Tag tone="warn">×{row.attempts.length}</Tag> : null}
                  {latest === undefined ? (
                    <Tag tone={toneOf(row.state)}>{row.state}</Tag>
                  ) : (
                    <StatusTag status={latest.status} />
                  )}
                </span>
                <span class="muted">
                  <span class="cut mono">{row.subject}</span>
                  <span>{latest === undefined ? '' : timeOf(latest.at)}</span>
                  <span>{latest === undefined ? '' : `${latest.milliseconds} ms`}</span>
                </span>
              </div>
            );
          }}
        </Windowed>
      </div>
      <div class="detail">
        {one === undefined ? (
          <Empty title={say('Choose a delivery', '请选择一条投递')} />
        ) : (
          <Detail key={one.id} one={one} />
        )}
      </div>
    </div>
  );
};
