import { readFile } from 'node:fs/promises';
import type { Config } from '@jihui/platform';

interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
}

/** Says where the portal is, and in a demo who one can be. */
export async function announce(config: Config): Promise<void> {
  console.log(`\n技汇 Jihui 已就绪： ${config.publicUrl}`);
  console.log(`GraphQL：          ${config.publicUrl}/graphql`);
  if (config.mode !== 'demo') return;
  const demo = JSON.parse(await readFile('config/demo/identity.json', 'utf8')) as { accounts: DemoAccount[] };
  console.log('\n演示账号（密码见右列）：');
  for (const { email, password, name, role } of demo.accounts)
    console.log(`  ${email.padEnd(28)}${password.padEnd(18)}${name}，${role}`);
  console.log('\n按 Ctrl-C 结束。');
}
