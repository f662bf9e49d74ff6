import type { Shore } from '@openwaybill/conformance';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';

const DONE = ['y', '\r', '\n'];
const CANNOT = 'n';

const until = (io: Io, milliseconds: number): string =>
  new Date(io.now() + milliseconds).toTimeString().slice(0, 8);

/** Asks somebody at a terminal to do something, and waits until that shows, a key says how it went, or the time is over. */
export const askOperator =
  (language: Language, io: Io): Shore['ask'] =>
  async (prompt, { milliseconds, shown }) => {
    const over = new AbortController();
    let isShown = false;
    void shown?.then(() => {
      isShown = true;
      over.abort();
    });
    const deadline = io.deadline(milliseconds);
    deadline.addEventListener('abort', () => over.abort(), { once: true });
    io.draw('');
    io.err(prompt[language]);
    io.err(
      language === 'zh'
        ? `${shown === undefined ? '完成后按 y' : '收到后自动继续'}，无法完成按 n（截止 ${until(io, milliseconds)}）`
        : `${shown === undefined ? 'press y when it is done' : 'the run goes on when it arrives; press'} n where it cannot be${shown === undefined ? '' : ' done'} (until ${until(io, milliseconds)})`,
    );
    for (;;) {
      const key = await io.keyPressed(over.signal);
      if (isShown) {
        io.err(language === 'zh' ? '已收到' : 'it has arrived');
        return 'DONE';
      }
      if (key === undefined || key === CANNOT) return 'CANNOT';
      if (DONE.includes(key)) return 'DONE';
    }
  };
