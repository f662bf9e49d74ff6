/** The code under test: yours. It speaks to a courier by `fetch`, which it looks up when it calls. */
export const shopAt = (courier: string, token: string) => {
  const headers = { Authorization: `Bearer ${token}`, 'OpenWaybill-Version': '1.0' };
  return {
    /** Posts under one key, once more where the answer is lost; answers what the courier made. */
    post: async <T>(path: string, body: unknown): Promise<T> => {
      const key = crypto.randomUUID();
      const send = () =>
        fetch(courier + path, {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': key },
          body: JSON.stringify(body),
        });
      const answer = await send().catch(send);
      const made: ReturnType<typeof JSON.parse> = await answer.json();
      if (!answer.ok) throw new Error(made.code);
      return made;
    },
    get: async <T>(path: string): Promise<T> => {
      const answer = await fetch(courier + path, { headers });
      const read: ReturnType<typeof JSON.parse> = await answer.json();
      return read;
    },
  };
};
