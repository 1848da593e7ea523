import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { Mailer } from './mailer.js';

const dataDir = mkdtempSync(join(tmpdir(), 'jihui-mail-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const mailer = (smtpUrl: string | null): Mailer =>
  new Mailer({
    dataDir,
    smtpUrl,
    mailFrom: '技汇 <no-reply@demo.cn>',
    publicUrl: 'https://jihui.demo.cn',
  } as Config);
const mail = {
  id: '019d0000-0000-7000-8000-000000000001',
  to: 'wang@demo.cn',
  subject: '公示期满',
  text: '请办理',
};

/** A mail server that takes everything and keeps what it was sent. */
async function smtpSink(): Promise<{ url: string; taken: string[]; close: () => void }> {
  const taken: string[] = [];
  const server = net.createServer((socket) => {
    let data: string | null = null;
    socket.write('220 sink\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (data !== null && line !== '.') data += `${line}\n`;
        else if (data !== null) {
          taken.push(data);
          data = null;
          socket.write('250 taken\r\n');
        } else if (/^DATA/i.test(line)) {
          data = '';
          socket.write('354 go on\r\n');
        } else socket.write(/^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, taken, close: () => server.close() };
}

describe('mail', () => {
  it('is a file by default; sent again it is the same file', async () => {
    await mailer(null).send(mail);
    await mailer(null).send(mail);
    const [name, ...others] = readdirSync(join(dataDir, 'mail'));
    expect([name, others]).toEqual([`${mail.id}.eml`, []]);
    const text = readFileSync(join(dataDir, 'mail', `${mail.id}.eml`), 'utf8');
    expect(text).toContain('To: wang@demo.cn');
    expect(text).toContain(`Message-ID: <${mail.id}@jihui.demo.cn>`);
  });

  it('goes to the server that SMTP_URL names, under the same Message-ID each time', async () => {
    const sink = await smtpSink();
    await mailer(sink.url).send(mail);
    await mailer(sink.url).send(mail);
    sink.close();
    expect(sink.taken).toHaveLength(2);
    for (const text of sink.taken) expect(text).toContain(`Message-ID: <${mail.id}@jihui.demo.cn>`);
  });

  it('that no server takes is an error, so that its job tries again', async () => {
    await expect(mailer('smtp://127.0.0.1:1').send(mail)).rejects.toThrow('ECONNREFUSED');
  });
});
