import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between a recovery and the next kill. */
const CALM = { least: 300, most: 4_000 };
/** In so many cases of a hundred, a second part dies before the first is back. */
const DOUBLE = 25;
const LONGEST_RECOVERY_MS = 180_000;

/** Numbers from 0 to below 1 that a seed decides (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Kills one part after the other, or two at once, as the seed has it, and starts each again where it stood.
 * @param {{ url: string, parts: import('./city.mjs').Part[] }} city
 * @returns {Promise<{ names: string[], ms: number }[]>} what was killed, and how long until all was well again
 */
export async function killUntil(isOver, { url, parts }, random, tell) {
  const kills = [];
  const pick = (among) => among[Math.floor(random() * among.length)];
  while (!isOver()) {
    await pause(CALM.least + random() * (CALM.most - CALM.least));
    if (isOver()) break;
    const first = pick(parts);
    const others = parts.filter((part) => part !== first);
    const doomed = random() * 100 < DOUBLE ? [first, pick(others)] : [first];
    const began = performance.now();
    await Promise.all(doomed.map((part) => part.kill()));
    await Promise.all(doomed.map((part) => part.start()));
    await well(url);
    const ms = Math.round(performance.now() - began);
    const names = doomed.map(({ name }) => name);
    tell(`kill -9 ${names.join(' + ')}，恢复 ${ms} ms (recovered)`);
    kills.push({ names, ms });
  }
  return kills;
}

/** Until the entrance says that it, and all that it needs, answers. */
async function well(url) {
  for (const end = Date.now() + LONGEST_RECOVERY_MS; ; await pause(20)) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok && (await answer.json()).status === 'ok') return;
    if (Date.now() > end) throw new Error(`${url} is not ready`);
  }
}
