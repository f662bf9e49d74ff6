import { useEffect, useRef, useState } from 'preact/hooks';
import type { Finding, Hidden, RequestDetail, RequestRow } from '../../src/inspector/wire.ts';
import { asRefused, useAnswer, useDesk } from '../answers.ts';
import {
  Choices,
  Copy,
  Empty,
  Facts,
  Json,
  Refusal,
  Save,
  Scroll,
  Section,
  StatusTag,
  Tag,
} from '../parts.tsx';
import { SAMPLES, vitestTest } from '../samples.ts';
import type { Refused } from '../source.ts';
import { Windowed } from '../windowed.tsx';
import { local, timeOf, useWords } from '../words.ts';

type Rows = { readonly rows: readonly RequestRow[]; readonly refused: Refused | undefined };

/** The requests so far; only what is new is asked for. */
const useRequests = (): Rows => {
  const { source, version } = useDesk();
  const [kept, keep] = useState<Rows>({ rows: [], refused: undefined });
  const last = useRef(0);
  useEffect(() => {
    let isStale = false;
    source
      .get<{ readonly requests: readonly RequestRow[] }>(`/_mock/requests?after=${last.current}`)
      .then(({ requests }) => {
        if (isStale) return;
        last.current = requests.at(-1)?.seq ?? last.current;
        if (requests.length > 0)
          keep(({ rows }) => ({ rows: [...rows, ...requests], refused: undefined }));
      })
      .catch((error: unknown) => {
        if (!isStale) keep(({ rows }) => ({ rows, refused: asRefused(error) }));
      });
    return () => {
      isStale = true;
    };
  }, [source, version]);
  return kept;
};

/** Why a body is not on the page. */
const HiddenBody = ({ hidden }: { readonly hidden: Hidden }) => {
  const say = useWords();
  return (
    <div class="notice warn-box">
      <p>
        <strong>
          {say('Hidden: this may be of a real person.', '已隐藏：可能涉及真实个人信息。')}
        </strong>
      </p>
      <p>
        {say('The leak scanner saw in it: ', '泄露扫描器在其中发现：')}
        {hidden.sightings.map(({ kind, form }) => `${kind} (${form})`).join(', ')}
      </p>
      <p>
        {say(
          'Sandboxes are for invented people: use phones +86 199 0000 0000 to 9999 and names of the fiction set. Nothing of the body leaves the mock by this page.',
          '沙箱仅限虚构人物：请使用 +86 199 0000 0000 至 9999 的电话与虚构姓名。本页面不会展示该报文的任何内容。',
        )}
      </p>
    </div>
  );
};

const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const say = useWords();
  return (
    <ul class="findings">
      {findings.map((one) => (
        <li key={`${one.pointer} ${one.rule}`}>
          <code>{one.pointer === '' ? '/' : one.pointer}</code> <Tag tone="warn">{one.rule}</Tag>{' '}
          {say.of(one.message)}
          {one.hint === undefined ? null : <span class="muted"> {say.of(one.hint)}</span>}
        </li>
      ))}
    </ul>
  );
};

type Problem = {
  readonly code: string;
  readonly title: string;
  readonly retryable: boolean;
  readonly errors?: readonly {
    readonly pointer: string;
    readonly rule: string;
    readonly message: string;
  }[];
  readonly extensions?: {
    readonly 'org.openwaybill.mock'?: {
      readonly en?: string;
      readonly zh?: string;
      readonly hint?: { readonly en: string; readonly zh: string };
      readonly explain?: string;
    };
  };
};

