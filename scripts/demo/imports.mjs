import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Person, until } from './person.mjs';

/** The bureau's officer uploads each file; the server imports it and reports row by row. */
export async function importAll({ url, accounts, step, imports }) {
  const sign = (name, mailbox) => {
    const account = accounts.find(({ email }) => email.startsWith(`${mailbox}@`));
    return new Person(url, name).signIn(account.email, account.password);
  };
  const officer = await sign('市科技局', 'registrar1');
  const owners = { RESULT: await sign('技术转移中心', 'tto'), NEED: await sign('企业', 'enterprise') };
  for (const { kind, file } of imports) {
    const name = path.basename(file);
    const uploaded = await officer.upload('listings', name, readFileSync(file));
    const { startImport } = await officer.mutate(
      'mutation ($input: StartImportInput!) { startImport(input: $input) { importRun { id } } }',
      { fileId: uploaded.id, kind, ownerId: owners[kind].organisation.id },
    );
    const run = await until(
      `导入 ${name}`,
      async () => {
        const { importRun } = await officer.query(
          `query ($id: ID!) { importRun(id: $id) { id state processed created updated unchanged failed message
          problems(first: 3) { edges { node { row column value message } } } } }`,
          { id: startImport.importRun.id },
        );
        return ['DONE', 'FAILED'].includes(importRun.state) ? importRun : undefined;
      },
      { boundMs: 300_000 },
    );
    if (run.state === 'FAILED') throw new Error(`导入 ${name} 失败：${run.message}`);
    step(officer.name, `导入 ${name}：${run.processed} 行，新增 ${run.created}，有误 ${run.failed}`, run.id);
    for (const { node } of run.problems.edges)
      step('', `  第 ${node.row} 行「${node.column}」${node.message}：${String(node.value).slice(0, 40)}`);
  }
}
