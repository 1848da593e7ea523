import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ROOT, inRoot } from '../../lib/paths.mjs';
import { openDatabase } from '../database.mjs';

const built = (file) => import(inRoot('libs/contracts/dist', file));

/**
 * The contracts domain as it is built, alone in this process, on a database of its own with the server's own
 * durability; relay and workers rest, as they would in another process.
 * @param {number} clients connections of its pool
 */
export async function openCity(clients) {
  const database = await openDatabase();
  const app = await boot(database.url, database.stateDir, clients);
  return {
    databaseUrl: database.url,
    app,
    people: await fill(app),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}

async function boot(databaseUrl, stateDir, clients) {
  const { createApplication, loadConfig, migrate } = await import('@jihui/platform');
  const { loadDomains } = await import('@jihui/registry');
  const config = loadConfig(
    {
      JIHUI_MODE: 'test',
      JIHUI_STATE_DIR: stateDir,
      DATABASE_URL: databaseUrl,
      ROLES: 'portal',
      LOG_LEVEL: 'error',
      DATABASE_POOL: String(clients),
    },
    ROOT,
  );
  const domains = await loadDomains(['contracts']);
  await migrate(databaseUrl, domains);
  return createApplication({ config, domains });
}

/** The demo's organisations, people and contracts: one of those that wait for the second review is what is copied. */
async function fill(app) {
  const { ContractEvents } = await built('contract-events.js');
  const { ContractsSeed } = await built('seed/contracts.seed.js');
  const city = JSON.parse(readFileSync(inRoot('config/demo/identity.json'), 'utf8'));
  const events = app.get(ContractEvents, { strict: false });
  for (const organisation of city.organisations)
    await events.organisation({ payload: { ...organisation, status: 'ACTIVE' }, version: 1 });
  for (const person of city.people)
    await events.person({ payload: { ...person, memberships: [] }, version: 1 }, new Date());
  await app.get(ContractsSeed, { strict: false }).run();
  const person = (key) => {
    const { id, organisation, roles } = city.people.find((each) => each.key === key);
    const {
      id: organisationId,
      kind,
      divisionCode,
    } = city.organisations.find((each) => each.key === organisation);
    return {
      kind: 'person',
      personId: id,
      memberships: [{ organisationId, kind, divisionCode, roles }],
    };
  };
  const second = person('registrar2');
  return {
    second,
    registrars: [second, ...Array.from({ length: 7 }, () => ({ ...second, personId: randomUUID() }))],
  };
}

/** A service of the domain. */
export async function service(app, file, name) {
  return app.get((await built(file))[name], { strict: false });
}
