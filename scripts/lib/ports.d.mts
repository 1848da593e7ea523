/** A port of 127.0.0.1 that nobody uses at this moment. */
export function freePort(): Promise<number>;
