import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows that are drawn beyond what is seen, on either side. */
const BEYOND = 8;

type Props<T> = {
  readonly label: string;
  readonly rows: readonly T[];
  readonly rowHeight: number;
  readonly keyOf: (row: T) => string;
  readonly chosen: string | undefined;
  readonly onChoose: (row: T) => void;
  /** By a click or Enter, beside choosing. */
  readonly onOpen?: (row: T) => void;
  readonly children: (row: T, isChosen: boolean) => ComponentChildren;
  /** Instead of rows. */
  readonly empty: ComponentChildren;
};

/** A list that draws what is seen of it and no more, moved in by the arrow keys. */
export const Windowed = <T,>({
  label,
  rows,
  rowHeight,
  keyOf,
  chosen,
  onChoose,
  onOpen,
  children,
  empty,
}: Props<T>) => {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const observer = new ResizeObserver(() => setHeight(current.clientHeight));
    observer.observe(current);
    setHeight(current.clientHeight);
    return () => observer.disconnect();
  }, []);
  const at = chosen === undefined ? -1 : rows.findIndex((row) => keyOf(row) === chosen);
  useEffect(() => {
    const { current } = box;
    if (current === null || at < 0) return;
    const from = at * rowHeight;
    if (from < current.scrollTop) current.scrollTop = from;
    else if (from + rowHeight > current.scrollTop + current.clientHeight)
      current.scrollTop = from + rowHeight - current.clientHeight;
  }, [at, rowHeight]);
  if (rows.length === 0) return <div class="list empty-list">{empty}</div>;
  const first = Math.max(0, Math.floor(top / rowHeight) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + BEYOND);
  // a row that is not drawn has no element that could be named
  const isDrawn = at >= first && at < last;
  const move = (to: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row !== undefined) onChoose(row);
  };
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const MOVES: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(at + 1),
    ArrowUp: () => move(at - 1),
    PageDown: () => move(at + page),
    PageUp: () => move(at - page),
    Home: () => move(0),
    End: () => move(rows.length - 1),
    Enter: () => {
      const row = rows[at];
      if (row !== undefined) onOpen?.(row);
    },
  };
  return (
    <div
      ref={box}
      class="list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={isDrawn ? `${id}-${at}` : undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={(event) => {
        const moved = MOVES[event.key];
        if (moved === undefined) return;
        event.preventDefault();
        moved();
      }}
    >
      <div style={{ height: `${first * rowHeight}px` }} />
      {rows.slice(first, last).map((row, index) => {
        const isChosen = first + index === at;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list around it
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active row
          <div
            key={keyOf(row)}
            id={`${id}-${first + index}`}
            class="row"
            role="option"
            aria-selected={isChosen}
            aria-setsize={rows.length}
            aria-posinset={first + index + 1}
            style={{ height: `${rowHeight}px` }}
            onClick={() => {
              onChoose(row);
              onOpen?.(row);
            }}
          >
            {children(row, isChosen)}
          </div>
        );
      })}
      <div style={{ height: `${(rows.length - last) * rowHeight}px` }} />
    </div>
  );
};
