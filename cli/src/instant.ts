/** RFC 3339 in UTC. */
export const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
