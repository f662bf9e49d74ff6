const DAY = 86_400_000;

/** A time of a civil day in Asia/Shanghai as an instant; `24:00` is the begin of the next day. */
export const slotInstant = (dayOn: string, time: string): string => {
  const isEnd = time === '24:00';
  const day = isEnd ? new Date(Date.parse(dayOn) + DAY).toISOString().slice(0, 10) : dayOn;
  return `${day}T${isEnd ? '00:00' : time}:00+08:00`;
};
