import { applyAndRegister } from './chapter-contract.mjs';
import {
  agreeThePrice,
  completeTheDisclosure,
  daysOf,
  openTheDeal,
  refuseEarly,
  signTheContract,
  startTheDisclosure,
} from './chapter-deal.mjs';
import { findTheMatch, publishTheNeed, publishTheResult } from './chapter-listings.mjs';
import { Person } from './person.mjs';

const CAST = [
  ['researcher', '科研人员', 'researcher'],
  ['office', '技术转移中心', 'tto'],
  ['enterprise', '企业', 'enterprise'],
  ['broker', '技术经纪人', 'broker'],
  ['officer', '市科技局', 'registrar1'],
  ['reviewer', '市科技局', 'registrar2'],
];

/**
 * Takes one technology from a university's listing to a registered contract with a certificate, by HTTP, as six
 * people. Every step is a real request; nothing is done behind the server's back except the passing of time.
 *
 * @param {object} options
 * @param {string} options.url the server
 * @param {{ email: string, password: string }[]} options.accounts
 * @param {(who: string, what: string, id?: string) => void} options.step told of each step done
 * @param {(days: number) => Promise<void>} options.passDays moves the demo database's business clock forward
 * @param {{ result: object, need: object }} options.input the result to publish and the need to post
 * @returns {Promise<{ certificate: Buffer, registrationNumber: string, contractId: string }>}
 */
export async function runMainJob({ url, accounts, step, passDays, input }) {
  const stage = await castOf({ url, accounts, step });
  const result = await publishTheResult(stage, input.result);
  const need = await publishTheNeed(stage, input.need);
  await findTheMatch(stage, need, result);
  const priced = await agreeThePrice(stage, await openTheDeal(stage, need, result));
  const disclosing = await startTheDisclosure(stage, priced);
  await refuseEarly(stage, disclosing);
  const days = daysOf(disclosing);
  await passDays(days);
  step('', `  业务时钟前进 ${days} 天`);
  const signed = await signTheContract(stage, await completeTheDisclosure(stage, disclosing));
  return applyAndRegister(stage, signed);
}

/**
 * The six people, signed in, with what the chapters need to act.
 * @param {(name: string) => Person} [options.personOf] who speaks for each
 */
export async function castOf({ url, accounts, step, personOf = (name) => new Person(url, name) }) {
  const stage = { act, at, step };
  for (const [key, name, mailbox] of CAST) {
    const account = accounts.find(({ email }) => email.startsWith(`${mailbox}@`));
    stage[key] = await personOf(name).signIn(account.email, account.password);
  }
  return stage;
}

const ENTITY = 'id version state availableActions { action enabled reason }';

/** One mutation that answers an entity. @throws {import('./person.mjs').Refused} */
async function act(person, mutation, inputType, field, input, more = '') {
  const data = await person.mutate(
    `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${field} { ${ENTITY} ${more} } } }`,
    input,
  );
  return data[mutation][field];
}

/** Names an entity at the version that the person saw. */
const at = (entity) => ({ id: entity.id, expectedVersion: entity.version });