/** What the mock makes of a request, and why. */
const Verdict = ({ one }: { readonly one: RequestDetail }) => {
  const say = useWords();
  const problem = one.status >= 400 ? (one.answerBody as Problem | undefined) : undefined;
  const told = problem?.extensions?.['org.openwaybill.mock'];
  return (
    <Section title={say('Verdict', '判定')}>
      {one.status === 0 ? (
        <p>
          <Tag tone="bad">{say('answer lost', '应答丢失')}</Tag>{' '}
          {one.answerBody === undefined
            ? say(
                'The connection was cut before the work: nothing was done.',
                '连接在处理前中断：未作任何处理。',
              )
            : say(
                'The work was done, and the answer below never arrived: a retry with the same key gets it.',
                '处理已完成，但下方应答未送达：以相同幂等键重试即可取得。',
              )}
        </p>
      ) : problem === undefined ? (
        <p>
          <Tag tone={one.status >= 400 ? 'warn' : 'good'}>
            {one.status >= 400 ? say('refused', '已拒绝') : say('accepted', '已接受')}
          </Tag>{' '}
          {one.requestBody === undefined
            ? say('There was no body to judge.', '没有可校验的报文体。')
            : one.requestFindings.length === 0
              ? say(
                  'The body is as a sender of the standard writes it.',
                  '报文体符合标准对发送方的要求。',
                )
              : say(
                  'It was taken, but not all of it is as the standard wants it:',
                  '已接受，但部分内容不符合标准要求：',
                )}
        </p>
      ) : (
        <>
          <p>
            <Tag tone="warn">{problem.code}</Tag> {problem.title}
            <span class="muted">
              {' · '}
              {problem.retryable
                ? say('the same request may succeed later', '稍后重试可能成功')
                : say('the same request fails again', '重试仍会失败')}
            </span>
          </p>
          {told === undefined ? null : (
            <p class="notice">
              {told[say.language]}
              {told.hint === undefined ? null : (
                <span class="muted"> {told.hint[say.language]}</span>
              )}
            </p>
          )}
          {problem.errors === undefined || one.requestFindings.length > 0 ? null : (
            <ul class="findings">
              {problem.errors.map((error) => (
                <li key={`${error.pointer} ${error.rule}`}>
                  <code>{error.pointer === '' ? '/' : error.pointer}</code>{' '}
                  <Tag tone="warn">{error.rule}</Tag> {error.message}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {one.requestFindings.length === 0 ? null : <Findings findings={one.requestFindings} />}
      {one.answerFindings.length === 0 ? null : (
        <div class="notice bad-box">
          <p>
            <strong>
              {say(
                'A defect of this mock: its answer breaks the standard.',
                '本模拟服务缺陷：其应答不符合标准。',
              )}
            </strong>
          </p>
          <Findings findings={one.answerFindings} />
        </div>
      )}
      {one.sentences.length === 0 ? null : (
        <details>
          <summary>
            {say(
              `${one.sentences.length} requirements of the standard about this`,
              `标准中与此相关的 ${one.sentences.length} 条要求`,
            )}
          </summary>
          <ul class="sentences">
            {one.sentences.map(({ id, level, text }) => (
              <li key={id}>
                <code>{id}</code> <Tag>{level}</Tag> {say.of(text)}{' '}
                <Copy text={`openwaybill explain ${id}`} label="explain" />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
};

const Headers = ({ headers }: { readonly headers: Readonly<Record<string, string>> }) => {
  const say = useWords();
  return (
    <details>
      <summary>
        {say(`${Object.keys(headers).length} headers`, `${Object.keys(headers).length} 个首部`)}
      </summary>
      <Facts
        rows={Object.entries(headers).map(([name, value]) => [name, <code key="v">{value}</code>])}
      />
    </details>
  );
};

const Samples = ({ one }: { readonly one: RequestDetail }) => {
  const say = useWords();
  const { source } = useDesk();
  const [chosen, choose] = useState<string>(SAMPLES[0].name);
  const { baseUrl, role } = source.here;
  const isTest = chosen === 'vitest';
  const sample = SAMPLES.find(({ name }) => name === chosen);
  const text = isTest ? vitestTest(one, role) : (sample?.write(baseUrl, one) ?? '');
  const name = one.operation?.name ?? 'request';
  return (
    <Section
      title={say('Send it again', '再次发送')}
      actions={
        <>
          <Copy text={text} label={say(`Copy as ${chosen}`, `复制为 ${chosen}`)} />
          {isTest ? (
            <Save
              name={`${name}.test.ts`}
              text={() => text}
              label={say('Save the test', '保存测试')}
            />
          ) : null}
          {one.requestBody === undefined ? null : (
            <Save
              name={`${name}.json`}
              text={() => one.requestBody ?? ''}
              label={say('Save as example', '另存为示例')}
            />
          )}
        </>
      }
    >
      <Choices
        label={say('Language of the code', '代码语言')}
        among={[
          ...SAMPLES.map(({ name: called }) => [called, called] as const),
          ['vitest', say('vitest test', 'vitest 测试')],
        ]}
        chosen={chosen}
        onChoose={choose}
      />
      <Scroll kind="json" label={chosen}>
        {text}
      </Scroll>
    </Section>
  );
};

const Detail = ({ seq }: { readonly seq: string }) => {
  const say = useWords();
  const { choose, open } = useDesk();
  const { value: one, refused } = useAnswer<RequestDetail>(`/_mock/requests/${seq}`);
  if (refused !== undefined) return <Refusal refused={refused} />;
  if (one === undefined) return null;
  const { waybillNo } = one;
  return (
    <>
      <div class="detail-head">
        <h2>
          <Tag>{one.method}</Tag> {one.operation?.operationId ?? say('no operation', '无对应操作')}{' '}
          <StatusTag status={one.status} />
        </h2>
        <p class="mono cut-soft">{one.path}</p>
        <p class="muted">
          {one.operation === undefined
            ? say('The path is none of the standard. ', '该路径不属于本标准。')
            : `${say.of(one.operation.title)} · `}
          {one.at === '' ? '' : `${local(one.at)} +08:00 · `}
          {one.milliseconds} ms
          {one.isReplay
            ? ` · ${say('answer of an earlier request with this key', '幂等重放')}`
            : ''}
          {one.warningCount > 0 ? ` · ${one.warningCount} ${say('warnings', '条警告')}` : ''}
        </p>
        {waybillNo === undefined ? null : (
          <button
            type="button"
            class="small"
            onClick={() => {
              choose(waybillNo);
              open(0);
            }}
          >
            {say('Timeline of', '查看时间线')} {waybillNo}
          </button>
        )}
      </div>
      <Verdict one={one} />
      <Section title={say('Request', '请求')}>
        <Headers headers={one.requestHeaders} />
        {one.hidden.request !== undefined ? (
          <HiddenBody hidden={one.hidden.request} />
        ) : one.requestBody === undefined ? (
          <p class="muted">{say('No body.', '无报文体。')}</p>
        ) : (
          <Json value={one.requestBody} label={say('Body of the request', '请求报文体')} />
        )}
      </Section>
      <Section title={say('Answer', '应答')}>
        <Headers headers={one.answerHeaders} />
        {one.hidden.answer !== undefined ? (
          <HiddenBody hidden={one.hidden.answer} />
        ) : one.answerBody === undefined ? (
          <p class="muted">{say('No body.', '无报文体。')}</p>
        ) : (
          <Json value={one.answerBody} label={say('Body of the answer', '应答报文体')} />
        )}
      </Section>
      {one.hidden.request === undefined ? <Samples one={one} /> : null}
    </>
  );
};

/** Every request with what was made of it. */
export const RequestsPane = () => {
  const say = useWords();
  const { find, source } = useDesk();
  const { rows, refused } = useRequests();
  const [chosen, choose] = useState<string>();
  const [only, setOnly] = useState<'all' | 'refused' | 'changes'>('all');
  const wanted = find.toLowerCase();
  const shown = rows.filter(
    (row) =>
      (only === 'all' ||
        (only === 'refused' ? row.status >= 400 : row.method !== 'GET' && row.method !== 'HEAD')) &&
      `${row.method} ${row.path} ${row.operation?.operationId ?? ''} ${row.status} ${row.problem ?? ''}`
        .toLowerCase()
        .includes(wanted),
  );
  const last = shown.at(-1)?.seq;
  useEffect(() => {
    if (chosen === undefined && last !== undefined) choose(String(last));
  }, [chosen, last]);
  if (refused !== undefined) return <Refusal refused={refused} />;
  return (
    <div class="split">
      <div class="master">
        <Choices
          label={say('Which requests', '筛选请求')}
          among={[
            ['all', say('All', '全部')],
            ['changes', say('Commands', '命令')],
            ['refused', say('Refused', '已拒绝')],
          ]}
          chosen={only}
          onChoose={setOnly}
        >
          <span class="muted count">
            {shown.length === rows.length ? rows.length : `${shown.length} / ${rows.length}`}
          </span>
        </Choices>
        <Windowed
          label={say('Requests', '请求')}
          rows={shown}
          rowHeight={48}
          keyOf={({ seq }) => String(seq)}
          chosen={chosen}
          onChoose={({ seq }) => choose(String(seq))}
          empty={
            <Empty
              title={
                rows.length === 0
                  ? say('No request yet', '尚无请求')
                  : say('No request fits', '没有符合条件的请求')
              }
            >
              <p>
                {rows.length === 0
                  ? say(
                      `Send one to ${source.here.baseUrl}: it appears here at once, with what the standard says of it.`,
                      `向 ${source.here.baseUrl} 发送请求，即会显示在此处并附标准判定。`,
                    )
                  : say('Clear the search, or choose All.', '请清除查找内容，或选择“全部”。')}
              </p>
            </Empty>
          }
        >
          {(row) => (
            <div class="two-lines">
              <span>
                <b class={`method ${row.method.toLowerCase()}`}>{row.method}</b>
                <span class="cut">{row.operation?.operationId ?? row.path}</span>
                {row.warningCount > 0 ? <Tag tone="warn">!{row.warningCount}</Tag> : null}
                <StatusTag status={row.status} />
              </span>
              <span class="muted">
                <span class="cut mono">{row.problem ?? row.path}</span>
                <span>{row.at === '' ? '—' : timeOf(row.at)}</span>
                <span>{row.milliseconds} ms</span>
              </span>
            </div>
          )}
        </Windowed>
      </div>
      <div class="detail">
        {chosen === undefined ? (
          <Empty title={say('Choose a request', '请选择一条请求')} />
        ) : (
          <Detail key={chosen} seq={chosen} />
        )}
      </div>
    </div>
  );
};
