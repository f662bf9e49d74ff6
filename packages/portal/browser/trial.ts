import { type Judgement, type Language, languageOf, load, made } from './shared.ts';

const WORDS = {
  en: {
    good: 'It conforms.',
    bad: 'It does not conform.',
    whole: 'whole message',
    warning: 'warning',
    failed: 'The validators could not be loaded: assets/validators.js is not beside this page.',
    empty: 'Write a message first.',
  },
  zh: {
    good: '符合。',
    bad: '不符合。',
    whole: '整条消息',
    warning: '提醒',
    failed: '无法载入校验器：本页旁没有 assets/validators.js。',
    empty: '请先填写报文。',
  },
} as const;

const show = (place: HTMLElement, { ok, issues }: Judgement, language: Language): void => {
  const words = WORDS[language];
  const list = made('ul');
  for (const { pointer, rule, text, isWarning } of issues) {
    const item = made('li');
    item.append(
      made('code', '', pointer === '' ? words.whole : pointer),
      ' ',
      made('code', isWarning ? 'rule warning' : 'rule', rule),
      made('span', '', `${isWarning ? `${words.warning}: ` : ''}${text}`),
    );
    list.append(item);
  }
  place.className = `verdict ${ok ? 'good' : 'bad'}`;
  place.replaceChildren(made('strong', '', ok ? words.good : words.bad), list);
};

const wire = (trial: HTMLElement, validators: string): void => {
  const [area, verdict] = [
    trial.querySelector('textarea'),
    trial.querySelector<HTMLElement>('.verdict'),
  ];
  const [pick, form] = [
    trial.querySelector<HTMLSelectElement>('.pick'),
    trial.querySelector<HTMLSelectElement>('.form'),
  ];
  if (area === null || verdict === null || pick === null || form === null) return;
  const language = languageOf();
  const words = WORDS[language];
  const examples = [...document.querySelectorAll<HTMLElement>('details.example')];
  for (const [at, example] of examples.entries()) {
    const option = made(
      'option',
      '',
      `${example.classList.contains('bad') ? '✗' : '✓'} ${example.querySelector('summary span')?.textContent ?? ''}`,
    );
    option.value = String(at);
    pick.append(option);
  }
  const judge = async (): Promise<void> => {
    if (area.value.trim() === '') {
      verdict.className = 'verdict';
      verdict.textContent = words.empty;
      return;
    }
    try {
      await load(validators);
    } catch {
      verdict.className = 'verdict bad';
      verdict.textContent = words.failed;
      return;
    }
    const found = window.openwaybillJudge?.(
      trial.dataset.schema ?? '',
      area.value,
      form.value,
      language,
    );
    if (found !== undefined) show(verdict, found, language);
  };
  const take = (at: string): void => {
    area.value = examples[Number(at)]?.querySelector('pre')?.textContent ?? '';
  };
  pick.addEventListener('change', () => {
    if (pick.value === '') return;
    take(pick.value);
    void judge();
  });
  form.addEventListener('change', () => void judge());
  trial.querySelector('.judge')?.addEventListener('click', () => void judge());
  if (examples.length > 0) take('0');
};

/** Makes every place where a message can be tried work; the validators are loaded when something is judged. */
export const wireTrials = (validators: string): void => {
  for (const trial of document.querySelectorAll<HTMLElement>('.trial')) wire(trial, validators);
};
