import type { ComponentType } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClockView, Here, Kept, ParcelRow, TenantCard } from '../src/inspector/wire.ts';
import { type Desk, DeskContext, useAct, useAnswer, useDesk } from './answers.ts';
import { ClockPane } from './panes/clock.tsx';
import { CoveragePane } from './panes/coverage.tsx';
import { DeliveriesPane } from './panes/deliveries.tsx';
import { ExportPane } from './panes/export.tsx';
import { FaultsPane } from './panes/faults.tsx';
import { PrivacyPane } from './panes/privacy.tsx';
import { RequestsPane } from './panes/requests.tsx';
import { StatePane } from './panes/state.tsx';
import { TimelinePane } from './panes/timeline.tsx';
import { keptSource, liveSource, type Source } from './source.ts';
import { type Language, local, sayIn, useWords, Words } from './words.ts';

type Pane = {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly Body: ComponentType;
};

/** In the order of their keys, 1 to 9. */
const PANES: readonly Pane[] = [
  { name: 'timeline', en: 'Timeline', zh: '时间线', Body: TimelinePane },
  { name: 'clock', en: 'Clock', zh: '时钟', Body: ClockPane },
  { name: 'requests', en: 'Requests', zh: '请求', Body: RequestsPane },
  { name: 'deliveries', en: 'Deliveries', zh: '投递', Body: DeliveriesPane },
  { name: 'state', en: 'State', zh: '状态', Body: StatePane },
  { name: 'faults', en: 'Faults', zh: '故障', Body: FaultsPane },
  { name: 'privacy', en: 'Privacy', zh: '隐私视图', Body: PrivacyPane },
  { name: 'coverage', en: 'Coverage', zh: '覆盖', Body: CoveragePane },
  { name: 'export', en: 'Export', zh: '导出', Body: ExportPane },
];

const isKept = (here: Here | Kept): here is Kept => 'answers' in here;

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const LANGUAGE = 'openwaybill-language';
const THEME = 'openwaybill-theme';

/** What was chosen before; a page that was kept as a file may have no storage. */
const remembered = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch (error) {
    // the choice holds until the page is closed
    if (!(error instanceof DOMException)) throw error;
  }
};

const firstLanguage = (): Language => {
  const known = remembered(LANGUAGE);
  if (known === 'zh' || known === 'en') return known;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
};

const paneInAddress = (): number => {
  const at = PANES.findIndex(({ name }) => name === location.hash.slice(1));
  return at < 0 ? 0 : at;
};

/** Asks for a token where the mock tells none: it is public, or wants real ones. */
const Door = ({ onToken }: { readonly onToken: (token: string) => void }) => {
  const say = useWords();
  const [token, setToken] = useState('');
  return (
    <main class="door">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onToken(token.trim());
        }}
      >
        <h1>OpenWaybill</h1>
        <p>
          {say(
            'This mock tells nobody its tokens. Paste the access token of your organisation; it stays in this page.',
            '本模拟服务不公开令牌。请粘贴贵单位的访问令牌，令牌仅留在本页面中。',
          )}
        </p>
        <label class="field">
          <span>{say('Access token', '访问令牌')}</span>
          <input
            type="password"
            autocomplete="off"
            value={token}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary" disabled={token.trim() === ''}>
          {say('Look', '查看')}
        </button>
      </form>
    </main>
  );
};

