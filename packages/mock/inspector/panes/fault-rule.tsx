import { useState } from 'preact/hooks';
import { KINDS, type Kind, kindOf, type Setting } from '../../src/disturbances/kinds.ts';
import type { Coverage } from '../../src/inspector/wire.ts';
import { useAct, useAnswer, useDesk } from '../answers.ts';
import { Command, Section } from '../parts.tsx';
import { shell } from '../samples.ts';
import { useWords } from '../words.ts';

type Written = Readonly<Record<string, string>>;

const settingsOf = (kind: string): readonly (readonly [string, Setting])[] =>
  Object.entries(kindOf(kind)?.settings ?? {});

/** A setting as it was written. */
const settingAs = (setting: Setting, written: string): unknown =>
  setting.is === 'WHOLE' ? Number(written) : setting.is === 'FLAG' ? written === 'true' : written;

/** A word of a command; most need no quotes. */
const wordOf = (text: string): string => (/^[\w=.:,/+-]+$/.test(text) ? text : shell(text));

const withDashes = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What is chosen, and what it comes to: a rule, and the command that adds the same one. */
const ruleOf = (kind: string, on: string, times: string, rate: string, given: Written) => {
  const said = settingsOf(kind).filter(([name]) => (given[name] ?? '') !== '');
  const isEvent = on.includes('.');
  return {
    rule: {
      ...(on === ''
        ? {}
        : { match: isEvent ? { eventType: `org.openwaybill.${on}` } : { operation: on } }),
      do: {
        kind,
        ...Object.fromEntries(
          said.map(([name, setting]) => [name, settingAs(setting, given[name] ?? '')]),
        ),
      },
      ...(times === '' ? {} : { times: Number(times) }),
      ...(rate === '' ? {} : { rate: Number(rate) }),
    },
    command: [
      `openwaybill fault add ${kind}`,
      on === '' ? '' : `--on ${on}`,
      times === '' ? '' : `--times ${times}`,
      rate === '' ? '' : `--rate ${rate}`,
      said.length === 0 ? '' : '--with',
      ...said.map(([name]) => wordOf(`${withDashes(name)}=${given[name]}`)),
    ]
      .filter((part) => part !== '')
      .join(' '),
  };
};

/** One setting of a kind; left empty it is as usual. */
const SettingField = ({
  name,
  setting,
  written,
  onWrite,
}: {
  readonly name: string;
  readonly setting: Setting;
  readonly written: string;
  readonly onWrite: (text: string) => void;
}) => {
  const write = (event: { readonly currentTarget: { readonly value: string } }): void =>
    onWrite(event.currentTarget.value);
  if (setting.is === 'FLAG')
    return (
      <label class="field">
        <span>{name}</span>
        <select value={written === '' ? String(setting.default) : written} onChange={write}>
          <option>true</option>
          <option>false</option>
        </select>
      </label>
    );
  if (setting.is === 'WHOLE') {
    const { min, max } = setting;
    return (
      <label class="field narrow">
        <span>{name}</span>
        <input
          type="number"
          min={min}
          max={max}
          placeholder={String(setting.default)}
          value={written}
          onInput={write}
        />
      </label>
    );
  }
  return (
    <label class={setting.is === 'TEXT' ? 'field' : 'field narrow'}>
      <span>{name}</span>
      <input type="text" placeholder={setting.default} value={written} onInput={write} />
    </label>
  );
};

/** A rule for one operation or one type of event, with the settings of its kind. */
export const NewRule = () => {
  const say = useWords();
  const act = useAct();
  const { source } = useDesk();
  const { value } = useAnswer<Coverage>('/_mock/coverage');
  const [kind, setKind] = useState<string>('commit-then-drop');
  const [on, setOn] = useState('');
  const [times, setTimes] = useState('1');
  const [rate, setRate] = useState('');
  const [given, setGiven] = useState<Written>({});
  const { over } = KINDS[kind as Kind];
  const namesOf = (group: string) => value?.groups.find((one) => one.kind === group)?.items ?? [];
  const items = [
    ...(over === 'EVENT' ? [] : namesOf('operations')),
    ...(over === 'CALL' ? [] : namesOf('events')),
  ];
  const { rule, command } = ruleOf(kind, on, times, rate, given);
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
              setGiven({});
            }}
          >
            {Object.keys(KINDS).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>
            {over === 'CALL'
              ? say('On the operation', '作用操作')
              : over === 'EVENT'
                ? say('On the event', '作用事件')
                : say('On the operation or event', '作用操作或事件')}
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
        {settingsOf(kind).map(([name, setting]) => (
          <SettingField
            key={`${kind} ${name}`}
            name={name}
            setting={setting}
            written={given[name] ?? ''}
            onWrite={(text) => setGiven({ ...given, [name]: text })}
          />
        ))}
        <button type="submit" class="primary" disabled={!source.isLive}>
          {say('Add', '添加')}
        </button>
      </form>
      <Command>{command}</Command>
    </Section>
  );
};
