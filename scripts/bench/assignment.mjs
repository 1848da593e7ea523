/**
 * Bids given to the members of a large panel (方案分派) by `allot` of @jihui/proofs, which the server and everybody who
 * verifies a draw use, beside a greedy one in the same run: bid after bid takes the best fits that are left, nobody more
 * than the even load. A panel as the rule of panels draws it (four fifths technical, one for finance), ties of the kind
 * that keep from single bids: most members of one bid in twelve, some of one in three, a few bids with ties to half the panel.
 *   npm run bench -- assignment [experts] [bids] [judges]      200, 500 and 5 when left out
 */
import { build } from '../lib/build.mjs';
import { install } from '../lib/install.mjs';

export const summary = '方案分派，与贪心法相比 (bids given to judges, beside a greedy way)';

const ROUNDS = 3;
const FIELDS = 24;

export async function run([experts = '200', bids = '500', judges = '5']) {
  await install();
  await build({ portal: false });
  const { allot } = await import('@jihui/proofs');
  const size = { experts: Number(experts), bids: Number(bids), judges: Number(judges) };
  const rounds = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { rule, members } = panel(size, random(round));
    const began = performance.now();
    const { given, lacking } = allot(new Uint8Array(32).fill(round), rule, members, [], []);
    const ms = Math.round(performance.now() - began);
    const ours = {
      ...worth(given, rule, members),
      unassigned: lacking.reduce((sum, one) => sum + one.missing, 0),
      ms,
    };
    const theirs = greedy(rule, members);
    console.log(`round ${round}: ${JSON.stringify({ ours, greedy: theirs })}`);
    rounds.push({ ours, theirs });
  }
  const sum = (of) => rounds.reduce((total, round) => total + of(round), 0);
  return {
    ratio: Number((sum(({ ours }) => ours.fit) / sum(({ theirs }) => theirs.fit)).toFixed(3)),
    greedyUnassigned: sum(({ theirs }) => theirs.unassigned),
    unassigned: sum(({ ours }) => ours.unassigned),
    ms: Math.max(...rounds.map(({ ours }) => ours.ms)),
  };
}

/** Members of some fields each, bids of one or two, and who is tied to what. */
function panel({ experts, bids, judges }, next) {
  const finance = Math.round(experts / judges);
  const hard = new Set(Array.from({ length: Math.ceil(bids / 50) }, () => Math.floor(next() * bids)));
  const about = Array.from({ length: bids }, () => [
    Math.floor(next() * FIELDS),
    Math.floor(next() * FIELDS),
  ]);
  const members = Array.from({ length: experts }, (_, row) => {
    const fields = new Set(Array.from({ length: 3 }, () => Math.floor(next() ** 1.5 * FIELDS)));
    const tied = next() < 0.2 ? 1 / 3 : 1 / 12;
    return {
      row,
      stratum: row < finance ? 'FINANCE' : 'TECHNICAL',
      fits: about.map((of, bid) =>
        next() < (hard.has(bid) ? 0.5 : tied)
          ? null
          : Math.floor(350 * of.filter((field) => fields.has(field)).length + 300 * next()),
      ),
    };
  });
  const rule = {
    rule: 'jihui-allotment/1',
    bids: about.map((_, bid) => `bid-${bid}`),
    judges: [
      { code: 'TECHNICAL', judges: judges - 1 },
      { code: 'FINANCE', judges: 1 },
    ],
  };
  return { rule, members };
}

function greedy({ bids, judges }, members) {
  const given = [];
  let unassigned = 0;
  for (const { code, judges: wanted } of judges) {
    const own = members.filter(({ stratum }) => stratum === code);
    const most = Math.ceil((bids.length * wanted) / own.length);
    const loads = new Map();
    bids.forEach((bid, place) => {
      const able = own
        .filter(({ row, fits }) => fits[place] !== null && (loads.get(row) ?? 0) < most)
        .sort((a, b) => b.fits[place] - a.fits[place])
        .slice(0, wanted);
      for (const { row } of able) {
        loads.set(row, (loads.get(row) ?? 0) + 1);
        given.push({ bid, row });
      }
      unassigned += wanted - able.length;
    });
  }
  return { ...worth(given, { bids }, members), unassigned };
}

/** Sum of fits, least and most of a member's load, and pairs that may not be. */
function worth(given, { bids }, members) {
  const placeOf = new Map(bids.map((bid, place) => [bid, place]));
  const loads = members.map(({ row }) => given.filter((pair) => pair.row === row).length);
  const fits = given.map(({ bid, row }) => members[row].fits[placeOf.get(bid)]);
  return {
    fit: fits.reduce((sum, fit) => sum + (fit ?? 0), 0),
    loads: [Math.min(...loads), Math.max(...loads)],
    conflicted: fits.filter((fit) => fit === null).length,
  };
}

/** The same numbers for the same round (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
