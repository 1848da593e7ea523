import { randomBytes } from 'node:crypto';
import { Administrators } from '@jihui/platform';
import { UsageError, type Command } from '../command.js';
import { withModules } from '../context.js';

export const command: Command = {
  help: `jihui create-admin --email ADDRESS --name NAME [--bureau NAME --uscc CODE]
  建立平台管理员；该邮箱已有账号时提升为管理员，密码不变。
  密码取自环境变量 ADMIN_PASSWORD；未设置则生成一个并显示一次。
  --bureau NAME --uscc CODE  平台上还没有市级主管部门时，一并建立（统一社会信用代码）
  Makes a platform administrator. The password is taken from ADMIN_PASSWORD, or made and shown once.`,
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    bureau: { type: 'string' },
    uscc: { type: 'string' },
  },
  async run(typed) {
    const [email, displayName] = [typed.text('email'), typed.text('name')];
    if (email === undefined || displayName === undefined) throw new UsageError('请写明 --email 与 --name');
    const [bureau, uscc] = [typed.text('bureau'), typed.text('uscc')];
    if ((bureau === undefined) !== (uscc === undefined))
      throw new UsageError('--bureau 与 --uscc 须同时写明');
    const given = process.env['ADMIN_PASSWORD'];
    const password = given ?? randomBytes(15).toString('base64url');
    const { personId, created } = await withModules(({ get }) =>
      get(Administrators).create({
        email,
        displayName,
        password,
        ...(bureau === undefined || uscc === undefined ? {} : { bureau: { name: bureau, uscc } }),
      }),
    );
    console.log(`✓ ${created ? '已建立平台管理员' : '已提升为平台管理员，密码不变'} ${email}（${personId}）`);
    if (created && given === undefined) console.log(`密码 (password, shown once)：${password}`);
  },
};
