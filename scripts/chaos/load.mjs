import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { applyAndRegister } from '../demo/chapter-contract.mjs';
import {
  agreeThePrice,
  completeTheDisclosure,
  openTheDeal,
  signTheContract,
  startTheDisclosure,
} from '../demo/chapter-deal.mjs';
import { publishTheNeed, publishTheResult } from '../demo/chapter-listings.mjs';
import { castOf } from '../demo/main-job.mjs';
import { handIn, instructionsOf, release, sealed } from '../demo/sealed-bids.mjs';
import { inRoot } from '../lib/paths.mjs';
import { Persistent, persistently } from './persistent.mjs';

/** Main jobs under way at once. */
const TRADES = 2;
const BID_SIZE = 1024 * 1024;
const BIDDERS = ['tto', 'institute', 'enterprise', 'tea'];
const CUSTODIANS = ['officer', 'registrar2'];
const BATCH = 4;
const QUIET = () => undefined;
const { result: RESULT, need: NEED } = JSON.parse(readFileSync(inRoot('config/demo/main-job.json'), 'utf8'));
const { accounts: ACCOUNTS } = JSON.parse(readFileSync(inRoot('config/demo/identity.json'), 'utf8'));

/** What people do meanwhile, and what they hold in hand when they are done. */
export class Load {
  /** @type {import('./persistent.mjs').Acknowledged[]} everything that was acknowledged */
  journal = [];
  /** Titles that stand for one thing each, once they are acknowledged. */
  titles = { result: [], need: [] };
  /** Main jobs whose disclosure runs. */
  #disclosing = [];
  registered = 0;
  /** By organisation, the commitment of the last bid that was acknowledged. */
  bids = new Map();
  reads = 0;

  /** @param {{ callId: string, contracts: { id: string, expectedVersion: number }[], copies: { id: string }[] }} given contracts that are approved, and all that were copied */
  constructor(url, given) {
    this.url = url;
    this.given = given;
  }

  /** Before the days of disclosure and of bidding have passed. */
  async morning(isOver) {
    const trades = Array.from({ length: TRADES }, (_, number) => this.#trade(number, isOver));
    const bidders = BIDDERS.map((mailbox) => this.#bid(mailbox, isOver));
    await Promise.all([
      ...trades,
      ...bidders,
      this.#draft(isOver),
      this.#register(isOver),
      this.#read(isOver),
    ]);
  }

  /** After them: what was begun is brought to its end, and the bids are opened with these keys. */
  async evening(keys) {
    const stages = await Promise.all(Array.from({ length: TRADES }, () => this.#cast()));
    const finish = async (stage) => {
      for (let deal = this.#disclosing.pop(); deal !== undefined; deal = this.#disclosing.pop()) {
        const signed = await signTheContract(stage, await completeTheDisclosure(stage, deal));
        await applyAndRegister(stage, signed);
        this.registered += 1;
      }
    };
    const [opened] = await Promise.all([this.#open(keys), ...stages.map(finish)]);
    return opened;
  }

  #cast() {
    const personOf = (name) => new Persistent(this.url, name, this.journal);
    return castOf({ url: this.url, accounts: ACCOUNTS, step: QUIET, personOf });
  }

  person(mailbox) {
    const account = ACCOUNTS.find(({ email }) => email.startsWith(`${mailbox}@`));
    return new Persistent(this.url, mailbox, this.journal).signIn(account.email, account.password);
  }

  async #trade(number, isOver) {
    const stage = await this.#cast();
    for (let turn = 0; !isOver(); turn += 1) {
      const result = { ...RESULT, title: `断电演练成果 ${number}-${turn}` };
      const need = { ...NEED, title: `断电演练需求 ${number}-${turn}` };
      const offered = await publishTheResult(stage, result);
      this.titles.result.push(result.title);
      const wanted = await publishTheNeed(stage, need);
      this.titles.need.push(need.title);
      if (isOver()) return;
      const priced = await agreeThePrice(stage, await openTheDeal(stage, wanted, offered));
      this.#disclosing.push(await startTheDisclosure(stage, priced));
    }
  }

  async #draft(isOver) {
    const person = await this.person('enterprise');
    for (let turn = 0; !isOver(); turn += 1) {
      const title = `断电演练草稿 ${turn}`;
      await person.mutate(
        'mutation ($input: SaveNeedDraftInput!) { saveNeedDraft(input: $input) { need { id version state } } }',
        { ownerId: person.organisation.id, content: { ...NEED, title } },
      );
      this.titles.need.push(title);
    }
  }

  /** Numbers, one by one and in batches. */
  async #register(isOver) {
    const person = await this.person('registrar2');
    const rest = [...this.given.contracts];
    for (let turn = 0; !isOver() && rest.length > 0; turn += 1) {
      const contracts = rest.splice(0, turn % 2 === 0 ? 1 : BATCH);
      await person.mutate(
        'mutation ($input: RegisterContractsInput!) { registerContracts(input: $input) { contracts { id version registrationNumber } } }',
        { contracts },
      );
      this.registered += contracts.length;
      await pause(100);
    }
  }

  async #bid(mailbox, isOver) {
    const person = await this.person(mailbox);
    const { callId } = this.given;
    const organisationId = person.organisation.id;
    const instructions = await instructionsOf(person, callId);
    for (let turn = 0; !isOver(); turn += 1) {
      const bid = await sealed(instructions, organisationId, BID_SIZE);
      // A replaced bid that stands for a moment is one; all receipts count what came before.
      const { receipts } = await handIn(person, callId, organisationId, bid);
      if (receipts.length !== turn + 1)
        throw new Error(`${mailbox}: ${receipts.length} receipts, not ${turn + 1}`);
      this.bids.set(organisationId, bid.commitment);
      await pause(500);
    }
  }

  async #read(isOver) {
    const person = await this.person('enterprise');
    for (; !isOver(); this.reads += 1)
      await person.query(
        '{ results(first: 5) { edges { node { title owner { name } } } } calls(first: 3) { edges { node { title } } } registeredContractsStatistics { totals { count } } }',
      );
  }

  /** @returns the opening's public record; the city looks once a minute whose time is over */
  async #open(keys) {
    const { callId } = this.given;
    const officer = await this.person('officer');
    await patiently(() =>
      officer.mutate(
        'mutation ($input: BeginBidOpeningInput!) { beginBidOpening(input: $input) { opening { begunAt } } }',
        { callId },
      ),
    );
    for (const [at, mailbox] of CUSTODIANS.entries())
      await release(await this.person(mailbox), callId, keys, at + 1);
    const record = await patiently(async () =>
      JSON.parse(await officer.download(`/files/challenges/openings/${callId}`)),
    );
    return record;
  }
}

const LONGEST_MS = 180_000;

async function patiently(ask) {
  for (const end = Date.now() + LONGEST_MS; ; await pause(500))
    try {
      return await persistently(ask);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
}
