import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Every mail that was written below the state folder, the oldest first. */
export async function mailsIn(stateDir: string): Promise<Mail[]> {
  const folder = join(stateDir, 'mail');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(names.map(async (name) => mailOf(await readFile(join(folder, name), 'utf8'))));
}

function mailOf(file: string): Mail {
  const [head = '', ...body] = file.replaceAll('\r\n', '\n').split('\n\n');
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*(?:\n[ \t].*)*)`, 'im').exec(head)?.[1]?.replace(/\n[ \t]/g, '') ?? '';
  return {
    to: header('To'),
    subject: header('Subject').replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      decoded(word.replaceAll('_', ' '), kind.toUpperCase() === 'B' ? 'base64' : 'quoted-printable'),
    ),
    text: decoded(body.join('\n\n'), header('Content-Transfer-Encoding').toLowerCase()),
  };
}

function decoded(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return text;
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
