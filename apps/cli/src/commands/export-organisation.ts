import { existsSync } from 'node:fs';
import { NO_PERSON, system, type PersonActor } from '@jihui/kernel';
import {
  askedAs,
  BusinessClock,
  City,
  intoFolder,
  OrganisationExporter,
  schemaOf,
  Work,
  type OrganisationManifest,
} from '@jihui/platform';
import { UsageError, type Command } from '../command.js';
import { withModules, type Context } from '../context.js';

type Membership = PersonActor['memberships'][number];
interface Found extends Pick<Membership, 'kind' | 'divisionCode'> {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
}
/** Who runs the command, as far as finding the organisation goes. */
const operatorOf = ({ code }: City): PersonActor => ({
  kind: 'person',
  personId: NO_PERSON,
  memberships: [
    { organisationId: NO_PERSON, kind: 'BUREAU_CITY', divisionCode: code, roles: ['PLATFORM_ADMIN'] },
  ],
});

export const command: Command = {
  help: `jihui export-organisation CODE DIR
  把一个单位（统一社会信用代码 CODE）的全部资料写入新目录 DIR：其拥有的和作为一方参与的记录（每类一个 .jsonl 文件，
  结构同公开的 GraphQL 模式）、所附文件，以及列明每个文件哈希的 manifest.json。范围与该单位管理员在页面上能看到的一致，
  不含他方的内部备注与密封方案，也不含成员个人的资料。管理部门不能导出。导出记入审计。
  Writes everything that the organisation with this code owns or is party to into the new folder DIR: lines of JSON in the
  shape of the public schema, the files, and a manifest with hashes. It holds what the organisation's administrator may
  read, nothing of others' secrets and nothing of its members' own. Not for a bureau. The audit tells that it was made.`,
  words: 2,
  async run({ words }) {
    const [code, folder] = words;
    if (code === undefined || folder === undefined)
      throw new UsageError('需要单位代码与目录 (a code and a folder)');
    if (existsSync(folder)) throw new UsageError(`${folder} 已存在 (it exists already)`);
    return withModules((context) => run(context, code, folder), { graph: true });
  },
};

async function run(context: Context, code: string, folder: string): Promise<number> {
  const organisation = await organisationOf(context, code);
  if (organisation === undefined) {
    console.error(`✗ 没有代码为 ${code} 的单位 (no such organisation)`);
    return 1;
  }
  if (organisation.kind.startsWith('BUREAU')) {
    console.error(
      '✗ 管理部门能看到辖区内各单位的资料，不是其自己的资料，请用备份 (a bureau reads what others own: make a backup)',
    );
    return 1;
  }
  const { id } = organisation;
  const at = await context.get(BusinessClock).now();
  const exporter = context.get(OrganisationExporter);
  const manifest = await intoFolder(folder, (sink) =>
    exporter.export(organisation, sink, at, {
      wrote: ({ title, rows }) => console.log(`✓ ${title}：${rows}`),
    }),
  );
  await noted(context, id, manifest);
  console.log(`✓ ${manifest.files.length} 个文件，${folder} (files)`);
  for (const { where, code: refusal } of manifest.unreadable.slice(0, 10))
    console.log(`  未导出：${where}（${refusal}）(not exported)`);
  return 0;
}

async function organisationOf(context: Context, code: string): Promise<Found | undefined> {
  const { organisations } = await askedAs<{ organisations: { edges: { node: Found }[] } }>(
    schemaOf(context.app),
    operatorOf(context.get(City)),
    'query ($code: String!) { organisations(first: 10, filter: { text: $code }) { edges { node { id name uscc kind divisionCode } } } }',
    { code },
  );
  return organisations.edges.map(({ node }) => node).find(({ uscc }) => uscc === code);
}

async function noted({ get }: Context, id: string, { lists, files }: OrganisationManifest): Promise<void> {
  const actor = system('export-organisation');
  await get(Work).run({ domain: 'identity', name: 'exportOrganisation', actor }, (tx) =>
    tx.audit({
      stream: `OrganisationExport:${id}`,
      action: 'exportOrganisation',
      after: { lists: lists.map(({ path, sha256 }) => [path, sha256]), files: files.length },
    }),
  );
}