/** Virtual time, always in sight, with the moves that are made most. */
const ClockBar = () => {
  const say = useWords();
  const act = useAct();
  const { value: clock } = useAnswer<ClockView>('/_mock/clock');
  if (clock === undefined) return null;
  const isPlayed = clock.mode !== 'FROZEN';
  return (
    <div class="clock-bar">
      <time dateTime={clock.now} class="now">
        {local(clock.now)} <small>+08:00</small>
      </time>
      <span class={`mode ${isPlayed ? 'on' : ''}`}>
        {clock.mode === 'FROZEN'
          ? say('frozen', '静止')
          : clock.mode === 'REAL'
            ? say('real time', '实时')
            : `×${clock.factor}`}
      </span>
      <button
        type="button"
        class="small"
        title={say('Next thing that is due (.)', '下一到期事项（.）')}
        onClick={() => act('POST', '/_mock/clock/advance', { steps: 1 })}
      >
        {say('Step', '单步')}
      </button>
      <button
        type="button"
        class="small wide-only"
        onClick={() => act('POST', '/_mock/clock/advance', { by: 'PT1H' })}
      >
        +1 h
      </button>
      <button
        type="button"
        class="small wide-only"
        onClick={() => act('POST', '/_mock/clock/advance', { by: 'P1D' })}
      >
        {say('+1 day', '+1 天')}
      </button>
      <button
        type="button"
        class="small"
        aria-pressed={isPlayed}
        title={say('Play or freeze (space)', '播放或静止（空格）')}
        onClick={() =>
          act(
            'PUT',
            '/_mock/clock',
            isPlayed ? { mode: 'FROZEN' } : { mode: 'SCALED', factor: 3600 },
          )
        }
      >
        {isPlayed ? say('Freeze', '静止') : say('Play ×3600', '播放 ×3600')}
      </button>
    </div>
  );
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Buttons and links are pressed by the space bar themselves. */
const isPressed = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(BUTTON|A|SUMMARY)$/.test(target.tagName);

const Shell = ({
  source,
  onTenant,
  language,
  onLanguage,
  theme,
  onTheme,
}: {
  readonly source: Source;
  readonly onTenant: (tenant: TenantCard) => void;
  readonly language: Language;
  readonly onLanguage: () => void;
  readonly theme: Theme;
  readonly onTheme: () => void;
}) => {
  const say = useWords();
  const [pane, setPane] = useState(paneInAddress);
  const [find, setFind] = useState('');
  const [version, setVersion] = useState(0);
  const [isOpen, setOpen] = useState<boolean>();
  const [told, tell] = useState<{ readonly en: string; readonly zh: string }>();
  const [chosen, choose] = useState<string>();
  const finding = useRef<HTMLInputElement>(null);
  const changed = useCallback(() => setVersion((one) => one + 1), []);

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = source.watch(() => {
      // a burst of happenings is one reason to look
      waiting ??= setTimeout(() => {
        waiting = undefined;
        changed();
      }, 120);
    }, setOpen);
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [source, changed]);

  const open = useCallback((to: number) => {
    setPane(to);
    history.replaceState(null, '', `#${PANES[to]?.name}`);
  }, []);

  useEffect(() => {
    const onHash = (): void => setPane(paneInAddress());
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);

  useEffect(() => {
    if (told === undefined) return;
    const waiting = setTimeout(() => tell(undefined), 6_000);
    return () => clearTimeout(waiting);
  }, [told]);

  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    tabs.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pane]);

  const { Body, name } = PANES[pane] as Pane;
  const desk: Desk = useMemo(
    () => ({ source, version, find, changed, parcel: chosen, choose, open, tell }),
    [source, version, find, changed, chosen, open],
  );
  return (
    <DeskContext.Provider value={desk}>
      <Keys onPane={open} onFind={() => finding.current?.focus()} onLanguage={onLanguage} />
      <FirstParcel />
      <header class="top">
        <div class="brand">
          <svg viewBox="0 0 16 16" width="24" height="24" aria-hidden="true">
            <rect width="16" height="16" rx="4" fill="var(--accent)" />
            <path d="M4 4v8M6 4v8M8.5 4v8M12 4v8" stroke="var(--on-accent)" stroke-width="1.2" />
          </svg>
          <h1>
            {source.here.name}{' '}
            <small>
              {source.here.role}
              {source.here.speaks === undefined
                ? ''
                : say(` · speaks ${source.here.speaks}`, ` · 使用 ${source.here.speaks}`)}
            </small>
          </h1>
        </div>
        <ClockBar />
        <div class="tools">
          {source.here.tenants.length > 1 && source.isLive ? (
            <label class="tenant">
              <span class="sr">{say('Tenant', '租户')}</span>
              <select
                value={source.tenant.partyId}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  const next = source.here.tenants.find(({ partyId }) => partyId === value);
                  if (next !== undefined) onTenant(next);
                }}
              >
                {source.here.tenants.map(({ partyId, role, name: called }) => (
                  <option key={partyId} value={partyId}>
                    {called === partyId ? partyId : `${called} ${partyId}`} · {role}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <span
            class={`live ${isOpen === true ? 'on' : ''}`}
            title={
              source.isLive
                ? isOpen === true
                  ? say('Live: the stream is open', '实时：流已连接')
                  : say('The stream is closed; the page asks again', '流未连接，页面正在重试')
                : say('Kept as a file', '离线文件')
            }
          >
            {source.isLive
              ? isOpen === true
                ? say('live', '实时')
                : say('offline', '未连接')
              : say('kept', '离线')}
          </span>
          <button type="button" class="small" onClick={onLanguage} title="l">
            {language === 'zh' ? 'English' : '中文'}
          </button>
          <button type="button" class="small" onClick={onTheme}>
            {theme === 'auto'
              ? say('Theme: auto', '主题：自动')
              : theme === 'dark'
                ? say('Theme: dark', '主题：深色')
                : say('Theme: light', '主题：浅色')}
          </button>
        </div>
      </header>
      <nav ref={tabs} class="panes" aria-label={say('Panes', '窗格')}>
        {PANES.map((one, index) => (
          <a
            key={one.name}
            href={`#${one.name}`}
            aria-current={index === pane ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              open(index);
            }}
          >
            <kbd>{index + 1}</kbd>
            <span>{say(one.en, one.zh)}</span>
          </a>
        ))}
        <label class="find">
          <span class="sr">{say('Find', '查找')}</span>
          <input
            ref={finding}
            type="search"
            placeholder={say('Find  /', '查找  /')}
            value={find}
            onInput={(event) => setFind(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                setFind('');
                event.currentTarget.blur();
              }
            }}
          />
        </label>
        <p class="keys" aria-hidden="true">
          <span>
            <kbd>1</kbd>–<kbd>9</kbd> {say('panes', '窗格')}
          </span>{' '}
          <span>
            <kbd>/</kbd> {say('find', '查找')}
          </span>{' '}
          <span>
            <kbd>␣</kbd> {say('play', '播放')}
          </span>{' '}
          <span>
            <kbd>.</kbd> {say('step', '单步')}
          </span>{' '}
          <span>
            <kbd>l</kbd> 中 / en
          </span>
        </p>
      </nav>
      <main id={name} class={`pane ${name}`} key={`${name} ${source.tenant.partyId}`}>
        <Body />
      </main>
      {told === undefined ? null : (
        <p class="told" role="status">
          {say.of(told)}
        </p>
      )}
    </DeskContext.Provider>
  );
};

