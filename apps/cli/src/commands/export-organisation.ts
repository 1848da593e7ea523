import { existsSync } from 'node:fs';
import { system, type PersonActor } from '@jihui/kernel';
import {
  askedAs,
  Authenticator,
  BusinessClock,
  exportOrganisation,
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
interface Member {
  readonly person: { readonly id: string } | null;
  readonly roles: readonly string[];
}

const NOBODY = '00000000-0000-7000-8000-000000000000';
/** Who runs the command, as far as finding the organisation goes. */
const OPERATOR: PersonActor = {
  kind: 'person',
  personId: NOBODY,
  memberships: [
    { organisationId: NOBODY, kind: 'BUREAU_CITY', divisionCode: '140900', roles: ['PLATFORM_ADMIN'] },
  ],
};

export const command: Command = {
  help: `jihui export-organisation CODE DIR
  把一个单位（统一社会信用代码 CODE）的全部资料写入新目录 DIR：其拥有的和作为一方参与的记录（每类一个 .jsonl 文件，
  结构同公开的 GraphQL 模式）、所附文件，以及列明每个文件哈希的 manifest.json。范围与该单位管理员在页面上能看到的一致，
  不含他方的内部备注与密封方案。导出记入审计。
  Writes everything that the organisation with this code owns or is party to into the new folder DIR: lines of JSON in the
  shape of the public schema, the files, and a manifest with hashes. It holds what the organisation's administrator may
  read, nothing of others' secrets. The audit tells that it was made.`,
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
  const reader = await administratorOf(context, organisation);
  // Nobody else reaches this process: it listens nowhere.
  context.get(Authenticator).authenticate = () => Promise.resolve(reader);
  const source = {
    schema: schemaOf(context.app),
    domains: context.domains,
    organisation: { id: organisation.id, name: organisation.name },
    reader,
    download: (url: string) => download(context, url),
  };
  const at = await context.get(BusinessClock).now();
  const manifest = await exportOrganisation(source, folder, at, ({ title, rows }) =>
    console.log(`✓ ${title}：${rows}`),
  );
  await noted(context, organisation.id, manifest);
  console.log(`✓ ${manifest.files.length} 个文件，${folder} (files)`);
  for (const { where, code: refusal } of manifest.unreadable.slice(0, 10))
    console.log(`  未导出：${where}（${refusal}）(not exported)`);
  return 0;
}

async function organisationOf(context: Context, code: string): Promise<Found | undefined> {
  const { organisations } = await askedAs<{ organisations: { edges: { node: Found }[] } }>(
    schemaOf(context.app),
    OPERATOR,
    'query ($code: String!) { organisations(first: 10, filter: { text: $code }) { edges { node { id name uscc kind divisionCode } } } }',
    { code },
  );
  return organisations.edges.map(({ node }) => node).find(({ uscc }) => uscc === code);
}

/** One of its administrators, or of its members where none is, as an administrator; nobody where it has nobody. */
async function administratorOf(context: Context, { id, kind, divisionCode }: Found): Promise<PersonActor> {
  const { members } = await askedAs<{ members: { edges: { node: Member }[] } }>(
    schemaOf(context.app),
    OPERATOR,
    'query ($id: ID!) { members(organisationId: $id, first: 100, states: [ACTIVE]) { edges { node { person { id } roles } } } }',
    { id },
  );
  const all = members.edges.map(({ node }) => node);
  const found = all.find(({ roles }) => roles.includes('ORG_ADMIN')) ?? all[0];
  return {
    kind: 'person',
    personId: found?.person?.id ?? NOBODY,
    memberships: [{ organisationId: id, kind, divisionCode, roles: ['MEMBER', 'ORG_ADMIN'] }],
  };
}

async function download({ app }: Context, url: string): Promise<Buffer | undefined> {
  const answer = await app.inject({ method: 'GET', url });
  return answer.statusCode === 200 ? answer.rawPayload : undefined;
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
