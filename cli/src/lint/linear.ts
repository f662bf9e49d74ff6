/** Whether patterns run in linear time, by a judge that only a clone has; nothing where it is not there. */
export const linearJudge = async (): Promise<((pattern: string) => boolean) | undefined> => {
  try {
    const { checkSync } = await import('recheck');
    const judged = new Map<string, boolean>();
    return (pattern) => {
      const isSafe = judged.get(pattern) ?? checkSync(pattern, '').status === 'safe';
      judged.set(pattern, isSafe);
      return isSafe;
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
};