/** A pane about one parcel has one: the last that was bound, until the user chooses. */
const FirstParcel = () => {
  const { parcel, choose } = useDesk();
  const { value } = useAnswer<{ readonly parcels: readonly ParcelRow[] }>('/_mock/timeline');
  useEffect(() => {
    const parcels = value?.parcels ?? [];
    const last = parcels.at(-1)?.waybillNo;
    const isThere = parcels.some(({ waybillNo }) => waybillNo === parcel);
    if (!isThere && last !== undefined) choose(last);
  }, [value, parcel, choose]);
  return null;
};

/** What the keyboard does wherever nothing is being typed. */
const Keys = ({
  onPane,
  onFind,
  onLanguage,
}: {
  readonly onPane: (pane: number) => void;
  readonly onFind: () => void;
  readonly onLanguage: () => void;
}) => {
  const act = useAct();
  const { source } = useDesk();
  useEffect(() => {
    const onKey = async (event: KeyboardEvent): Promise<void> => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (/^[1-9]$/.test(event.key)) return onPane(Number(event.key) - 1);
      if (event.key === '/') {
        event.preventDefault();
        return onFind();
      }
      if (event.key === 'l') return onLanguage();
      if (event.key === '.') {
        await act('POST', '/_mock/clock/advance', { steps: 1 });
        return;
      }
      if (event.key !== ' ' || isPressed(event.target)) return;
      event.preventDefault();
      const { mode } = await source.get<ClockView>('/_mock/clock');
      await act(
        'PUT',
        '/_mock/clock',
        mode === 'FROZEN' ? { mode: 'SCALED', factor: 3600 } : { mode: 'FROZEN' },
      );
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [act, source, onPane, onFind, onLanguage]);
  return null;
};

/** Whom the page looks at first: who a courier works for, and who works for everybody else. */
const named = new URLSearchParams(globalThis.location.search).get('tenant');

/** Whom the address names, or else the other side of the core exchange. */
const firstTenant = ({ role, tenants }: Here): TenantCard | undefined =>
  tenants.find(({ partyId }) => partyId === named) ??
  tenants.find((one) => one.role === (role === 'courier' ? 'platform' : 'courier')) ??
  tenants[0];

const sourceOf = (here: Here | Kept, tenant: TenantCard | undefined): Source | undefined =>
  isKept(here) ? keptSource(here) : tenant === undefined ? undefined : liveSource(here, tenant);

/** The whole page. */
export const App = ({ here }: { readonly here: Here | Kept }) => {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  const [theme, setTheme] = useState<Theme>(
    () => THEMES.find((one) => one === remembered(THEME)) ?? 'auto',
  );
  const [tenant, setTenant] = useState(() => firstTenant(here));
  const source = useMemo(() => sourceOf(here, tenant), [here, tenant]);
  const say = useMemo(() => sayIn(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = say(`Inspector · ${here.name}`, `检视页 · ${here.name}`);
    remember(LANGUAGE, language);
  }, [language, say, here]);
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    remember(THEME, theme);
  }, [theme]);
  const onLanguage = useCallback(() => setLanguage((one) => (one === 'zh' ? 'en' : 'zh')), []);
  const onTheme = useCallback(
    () => setTheme((one) => THEMES[(THEMES.indexOf(one) + 1) % THEMES.length] as Theme),
    [],
  );
  return (
    <Words.Provider value={say}>
      {source === undefined ? (
        <Door onToken={(token) => setTenant({ partyId: '', role: '', name: here.name, token })} />
      ) : (
        <Shell
          source={source}
          onTenant={setTenant}
          language={language}
          onLanguage={onLanguage}
          theme={theme}
          onTheme={onTheme}
        />
      )}
    </Words.Provider>
  );
};
