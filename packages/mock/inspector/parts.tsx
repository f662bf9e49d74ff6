import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useDesk } from './answers.ts';
import type { Refused } from './source.ts';
import { useWords } from './words.ts';

/** What to do where there is nothing to show yet. */
export const Empty = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children}
  </div>
);

/** Why there is nothing to show. */
export const Refusal = ({ refused }: { readonly refused: Refused }) => {
  const say = useWords();
  return (
    <Empty title={say('Nothing to show here', '此处无内容')}>
      <p>{say.of(refused.words)}</p>
    </Empty>
  );
};

/** A command that can be pasted. */
export const Command = ({ children }: { readonly children: string }) => (
  <pre class="command">
    <code>{children}</code>
    <Copy text={children} />
  </pre>
);

/** Copies a text, and says that it has. */
export const Copy = ({ text, label }: { readonly text: string; readonly label?: string }) => {
  const say = useWords();
  const [isCopied, setCopied] = useState(false);
  return (
    <button
      type="button"
      class="small"
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        setCopied(true);
        setTimeout(() => setCopied(false), 1500);
      }}
    >
      {isCopied ? say('Copied', '已复制') : (label ?? say('Copy', '复制'))}
    </button>
  );
};

/** Hands a text to the user as a file. */
export const download = (name: string, text: string, type = 'application/json'): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

export const Save = ({
  name,
  text,
  label,
}: {
  readonly name: string;
  readonly text: () => string;
  readonly label: string;
}) => (
  <button type="button" class="small" onClick={() => download(name, text())}>
    {label}
  </button>
);

type Tone = 'good' | 'bad' | 'warn' | 'calm' | 'quiet';

/** One word with a colour that never tells more than the word. */
export const Tag = ({
  tone = 'quiet',
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string | undefined;
  readonly children: ComponentChildren;
}) => (
  <span class={`tag ${tone}`} title={title}>
    {children}
  </span>
);

/** A status of HTTP; 0 is no answer at all. */
export const StatusTag = ({ status }: { readonly status: number }) => {
  const say = useWords();
  const tone = status >= 500 || status === 0 ? 'bad' : status >= 400 ? 'warn' : 'good';
  return <Tag tone={tone}>{status === 0 ? say('no answer', '无应答') : status}</Tag>;
};

/** Beyond this a body is shown without colours. */
const MAX_COLOURED = 40_000;
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\b\d+(?:\.\d+)?\b)/g;

const coloured = (text: string): ComponentChildren[] => {
  const parts: ComponentChildren[] = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, string, colon, word, number] = match;
    if (match.index > last) parts.push(text.slice(last, match.index));
    last = match.index + whole.length;
    if (string !== undefined && colon !== undefined) parts.push(<b>{string}</b>, colon);
    else if (string !== undefined) parts.push(<i>{string}</i>);
    else parts.push(<em>{word ?? number}</em>);
  }
  parts.push(text.slice(last));
  return parts;
};

const pretty = (value: unknown): string => {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2);
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
};

/** What scrolls by itself is reached by the keyboard, and has a name. */
export const Scroll = ({
  label,
  kind,
  children,
}: {
  readonly label: string;
  readonly kind: string;
  readonly children: ComponentChildren;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll
  <section class={kind} tabIndex={0} aria-label={label}>
    {children}
  </section>
);

/** One of a few. */
export const Choices = <V extends string>({
  label,
  among,
  chosen,
  onChoose,
  children,
}: {
  readonly label: string;
  readonly among: readonly (readonly [value: V, name: string, title?: string])[];
  readonly chosen: V | undefined;
  readonly onChoose: (value: V) => void;
  readonly children?: ComponentChildren;
}) => (
  <fieldset class="chips">
    <legend class="sr">{label}</legend>
    {among.map(([value, name, title]) => (
      <button
        key={value}
        type="button"
        class="chip"
        title={title}
        aria-pressed={value === chosen}
        onClick={() => onChoose(value)}
      >
        {name}
      </button>
    ))}
    {children}
  </fieldset>
);

/** A value as indented JSON; a text that is JSON likewise. */
export const Json = ({ value, label }: { readonly value: unknown; readonly label: string }) => {
  const text = pretty(value);
  return (
    <Scroll kind="json" label={label}>
      {text.length > MAX_COLOURED ? text : coloured(text)}
    </Scroll>
  );
};

/** Two columns of names and values. */
export const Facts = ({
  rows,
}: {
  readonly rows: readonly (readonly [string, ComponentChildren] | undefined)[];
}) => (
  <dl class="facts">
    {rows.map((row) =>
      row === undefined || row[1] === undefined ? null : (
        <div key={row[0]}>
          <dt>{row[0]}</dt>
          <dd>{row[1]}</dd>
        </div>
      ),
    )}
  </dl>
);

export const Section = ({
  title,
  actions,
  children,
}: {
  readonly title: string;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}) => (
  <section class="section">
    <header>
      <h3>{title}</h3>
      {actions === undefined ? null : <div class="actions">{actions}</div>}
    </header>
    {children}
  </section>
);

/** Chooses one of the parcels that are known; panes share the choice. */
export const ParcelChoice = ({
  parcels,
}: {
  readonly parcels: readonly { readonly waybillNo: string; readonly status: string }[];
}) => {
  const say = useWords();
  const { parcel, choose } = useDesk();
  return (
    <label class="field">
      <span>{say('Parcel', '快件')}</span>
      <select value={parcel ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        {parcels.map(({ waybillNo, status }) => (
          <option key={waybillNo} value={waybillNo}>
            {waybillNo} · {status}
          </option>
        ))}
      </select>
    </label>
  );
};
